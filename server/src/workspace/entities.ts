import { OrganisationEntity } from './organisation.entity.js'
import { SeatEntity } from './seat.entity.js'
import { WorkspaceEntity } from './workspace.entity.js'

export const workspaceEntities = [OrganisationEntity, WorkspaceEntity, SeatEntity]
