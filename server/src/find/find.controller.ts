import { Controller, Inject, UseGuards } from '@nestjs/common'
import { type DocumentList, documentsQuerySchema, type Find, type FindAnswer, findSchema } from '@roundtable/shared/protocol'
import type { DocumentKind } from '@roundtable/shared/framework'
import { type Authenticated, SessionGuard, SignedIn } from '../identity/index.js'
import { Operation } from '../platform/operation.js'
import { ParsedBody, ParsedQuery } from '../platform/parsed.js'
import { FindService } from './find.service.js'

@Controller()
@UseGuards(SessionGuard)
export class FindController {
  constructor(@Inject(FindService) private readonly finding: FindService) {}

  @Operation('listDocuments')
  documents(@ParsedQuery(documentsQuerySchema) { kind }: { kind: DocumentKind }, @SignedIn() seeker: Authenticated): Promise<DocumentList> {
    return this.finding.documents(seeker, kind)
  }

  @Operation('find')
  find(@ParsedBody(findSchema) body: Find, @SignedIn() seeker: Authenticated): Promise<FindAnswer> {
    return this.finding.find(seeker, body)
  }
}
