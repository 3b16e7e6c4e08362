import { ruleReason, type Decision } from '@roundtable/shared/ability'
import { type AssignmentView, type TaskFacts, type TasksView } from '@roundtable/shared/protocol'
import { type Query } from '../ability/index.js'
import { hasLeft, maySayDone, seatsOf, sidesConcerned, speaksFor, speaksWithoutMandate } from './domain/assignee.js'
import { saidHere, sideSays } from './domain/task-status.js'
import { assigneesFor } from './assignees.js'
import { type Desk, mayAsk } from './roadmap-desk.js'
import { type AssignmentRow, assignmentsOf, type DoneRow, doneOf, type FactRow, factsOf } from './task.store.js'

/** Everything that was said of a roadmap's tasks, and what the member may say. */
export async function tasksView(query: Query, desk: Desk): Promise<TasksView> {
  const facts = await factsOf(query, desk.roadmap.id)
  const ids = facts.map(({ taskId }) => taskId)
  const assignments = byTask(await assignmentsOf(query, desk.roadmap.id, ids))
  const done = byTask(saidHere(await doneOf(query, desk.roadmap.id, ids), desk.voices))
  const asks = mayAsk(desk)
  return {
    mayAsk: may(asks),
    assignees: asks.allowed ? assigneesFor(desk) : [],
    tasks: facts.map((fact) => factsView(desk, fact, assignments.get(fact.taskId) ?? [], done.get(fact.taskId) ?? []))
  }
}

function factsView(desk: Desk, fact: FactRow, assignments: readonly AssignmentRow[], said: readonly DoneRow[]): TaskFacts {
  const { taskId, version, status, reason } = fact
  const accepted = assignments.filter(({ answer }) => answer === 'accepted')
  return {
    taskId,
    version,
    status,
    reason,
    assignments: assignments.filter(({ answer }) => answer !== 'withdrawn').map((row) => assignmentView(desk, fact, row)),
    sides: sidesConcerned(accepted, desk.seats).map((side) => ({
      side,
      isDone: sideSays(side, said),
      voices: said
        .filter((one) => one.side === side)
        .map(({ name, isDone, note, saidBy, at }) => ({ name, isDone, note, saidBy, at: at.toISOString() }))
    })),
    maySetStatus: may(maySetStatus(desk, accepted)),
    maySayDone: may(maySayDone(desk.me, accepted, desk.seats, desk.context))
  }
}

function assignmentView(desk: Desk, { status }: FactRow, row: AssignmentRow): AssignmentView {
  const { id, kind, name, side, role, answer, reason, askedBy, askedAt, answeredBy, answeredAt } = row
  const group = seatsOf(row, desk.seats)
  return {
    assignmentId: id,
    kind,
    id: row.seatId ?? row.organisationId,
    name,
    side,
    role,
    answer,
    reason,
    askedBy,
    askedAt: askedAt.toISOString(),
    answeredBy,
    answeredAt: answeredAt?.toISOString() ?? null,
    hasLeft: hasLeft(row, desk.seats),
    mayAnswer: may(
      answer === 'accepted' ? speaksWithoutMandate(desk.me, kind, group, desk.context) : speaksFor(desk.me, kind, group, desk.context)
    ),
    mayWithdraw: mayWithdraw(desk, row) && status !== 'done'
  }
}

/** Whoever may ask takes back what nobody has accepted; or what was accepted by somebody who is not here any more. */
export function mayWithdraw(desk: Desk, row: AssignmentRow): boolean {
  const isOpen = row.answer === 'proposed' || (row.answer === 'accepted' && hasLeft(row, desk.seats))
  return isOpen && mayAsk(desk).allowed
}

/** How far a task is, is said by whoever accepted it. */
export function maySetStatus({ me, seats, context }: Desk, accepted: readonly AssignmentRow[]): Decision {
  if (accepted.length === 0) return { allowed: false, ...ruleReason('R-25.first') }
  const answers = accepted.map((row) => speaksWithoutMandate(me, row.kind, seatsOf(row, seats), context))
  const own = answers.find(({ allowed }) => allowed)
  return own ?? answers.find(({ rule }) => rule !== 'R-25') ?? { allowed: false, ...ruleReason('R-25.accepted') }
}

function may({ allowed, rule, paragraph, sentence }: Decision): TasksView['mayAsk'] {
  return { allowed, because: { rule, paragraph, sentence } }
}

function byTask<Row extends { readonly taskId: string }>(rows: readonly Row[]): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) groups.set(row.taskId, [...(groups.get(row.taskId) ?? []), row])
  return groups
}
