import { Controller, Inject, UseGuards } from '@nestjs/common'
import {
  createDocumentSchema,
  type DocumentView,
  type NewDocumentBody,
  type ReleasePassages,
  releasePassagesSchema
} from '@roundtable/shared/protocol'
import { type Authenticated, SessionGuard, SignedIn } from '../../identity/index.js'
import { DocumentService } from '../../live/index.js'
import { IdempotencyKey } from '../../platform/idempotent.js'
import { Operation } from '../../platform/operation.js'
import { IdParam, ParsedBody } from '../../platform/parsed.js'
import { AddingService } from './adding.service.js'
import { PassagesService } from './passages.service.js'

@Controller()
@UseGuards(SessionGuard)
export class AddingController {
  constructor(
    @Inject(AddingService) private readonly adding: AddingService,
    @Inject(PassagesService) private readonly passages: PassagesService,
    @Inject(DocumentService) private readonly documents: DocumentService
  ) {}

  @Operation('createDocument')
  add(
    @IdParam() id: string,
    @ParsedBody(createDocumentSchema) body: NewDocumentBody,
    @SignedIn() { personId }: Authenticated,
    @IdempotencyKey() key: string | null
  ): Promise<{ id: string }> {
    return this.adding.add({ personId, key }, id, body)
  }

  @Operation('releaseDocument')
  async release(@IdParam() id: string, @SignedIn() { personId, sessionId }: Authenticated): Promise<DocumentView> {
    const { workspaceId } = await this.documents.view(id, personId, sessionId)
    await this.adding.release(personId, id, workspaceId)
    return this.documents.view(id, personId, sessionId)
  }

  @Operation('releasePassages')
  async releasePassages(
    @IdParam() id: string,
    @ParsedBody(releasePassagesSchema) body: ReleasePassages,
    @SignedIn() { personId, sessionId }: Authenticated,
    @IdempotencyKey() key: string | null
  ): Promise<{ id: string }> {
    const { workspaceId, kind } = await this.documents.view(id, personId, sessionId)
    return this.passages.release({ personId, key }, { id, workspaceId, kind }, body)
  }
}
