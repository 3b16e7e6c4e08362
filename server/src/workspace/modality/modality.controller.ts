import { Controller, Inject, UseGuards } from '@nestjs/common'
import {
  proposeModalitySchema,
  stanceSchema,
  type ModalityHistory,
  type ProposeModality,
  type StanceGiven
} from '@roundtable/shared/protocol'
import { type Authenticated, SessionGuard, SignedIn } from '../../identity/index.js'
import { IdempotencyKey } from '../../platform/idempotent.js'
import { Operation } from '../../platform/operation.js'
import { IdParam, ParsedBody } from '../../platform/parsed.js'
import { AsksGuard } from '../asks.guard.js'
import { ModalityService } from './modality.service.js'

@Controller()
@UseGuards(SessionGuard, AsksGuard)
export class ModalityController {
  constructor(@Inject(ModalityService) private readonly modality: ModalityService) {}

  @Operation('getModality')
  view(@IdParam() id: string, @SignedIn() { personId }: Authenticated): Promise<ModalityHistory> {
    return this.modality.view(personId, id)
  }

  @Operation('proposeModality')
  propose(
    @IdParam() id: string,
    @ParsedBody(proposeModalitySchema) body: ProposeModality,
    @IdempotencyKey() key: string | null,
    @SignedIn() { personId }: Authenticated
  ): Promise<ModalityHistory> {
    return this.modality.propose(personId, id, body, key)
  }

  @Operation('answerModality')
  answer(
    @IdParam() id: string,
    @ParsedBody(stanceSchema) body: StanceGiven,
    @SignedIn() { personId }: Authenticated
  ): Promise<ModalityHistory> {
    return this.modality.answer(personId, id, body)
  }

  @Operation('withdrawModality')
  withdraw(@IdParam() id: string, @SignedIn() { personId }: Authenticated): Promise<void> {
    return this.modality.withdraw(personId, id)
  }
}
