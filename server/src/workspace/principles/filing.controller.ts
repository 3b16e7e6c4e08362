import { Controller, Inject, UseGuards } from '@nestjs/common'
import { filePrinciplesSchema, type FilePrinciples, type PrinciplesView } from '@roundtable/shared/protocol'
import { type Authenticated, SessionGuard, SignedIn } from '../../identity/index.js'
import { DocumentService } from '../../live/index.js'
import { IdempotencyKey } from '../../platform/idempotent.js'
import { Operation } from '../../platform/operation.js'
import { IdParam, ParsedBody } from '../../platform/parsed.js'
import { AsksGuard } from '../asks.guard.js'
import { FilingService } from './filing.service.js'

@Controller()
@UseGuards(SessionGuard, AsksGuard)
export class FilingController {
  constructor(
    @Inject(FilingService) private readonly filings: FilingService,
    @Inject(DocumentService) private readonly documents: DocumentService
  ) {}

  @Operation('getPrinciples')
  view(@IdParam() id: string, @SignedIn() { personId }: Authenticated): Promise<PrinciplesView> {
    return this.filings.view(personId, id)
  }

  @Operation('filePrinciples')
  async file(
    @IdParam() id: string,
    @ParsedBody(filePrinciplesSchema) { contentHash }: FilePrinciples,
    @SignedIn() { personId, sessionId }: Authenticated,
    @IdempotencyKey() key: string | null
  ): Promise<PrinciplesView> {
    const { workspaceId } = await this.documents.view(id, personId, sessionId)
    return this.filings.file({ personId, key }, { documentId: id, workspaceId, contentHash })
  }
}
