import type { Actor, WorkspaceFacts } from '@roundtable/shared/ability'
import { ROLES, type DocumentKind, type DocumentState, type Side, type Stage, sideOfRole } from '@roundtable/shared/framework'

/** A person as the matrix tries them: a role, and what may be odd about the seat or about the person. */
export interface ActorKind {
  readonly name: string
  /** Null: a person without a seat here. */
  readonly actor: Omit<Actor, 'person' | 'seat'> | null
  readonly oddity?: 'removed' | 'suspended' | 'signed out'
}

const seat = (name: string, more: Partial<Omit<Actor, 'person' | 'seat'>> & Pick<Actor, 'role'>): ActorKind => ({
  name,
  actor: { side: sideOfRole(more.role), isFunder: false, mandateExpired: false, invitedByCivic: true, ...more }
})

export const ACTOR_KINDS: readonly ActorKind[] = [
  ...ROLES.map((role) => seat(role, { role })),
  ...(['NSO', 'OSA', 'OTH', 'OBS', 'FAC'] as const).map((role) =>
    seat(`${role} not invited by the civic side`, { role, invitedByCivic: false })
  ),
  ...(['COM', 'CSO', 'NSO'] as const).map((role) => seat(`${role} whose mandate has expired`, { role, mandateExpired: true })),
  ...(['OTH', 'OBS', 'CSO'] as const).map((role) => seat(`${role} who funds it`, { role, isFunder: true })),
  { ...seat('CSO who was removed', { role: 'CSO' }), oddity: 'removed' },
  { ...seat('CSO who is suspended', { role: 'CSO' }), oddity: 'suspended' },
  { ...seat('NSO who has signed out', { role: 'NSO' }), oddity: 'signed out' },
  { name: 'somebody without a seat', actor: null }
]

export interface WorldKind extends WorkspaceFacts {
  readonly name: string
}

const world = (name: string, more: Partial<WorkspaceFacts> & Pick<WorkspaceFacts, 'modality'>): WorldKind => ({
  name,
  leadKind: null,
  namedPartner: null,
  outcome: null,
  registry: 'none',
  ...more
})

export const WORLD_KINDS: readonly WorldKind[] = [
  world('M0', { modality: 'M0' }),
  world('M1', { modality: 'M1', outcome: 'citizen_data' }),
  world('M2', { modality: 'M2', outcome: 'citizen_data' }),
  world('M3 with the office', { modality: 'M3', namedPartner: 'NSO', outcome: 'citizen_data' }),
  world('M3 with a ministry', { modality: 'M3', namedPartner: 'OSA', outcome: 'citizen_data' }),
  world('M4', { modality: 'M4', outcome: 'citizen_data' }),
  world('M5 led by another actor', { modality: 'M5', leadKind: 'OTH', outcome: 'citizen_data' }),
  world('M5 led by a ministry', { modality: 'M5', leadKind: 'OSA', outcome: 'citizen_data' }),
  world('M4, not yet', { modality: 'M4', outcome: 'not_yet' }),
  world('M3, out of scope', { modality: 'M3', namedPartner: 'NSO', outcome: 'out_of_scope' }),
  world('M3 as a card on the registry', { modality: 'M3', namedPartner: 'NSO', registry: 'card' }),
  world('M3 with its roadmap on the registry', { modality: 'M3', namedPartner: 'NSO', registry: 'card_and_roadmap' }),
  world('M3 read by the secretariat', { modality: 'M3', namedPartner: 'NSO', registry: 'full_read' })
]

/** A document as the matrix tries it: of what, in which state, of which stage and side, and whether that side keeps it to itself. */
export interface DocumentFacts {
  readonly kind: DocumentKind
  readonly state: DocumentState
  readonly stage: Stage | null
  readonly side: Side | null
  readonly isKept: boolean
}

const STATES = ['draft', 'review', 'frozen', 'in_force', 'archived'] as const
const inStates = (
  kind: DocumentKind,
  { states = STATES, ...more }: Partial<DocumentFacts> & { readonly states?: readonly DocumentState[] } = {}
): readonly DocumentFacts[] => states.map((state) => ({ kind, state, stage: null, side: null, isKept: false, ...more }))

/** Every kind there is; plans of the design stage, whose rights are other, and of a later one; principles of both sides. */
export const MATRIX_DOCUMENTS: readonly DocumentFacts[] = [
  ...inStates('plain'),
  ...inStates('objectives'),
  ...inStates('agreement'),
  ...inStates('roadmap'),
  ...inStates('plan', { stage: 'S1' }),
  ...inStates('plan', { stage: 'S4' }),
  ...inStates('principles', { side: 'civic' }),
  ...inStates('principles', { side: 'state', states: ['draft', 'frozen'] }),
  ...inStates('objectives', { side: 'civic', isKept: true, states: ['draft'] }),
  ...inStates('plan', { stage: 'S2', side: 'state', isKept: true, states: ['draft'] })
]
