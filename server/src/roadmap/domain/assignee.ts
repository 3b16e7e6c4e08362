import { decide, ruleReason, type Actor, type Decision, type DecisionContext } from '@roundtable/shared/ability'
import { SIDES, type Role, type Side } from '@roundtable/shared/framework'
import { type AssigneeKind } from '@roundtable/shared/protocol'

/** What of a seat says for whom it can take on a task. */
export interface TaskSeat {
  readonly id: string
  /** For whom it speaks when it says that a task is done: one a voice, never one a head. */
  readonly voice: string
  readonly side: Side | null
  readonly role: Role
  readonly organisationId: string | null
  readonly actor: Actor
  /** Its kind decides about the roadmap here, whatever keeps it from doing so just now. */
  readonly decides: boolean
  /** It sees the roadmap and may take on tasks of it, whatever keeps it from doing so just now. */
  readonly takesOn: boolean
}

/** Whom a task is asked of. */
export interface AskedOf {
  readonly kind: AssigneeKind
  readonly seatId: string | null
  readonly organisationId: string | null
  readonly side: Side | null
}

/** The seats that belong to whoever was asked. A community's delegate is a voice apart, also from an organisation's. */
export function seatsOf<S extends TaskSeat>({ kind, seatId, organisationId, side }: AskedOf, seats: readonly S[]): S[] {
  if (kind === 'seat') return seats.filter(({ id }) => id === seatId)
  if (kind === 'side') return seats.filter((seat) => seat.side === side)
  return seats.filter((seat) => seat.organisationId === organisationId && seat.side === side && seat.role !== 'COM')
}

/** What is one's own to do: whoever holds `e` on tasks may take on what they are asked for, whatever else they may write. */
export function mayTakeOn(actor: Actor, context: DecisionContext): Decision {
  return decide(actor, 'edit-own', 'TASK', { ...context, ownership: 'own' })
}

/**
 * Whether a seat answers for those who were asked. For itself it needs nothing but the right to its own tasks. For an
 * organisation or a side it speaks for others: as one of those who decide for it, and where its kind decides nothing here (a
 * partner under M2, A-3) as one who is of it; and no mandate that has run out does that.
 */
export function speaksFor(me: TaskSeat, kind: AssigneeKind, group: readonly TaskSeat[], context: DecisionContext): Decision {
  if (!group.some(({ id }) => id === me.id)) return { allowed: false, ...ruleReason('R-25') }
  const own = mayTakeOn(me.actor, context)
  if (!own.allowed || kind === 'seat') return own
  if (group.some((seat) => seat.decides)) return decide(me.actor, 'approve', 'TASK', context)
  return me.actor.mandateExpired ? { allowed: false, ...ruleReason('R-34') } : own
}

/** The same without asking for a mandate: declining binds nobody, and whoever works on a task says how far it is. */
export function speaksWithoutMandate(me: TaskSeat, kind: AssigneeKind, group: readonly TaskSeat[], context: DecisionContext): Decision {
  return speaksFor({ ...me, actor: { ...me.actor, mandateExpired: false } }, kind, group, context)
}

/** What a seat's kind may do about a roadmap at all: its mandate, the archive and the outcome of the test are left out of it. */
export function standingOf(actor: Actor, context: DecisionContext): Pick<TaskSeat, 'decides' | 'takesOn'> {
  const [able, open] = [
    { ...actor, mandateExpired: false },
    { ...context, state: null, outcome: null }
  ]
  return {
    decides: actor.side !== null && decide(able, 'approve', 'TASK', open).allowed,
    takesOn: decide(able, 'view', 'TASK', open).allowed && mayTakeOn(able, open).allowed
  }
}

/** Whether anybody is here who could answer for whoever was asked. */
export function hasLeft(asked: AskedOf, seats: readonly TaskSeat[]): boolean {
  return !seatsOf(asked, seats).some((seat) => seat.takesOn)
}

/**
 * The sides that a task concerns: those that decide here, and those of whoever has accepted it. Read off rows alone: what the
 * document calls the leading side anybody who writes there could change.
 */
export function sidesConcerned(accepted: readonly AskedOf[], seats: readonly TaskSeat[]): Side[] {
  return SIDES.filter((side) => accepted.some((one) => one.side === side) || seats.some((seat) => seat.side === side && seat.decides))
}

/**
 * Whether a seat says for its side that a task is done: one of those who decide for the side, and where it decides nothing
 * here, whoever speaks for an assignee of that side.
 */
export function maySayDone(me: TaskSeat, accepted: readonly AskedOf[], seats: readonly TaskSeat[], context: DecisionContext): Decision {
  if (accepted.length === 0) return { allowed: false, ...ruleReason('R-25.first') }
  const { side } = me
  if (side === null || !sidesConcerned(accepted, seats).includes(side)) return { allowed: false, ...ruleReason('R-25.side') }
  if (seats.some((seat) => seat.side === side && seat.decides)) return decide(me.actor, 'approve', 'TASK', context)
  if (me.actor.mandateExpired) return { allowed: false, ...ruleReason('R-34') }
  const own = accepted.filter((one) => one.side === side).map((one) => speaksFor(me, one.kind, seatsOf(one, seats), context))
  return own.find(({ allowed }) => allowed) ?? { allowed: false, ...ruleReason('R-25.side') }
}
