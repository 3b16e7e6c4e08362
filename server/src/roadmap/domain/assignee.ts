import { decide, ruleReason, type Actor, type Decision, type DecisionContext } from '@roundtable/shared/ability'
import { SIDES, type Side } from '@roundtable/shared/framework'
import type { AssigneeKind } from '@roundtable/shared/protocol'
import type { AskedOf, SeatGroup, Seats, TaskSeat } from './seats.js'

/** What is one's own to do: whoever holds `e` on tasks may take on what they are asked for, whatever else they may write. */
export function mayTakeOn(actor: Actor, context: DecisionContext): Decision {
  return decide(actor, 'edit-own', 'TASK', { ...context, ownership: 'own' })
}

/**
 * Whether a seat answers for those who were asked. For itself it needs nothing but the right to its own tasks. For an
 * organisation or a side it speaks for others: as one of those who decide for it, and where its kind decides nothing here (a
 * partner under M2, A-3) as one who is of it; and no mandate that has run out does that.
 */
export function speaksFor(me: TaskSeat, kind: AssigneeKind, group: SeatGroup, context: DecisionContext): Decision {
  if (!group.ids.has(me.id)) return { allowed: false, ...ruleReason('R-25') }
  const own = mayTakeOn(me.actor, context)
  if (!own.allowed || kind === 'seat') return own
  if (group.decides) return decide(me.actor, 'approve', 'TASK', context)
  return me.actor.mandateExpired ? { allowed: false, ...ruleReason('R-34') } : own
}

/** The same without asking for a mandate: declining binds nobody, and whoever works on a task says how far it is. */
export function speaksWithoutMandate(me: TaskSeat, kind: AssigneeKind, group: SeatGroup, context: DecisionContext): Decision {
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
export function hasLeft(asked: AskedOf, seats: Seats): boolean {
  return !seats.of(asked).takesOn
}

/**
 * The sides that a task concerns: those that decide here, and those of whoever has accepted it. Read off rows alone: what the
 * document calls the leading side anybody who writes there could change.
 */
export function sidesConcerned(accepted: readonly AskedOf[], seats: Seats): Side[] {
  return SIDES.filter((side) => accepted.some((one) => one.side === side) || seats.deciding.has(side))
}

/**
 * Whether a seat says for its side that a task is done: one of those who decide for the side, and where it decides nothing
 * here, whoever speaks for an assignee of that side.
 */
export function maySayDone(me: TaskSeat, accepted: readonly AskedOf[], seats: Seats, context: DecisionContext): Decision {
  if (accepted.length === 0) return { allowed: false, ...ruleReason('R-25.first') }
  const { side } = me
  if (side === null || !sidesConcerned(accepted, seats).includes(side)) return { allowed: false, ...ruleReason('R-25.side') }
  if (seats.deciding.has(side)) return decide(me.actor, 'approve', 'TASK', context)
  if (me.actor.mandateExpired) return { allowed: false, ...ruleReason('R-34') }
  const own = accepted.filter((one) => one.side === side).map((one) => speaksFor(me, one.kind, seats.of(one), context))
  return own.find(({ allowed }) => allowed) ?? { allowed: false, ...ruleReason('R-25.side') }
}
