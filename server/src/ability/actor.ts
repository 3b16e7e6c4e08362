import { type Actor, type DecisionContext, PLAIN_OBJECT, type WorkspaceFacts, artefactOf, isOnRegistry } from '@roundtable/shared/ability'
import type { AccessFacts } from './access.store.js'
import type { SeatRow } from './seat.store.js'

/** Facts from rows, in the words of `decide()`. */
function workspaceFacts({ modality, leadKind, namedPartner, outcome, registry }: WorkspaceFacts): WorkspaceFacts {
  return { modality, leadKind, namedPartner, outcome, registry }
}

/** Null where the person holds no seat, nor wrote part of it under one they left: then nothing here exists for them. */
export function actorOf(facts: AccessFacts, personId: string): Actor | null {
  if (!facts.seatId || !facts.role) return null
  return {
    person: personId,
    seat: facts.isCoWriter ? null : facts.seatId,
    side: facts.seatSide,
    role: facts.role,
    isFunder: facts.isFunder === true,
    mandateExpired: facts.mandateExpired,
    invitedByCivic: facts.invitedByCivic === true
  }
}

/** What the registry shows whoever sits here for the secretariat: from "the roadmap" on, the roadmap as it is. */
function isOnRegistryFor({ role, isCoWriter, kind, registry }: AccessFacts): boolean {
  return role !== null && !isCoWriter && isOnRegistry(role, artefactOf(kind), registry)
}

/** The roadmap names tasks, the registry nobody: the secretariat sees who is there where it sees everything (WORK-81). */
export function seesPeople({ role, isCoWriter, registry }: AccessFacts): boolean {
  return !isCoWriter && (role !== 'SEC' || registry === 'full_read')
}

export function contextOf(facts: AccessFacts): DecisionContext {
  return {
    ...workspaceFacts(facts),
    ...PLAIN_OBJECT,
    state: facts.state,
    stage: facts.stage,
    ownerSide: facts.documentSide,
    privateTo: facts.privateTo,
    coWritten: facts.isCoWriter,
    published: isOnRegistryFor(facts)
  }
}

export function seatActorOf(row: SeatRow): Actor {
  return {
    person: row.personId,
    seat: row.id,
    side: row.side,
    role: row.role,
    isFunder: row.isFunder,
    mandateExpired: row.mandateExpired,
    invitedByCivic: row.invitedByCivic
  }
}

export function seatContextOf(row: SeatRow): WorkspaceFacts {
  return workspaceFacts(row)
}
