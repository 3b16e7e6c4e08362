import { Controller, Inject, UseGuards } from '@nestjs/common'
import { pageQuerySchema, type WorkspaceCard, type WorkspaceView } from '@roundtable/shared/protocol'
import { type Authenticated, SessionGuard, SignedIn } from '../identity/index.js'
import { Operation } from '../platform/operation.js'
import { IdParam, ParsedQuery } from '../platform/parsed.js'
import { type Page, WorkspaceService } from './workspace.service.js'

@Controller()
@UseGuards(SessionGuard)
export class WorkspaceController {
  constructor(@Inject(WorkspaceService) private readonly workspaces: WorkspaceService) {}

  @Operation('listWorkspaces')
  list(
    @ParsedQuery(pageQuerySchema) query: { cursor?: string; limit: number },
    @SignedIn() { personId }: Authenticated
  ): Promise<Page<WorkspaceCard>> {
    return this.workspaces.list(personId, query)
  }

  @Operation('getWorkspace')
  view(@IdParam() id: string, @SignedIn() { personId, sessionId }: Authenticated): Promise<WorkspaceView> {
    return this.workspaces.view(id, personId, sessionId)
  }
}
