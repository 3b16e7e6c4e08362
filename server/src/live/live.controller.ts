import { Controller, Inject, UseGuards } from '@nestjs/common'
import { ticketRequestSchema, type DocumentText, type DocumentView, type Ticket } from '@roundtable/shared/protocol'
import { type Authenticated, SessionGuard, SignedIn } from '../identity/index.js'
import { Operation } from '../platform/operation.js'
import { IdParam, ParsedBody } from '../platform/parsed.js'
import { DocumentService } from './document.service.js'
import { TicketStore } from './ticket.store.js'

@Controller()
@UseGuards(SessionGuard)
export class LiveController {
  constructor(
    @Inject(DocumentService) private readonly documents: DocumentService,
    @Inject(TicketStore) private readonly tickets: TicketStore
  ) {}

  @Operation('getDocument')
  getDocument(@IdParam() id: string, @SignedIn() { personId, sessionId }: Authenticated): Promise<DocumentView> {
    return this.documents.view(id, personId, sessionId)
  }

  @Operation('getDocumentText')
  getDocumentText(@IdParam() id: string, @SignedIn() { personId, sessionId }: Authenticated): Promise<DocumentText> {
    return this.documents.text(id, personId, sessionId)
  }

  @Operation('createTicket')
  async createTicket(
    @ParsedBody(ticketRequestSchema) { documentId }: { documentId: string },
    @SignedIn() { personId, sessionId }: Authenticated
  ): Promise<Ticket> {
    await this.documents.mustExistFor(documentId, personId, sessionId)
    return this.tickets.issue(documentId, personId, sessionId)
  }
}
