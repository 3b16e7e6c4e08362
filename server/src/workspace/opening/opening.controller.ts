import { Controller, Inject, UseGuards } from '@nestjs/common'
import { openWorkspaceSchema, type OpenWorkspace, type WorkspaceCard } from '@roundtable/shared/protocol'
import { type Authenticated, SessionGuard, SignedIn } from '../../identity/index.js'
import { IdempotencyKey } from '../../platform/idempotent.js'
import { Operation } from '../../platform/operation.js'
import { ParsedBody } from '../../platform/parsed.js'
import { OpeningService } from './opening.service.js'

@Controller()
@UseGuards(SessionGuard)
export class OpeningController {
  constructor(@Inject(OpeningService) private readonly opening: OpeningService) {}

  @Operation('openWorkspace')
  open(
    @ParsedBody(openWorkspaceSchema) body: OpenWorkspace,
    @SignedIn() { personId }: Authenticated,
    @IdempotencyKey() key: string | null
  ): Promise<WorkspaceCard> {
    return this.opening.open({ personId, key }, body)
  }
}
