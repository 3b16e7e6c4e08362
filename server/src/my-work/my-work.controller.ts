import { Controller, Inject, UseGuards } from '@nestjs/common'
import type { MyWork } from '@roundtable/shared/protocol'
import { DataSource } from 'typeorm'
import { queryOf } from '../ability/index.js'
import { type Authenticated, SessionGuard, SignedIn } from '../identity/index.js'
import { Operation } from '../platform/operation.js'
import { myWork } from './my-work.js'

@Controller()
@UseGuards(SessionGuard)
export class MyWorkController {
  constructor(@Inject(DataSource) private readonly source: DataSource) {}

  @Operation('getMyWork')
  mine(@SignedIn() { personId, sessionId }: Authenticated): Promise<MyWork> {
    return this.source.transaction('REPEATABLE READ', (manager) => myWork(queryOf(manager), { personId, sessionId }))
  }
}
