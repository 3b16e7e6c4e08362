import { Controller, Inject, UseGuards } from '@nestjs/common'
import type { MyWork } from '@roundtable/shared/protocol'
import { type Authenticated, SessionGuard, SignedIn } from '../identity/index.js'
import { Operation } from '../platform/operation.js'
import { MyWorkService } from './my-work.service.js'

@Controller()
@UseGuards(SessionGuard)
export class MyWorkController {
  constructor(@Inject(MyWorkService) private readonly work: MyWorkService) {}

  @Operation('getMyWork')
  mine(@SignedIn() reader: Authenticated): Promise<MyWork> {
    return this.work.of(reader)
  }
}
