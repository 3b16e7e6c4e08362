import { type Actor, type DecisionContext, PLAIN_OBJECT, type WorkspaceFacts } from '@roundtable/shared/ability'
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

export function contextOf(facts: AccessFacts): DecisionContext {
  return {
    ...workspaceFacts(facts),
    ...PLAIN_OBJECT,
    state: facts.state,
    stage: facts.stage,
    ownerSide: facts.documentSide,
    privateTo: facts.privateTo,
    coWritten: facts.isCoWriter
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
