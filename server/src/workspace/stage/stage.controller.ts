import { Controller, Inject, UseGuards } from '@nestjs/common'
import { saidEngagementSchema, stagePartSchema, type SaidEngagement, type StagePart, type StagesView } from '@roundtable/shared/protocol'
import { type Authenticated, SessionGuard, SignedIn } from '../../identity/index.js'
import { Operation } from '../../platform/operation.js'
import { IdParam, ParsedBody } from '../../platform/parsed.js'
import { AsksGuard } from '../asks.guard.js'
import { StageService } from './stage.service.js'

@Controller()
@UseGuards(SessionGuard, AsksGuard)
export class StageController {
  constructor(@Inject(StageService) private readonly stages: StageService) {}

  @Operation('getStages')
  view(@IdParam() id: string, @SignedIn() { personId }: Authenticated): Promise<StagesView> {
    return this.stages.view(personId, id)
  }

  @Operation('sayStagePart')
  say(@IdParam() id: string, @ParsedBody(stagePartSchema) body: StagePart, @SignedIn() { personId }: Authenticated): Promise<StagesView> {
    return this.stages.say(personId, id, body)
  }

  @Operation('sayEngagement')
  sayEngagement(
    @IdParam() id: string,
    @ParsedBody(saidEngagementSchema) body: SaidEngagement,
    @SignedIn() { personId }: Authenticated
  ): Promise<StagesView> {
    return this.stages.sayEngagement(personId, id, body)
  }
}
