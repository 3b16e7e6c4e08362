import { Controller, Inject, UseGuards } from '@nestjs/common'
import type { AgreementFacts } from '@roundtable/shared/protocol'
import { type Authenticated, SessionGuard, SignedIn } from '../identity/index.js'
import { Operation } from '../platform/operation.js'
import { IdParam } from '../platform/parsed.js'
import { AgreementService } from './agreement.service.js'

@Controller()
@UseGuards(SessionGuard)
export class AgreementController {
  constructor(@Inject(AgreementService) private readonly agreements: AgreementService) {}

  @Operation('getAgreementFacts')
  facts(@IdParam() documentId: string, @SignedIn() { personId, sessionId }: Authenticated): Promise<AgreementFacts> {
    return this.agreements.facts({ documentId, personId, sessionId })
  }
}
