import { Controller, Inject, UseGuards } from '@nestjs/common'
import { definitionAnswerSchema, type DefinitionAnswer, type DefinitionView } from '@roundtable/shared/protocol'
import { type Authenticated, SessionGuard, SignedIn } from '../../identity/index.js'
import { Operation } from '../../platform/operation.js'
import { IdParam, ParsedBody } from '../../platform/parsed.js'
import { AsksGuard } from '../asks.guard.js'
import { DefinitionService } from './definition.service.js'

@Controller()
@UseGuards(SessionGuard, AsksGuard)
export class DefinitionController {
  constructor(@Inject(DefinitionService) private readonly definition: DefinitionService) {}

  @Operation('getDefinition')
  view(@IdParam() id: string, @SignedIn() { personId }: Authenticated): Promise<DefinitionView> {
    return this.definition.view(personId, id)
  }

  @Operation('answerDefinition')
  answer(
    @IdParam() id: string,
    @ParsedBody(definitionAnswerSchema) body: DefinitionAnswer,
    @SignedIn() { personId }: Authenticated
  ): Promise<DefinitionView> {
    return this.definition.answer(personId, id, body)
  }
}
