import { Controller, Inject, UseGuards } from '@nestjs/common'
import {
  moveTemplateSchema,
  type MoveTemplate,
  type TemplateQuery,
  templateQuerySchema,
  type TemplateView
} from '@roundtable/shared/protocol'
import { type Authenticated, SessionGuard, SignedIn } from '../identity/index.js'
import { Operation } from '../platform/operation.js'
import { IdParam, ParsedBody, ParsedQuery } from '../platform/parsed.js'
import { TemplateService } from './template.service.js'

@Controller()
@UseGuards(SessionGuard)
export class TemplateController {
  constructor(@Inject(TemplateService) private readonly templates: TemplateService) {}

  @Operation('getTemplate')
  view(
    @IdParam() documentId: string,
    @ParsedQuery(templateQuerySchema) { changes }: TemplateQuery,
    @SignedIn() { personId, sessionId }: Authenticated
  ): Promise<TemplateView> {
    return this.templates.view({ documentId, personId, sessionId }, { withChanges: changes !== undefined })
  }

  @Operation('moveTemplate')
  move(
    @IdParam() documentId: string,
    @ParsedBody(moveTemplateSchema) body: MoveTemplate,
    @SignedIn() { personId, sessionId }: Authenticated
  ): Promise<TemplateView> {
    return this.templates.move({ documentId, personId, sessionId }, body)
  }
}
