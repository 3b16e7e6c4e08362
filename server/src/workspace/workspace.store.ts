import {
  type DefinitionOutcome,
  type LeadKind,
  type Modality,
  type PartnerKind,
  type RegistryLevel,
  type Role,
  type Side,
  type Stage
} from '@roundtable/shared/framework'

export interface WorkspaceRow {
  readonly id: string
  readonly kind: 'initiative' | 'country_programme'
  readonly title: string
  readonly country: string
  readonly modality: Modality
  readonly documents: number
  readonly people: number
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
  readonly kind: 'initiative' | 'country_programme'
  readonly title: string
  readonly country: string
  readonly modality: Modality
  readonly leadKind?: LeadKind
  readonly namedPartner?: PartnerKind
  readonly status: string
}

export interface NewSeat {
  readonly workspaceId: string
  readonly personId: string
  readonly side: Side | null
  readonly role: Role
  /** What others see here. */
  readonly name: string
  readonly organisation?: { readonly name: string; readonly kind: string }
  readonly mandateExpiresAt?: Date
}

export interface WorkspaceStore {
  /** Workspaces in which this person holds a seat, oldest first, after `afterId`. */
  ofPerson(personId: string, afterId: string | null, limit: number): Promise<WorkspaceRow[]>
  findForPerson(id: string, personId: string): Promise<WorkspaceRow | null>
  insert(workspace: NewWorkspace): Promise<string>
  statusOf(id: string): Promise<string | null>
  setStatus(id: string, status: string): Promise<void>
  hasSeat(workspaceId: string, personId: string): Promise<boolean>
  insertSeat(seat: NewSeat): Promise<string>
}

export const WORKSPACE_STORE = Symbol('workspace store')
