import type {
  DefinitionOutcome,
  LeadKind,
  Modality,
  OrganisationKind,
  PartnerKind,
  RegistryLevel,
  Role,
  Side,
  Stage
} from '@roundtable/shared/framework'
import type { WorkspaceKind } from '@roundtable/shared/protocol'

export interface CardRow {
  readonly id: string
  readonly kind: WorkspaceKind
  readonly title: string
  readonly country: string
  readonly modality: Modality
  readonly people: number
}

/** A workspace in somebody's list, with the seat through which they know of it. */
export interface ListedRow extends CardRow {
  readonly seatId: string
  readonly side: Side | null
  readonly role: Role
  readonly name: string
  readonly organisation: string | null
  readonly mandateExpiresAt: Date | null
}

export interface WorkspaceRow extends CardRow {
  readonly status: string
  readonly leadKind: LeadKind | null
  readonly namedPartner: PartnerKind | null
  readonly outcome: DefinitionOutcome | null
  readonly outcomeParagraph: string
  readonly registry: RegistryLevel
  readonly stage: Stage | null
}

export interface NewWorkspace {
  /** Left out: a new one. */
  readonly id?: string
  readonly kind: WorkspaceKind
  readonly title: string
  readonly country: string
  readonly modality: Modality
  readonly leadKind?: LeadKind
  readonly namedPartner?: PartnerKind
  readonly outcome?: DefinitionOutcome
  readonly registry?: RegistryLevel
  readonly status: string
}

export interface NewSeat {
  readonly workspaceId: string
  readonly personId: string
  readonly side: Side | null
  readonly role: Role
  /** What others see here. */
  readonly name: string
  readonly organisation?: { readonly name: string; readonly kind: OrganisationKind } | null
  readonly isProvisional?: boolean
  readonly mandateGivenBy?: string
  readonly mandateExpiresAt?: Date
}

export interface WorkspaceStore {
  /** Workspaces this person may know of through a living seat, oldest first, after `afterId`. */
  ofPerson(personId: string, afterId: string | null, limit: number): Promise<ListedRow[]>
  findForPerson(id: string, personId: string): Promise<WorkspaceRow | null>
  insert(workspace: NewWorkspace): Promise<string>
  statusOf(id: string): Promise<string | null>
  setStatus(id: string, status: string): Promise<void>
  hasSeat(workspaceId: string, personId: string): Promise<boolean>
  insertSeat(seat: NewSeat): Promise<string>
}

export const WORKSPACE_STORE = Symbol('workspace store')
