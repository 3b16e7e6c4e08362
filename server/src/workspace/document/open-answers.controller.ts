import { Controller, Inject, UseGuards } from '@nestjs/common'
import type { OpenAnswers } from '@roundtable/shared/protocol'
import { type Authenticated, SessionGuard, SignedIn } from '../../identity/index.js'
import { Operation } from '../../platform/operation.js'
import { IdParam } from '../../platform/parsed.js'
import { OpenAnswersService } from './open-answers.service.js'

@Controller()
@UseGuards(SessionGuard)
export class OpenAnswersController {
  constructor(@Inject(OpenAnswersService) private readonly openAnswers: OpenAnswersService) {}

  @Operation('getOpenAnswers')
  view(@IdParam() id: string, @SignedIn() { personId, sessionId }: Authenticated): Promise<OpenAnswers> {
    return this.openAnswers.view(personId, id, sessionId)
  }
}
