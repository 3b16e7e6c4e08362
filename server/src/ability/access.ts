import type { Because, LiveRight } from '@roundtable/shared/protocol'
import type { DocumentKind, DocumentState, Modality, Role, Side, Stage } from '@roundtable/shared/framework'

/** Whose right is asked about, where. A ticket stands for a session, or (fixtures only) for a person alone. */
export interface AccessQuestion {
  readonly documentId: string
  readonly personId: string
  /** null: a reusable ticket, valid as long as its row. */
  readonly sessionId: string | null
}

/** What a decision was made on. The database is asked at every append whether it still holds. */
export interface Grounds {
  readonly workspaceNumber: number
  readonly personNumber: number
  /** Database time at which the session runs out. */
  readonly validUntil: Date
}

export interface SeatFacts {
  readonly id: string
  readonly name: string
  readonly side: Side | null
  readonly role: Role
  readonly organisation: string | null
  readonly mandateExpiresAt: Date | null
  /** Which of the 24 marks, six colours in four shapes: by its place among all seats its workspace has had, so the same everywhere. */
  readonly color: number
}

export interface DocumentFacts {
  readonly id: string
  readonly familyId: string
  readonly workspaceId: string
  readonly kind: DocumentKind
  readonly stage: Stage | null
  readonly side: Side | null
  /** The side that keeps it to itself. */
  readonly privateTo: Side | null
  readonly state: DocumentState
  readonly epoch: number
  readonly modality: Modality
}

/** A person's right in one document, why it is so, and what it rests on. */
export interface Access {
  readonly right: LiveRight
  readonly because: Because
  /** They read what they co-wrote and hold no seat any more: nobody among those who are here (ABIL-28). */
  readonly hasLeft: boolean
  /** Who else is in the document now is shown to them. */
  readonly seesPeople: boolean
  readonly grounds: Grounds
  readonly seat: SeatFacts
  readonly document: DocumentFacts
}

/** Absent and forbidden are one answer; only a session that has ended is told apart, to its own person. */
export type AccessAnswer =
  { readonly kind: 'granted'; readonly access: Access } | { readonly kind: 'absent' } | { readonly kind: 'signed_out' }
