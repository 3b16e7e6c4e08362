import type {
  Artefact,
  DefinitionOutcome,
  DocumentState,
  Gate,
  LeadKind,
  Modality,
  PartnerKind,
  RegistryLevel,
  Role,
  Side,
  Stage
} from '../framework/index.js'
import type { Because } from '../protocol/live.js'
import type { BecauseSentence } from './reason.js'

/** Everything that can be asked of `decide`. */
export const ACTIONS = [
  'view',
  'comment',
  'suggest',
  'edit',
  'edit-own',
  'approve',
  'opine',
  'sign',
  'manage-members',
  'invite-party',
  'publish',
  'withdraw'
] as const
export type Action = (typeof ACTIONS)[number]

/** A person in their seat of one workspace. A guest's link is a seat with the role GST. */
export interface Actor {
  readonly person: string
  /** `null`: never held a seat here, or it has ended. Nothing but the public view is left, whatever the other fields say. */
  readonly seat: string | null
  readonly side: Side | null
  readonly role: Role
  /** Declared funder or donor of the initiative. */
  readonly isFunder: boolean
  /** By the database's clock; a seat that needs no mandate never has an expired one. */
  readonly mandateExpired: boolean
  /** The civic side invited this seat: without it, the other sides' seats, observers and facilitators do not exist under M1. */
  readonly invitedByCivic: boolean
}

/** What is true of the whole workspace. */
export interface WorkspaceFacts {
  readonly modality: Modality
  /** Who leads under M5; `null` there means an other actor (OTH). Has no meaning in other modalities. */
  readonly leadKind: LeadKind | null
  /** The state partner under M3 and M0; `null` while none has been named: then NSO and OSA stand alike. */
  readonly namedPartner: PartnerKind | null
  /** `null`: no definition test, as in a country programme, or none answered. */
  readonly outcome: DefinitionOutcome | null
  readonly registry: RegistryLevel
}

/** What is true of the one thing the question is about. */
export interface ObjectFacts {
  /** The stage a plan belongs to, `null` for what belongs to none. */
  readonly stage: Stage | null
  /** The gate a round decides, `null` outside rounds. */
  readonly gate: Gate | null
  /** The state of the document's text; `null` for rows (profile, a task's status, the log), which no state of a text closes. */
  readonly state: DocumentState | null
  /** `own`: made by this person or assigned to them; a seat is its holder's own. Whole documents are `other`. */
  readonly ownership: 'own' | 'other'
  /** The side a document belongs to (principles: always one), `null` for what all share. */
  readonly ownerSide: Side | null
  /** The side that keeps this to itself until it releases it. */
  readonly privateTo: Side | null
  /** The person wrote part of it under a seat that they left, and kept reading it. */
  readonly coWritten: boolean
  /** What would be seen is a published version: for a live document, that its present text is the published one. */
  readonly published: boolean
  /** Of `manage-members`: the role of the seat that would be filled, changed or ended; `null` when no seat is concerned. */
  readonly targetRole: Role | null
  /**
   * Of `manage-members`: what keeps the seat from others' hands. `voice`: it is a counted voice of another organisation (R-31);
   * `community`: it is one of those who are choosing the community's delegate (R-30).
   */
  readonly targetKept: 'voice' | 'community' | null
  /** Of `sign`: what this party does with the data the agreement is about. */
  readonly signingAs: 'provider' | 'recipient' | null
}

export type DecisionContext = WorkspaceFacts & ObjectFacts

/** A shared, unpublished thing of somebody else, outside stages and rounds. Override what is known. */
export const PLAIN_OBJECT: ObjectFacts = {
  stage: null,
  gate: null,
  state: null,
  ownership: 'other',
  ownerSide: null,
  privateTo: null,
  coWritten: false,
  published: false,
  targetRole: null,
  targetKept: null,
  signingAs: null
}

export interface Question {
  readonly actor: Actor
  readonly action: Action
  readonly artefact: Artefact
  readonly context: DecisionContext
}

/** The answer and why: a rule of the design or of SPEC.md, the Framework's paragraphs, the catalogue key of the sentence. */
export interface Decision extends Because {
  readonly allowed: boolean
  readonly sentence: BecauseSentence
}
