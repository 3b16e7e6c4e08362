import type { EntityManager } from 'typeorm'
import { v4, v7 } from 'uuid'
import { OrganisationEntity } from './organisation.entity.js'
import { SeatEntity } from './seat.entity.js'
import { WorkspaceEntity } from './workspace.entity.js'
import type { NewSeat, NewWorkspace } from './workspace.store.js'

/** A workspace, in the caller's transaction. Answers its id. */
export async function insertWorkspace(manager: EntityManager, workspace: NewWorkspace): Promise<string> {
  const { id = v7(), kind, title, country, modality, leadKind = null, namedPartner = null, outcome = null, registry, status } = workspace
  await manager.insert(WorkspaceEntity, { id, kind, title, country, modality, leadKind, namedPartner, outcome, registry, status })
  return id
}

/** A seat, with its organisation where one is new here. Others see seats: their ids are random and say nothing about when somebody came. */
export async function insertSeat(manager: EntityManager, seat: NewSeat): Promise<string> {
  const {
    organisation,
    workspaceId,
    personId,
    side,
    role,
    name,
    isProvisional = false,
    mandateGivenBy = null,
    mandateExpiresAt = null
  } = seat
  const id = v4()
  const organisationId = organisation ? v7() : null
  if (organisation && organisationId) await manager.insert(OrganisationEntity, { id: organisationId, ...organisation })
  await manager.insert(SeatEntity, {
    id,
    workspaceId,
    personId,
    organisationId,
    side,
    role,
    name,
    isFunder: organisation?.kind === 'funder',
    invitedByCivic: false,
    isProvisional,
    mandateGivenBy,
    mandateExpiresAt
  })
  return id
}
