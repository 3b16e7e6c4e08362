import { ruleReason, type Decision } from '@roundtable/shared/ability'
import type { AssignmentView, TaskFacts, TasksView } from '@roundtable/shared/protocol'
import type { Query } from '../ability/index.js'
import { grouped } from '../platform/grouped.js'
import { hasLeft, maySayDone, speaksFor, speaksWithoutMandate } from './domain/assignee.js'
import type { Seats } from './domain/seats.js'
import { sideSays, type TaskRows, taskStanding } from './domain/task-status.js'
import { assigneesFor } from './assignees.js'
import { type Desk, mayAsk } from './roadmap-desk.js'
import { type AssignmentRow, assignmentsOf, type DoneRow, doneOf, type FactRow, factsOf } from './task.store.js'

const taskOf = ({ taskId }: { readonly taskId: string }) => taskId

/** Everything that was said of a roadmap's tasks, and what the member may say. */
export async function tasksView(query: Query, desk: Desk): Promise<TasksView> {
  const facts = await factsOf(query, desk.roadmap.id)
  const ids = facts.map(({ taskId }) => taskId)
  const assignments = grouped(await assignmentsOf(query, desk.roadmap.id, ids), taskOf)
  const done = grouped(await doneOf(query, desk.roadmap.id, ids), taskOf)
  const asks = mayAsk(desk)
  return {
    mayAsk: may(asks),
    assignees: asks.allowed ? assigneesFor(desk) : [],
    tasks: facts.map(({ work, ...fact }) =>
      factsView(desk, asks, fact, { work, assignments: assignments.get(fact.taskId) ?? [], said: done.get(fact.taskId) ?? [] })
    )
  }
}

function factsView(
  desk: Desk,
  asks: Decision,
  { taskId, version, reason }: Omit<FactRow, 'work'>,
  rows: TaskRows<AssignmentRow, DoneRow>
): TaskFacts {
  const { accepted, concerned, said, status } = taskStanding(rows, desk.seats)
  const mayTakeBack = asks.allowed && status !== 'done'
  return {
    taskId,
    version,
    status,
    reason,
    assignments: rows.assignments
      .filter(({ answer }) => answer !== 'withdrawn')
      .map((row) => assignmentView(desk, row, mayTakeBack && canBeTakenBack(desk.seats, row))),
    sides: concerned.map((side) => ({
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

function assignmentView(desk: Desk, row: AssignmentRow, mayWithdraw: boolean): AssignmentView {
  const { id, kind, name, side, role, answer, reason, askedBy, askedAt, answeredBy, answeredAt } = row
  const group = desk.seats.of(row)
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
    mayWithdraw
  }
}

/** Whoever may ask takes back what nobody has accepted; or what was accepted by somebody who is not here any more. */
export function canBeTakenBack(seats: Seats, row: AssignmentRow): boolean {
  return row.answer === 'proposed' || (row.answer === 'accepted' && hasLeft(row, seats))
}

/** How far a task is, is said by whoever accepted it. */
export function maySetStatus({ me, seats, context }: Desk, accepted: readonly AssignmentRow[]): Decision {
  if (accepted.length === 0) return { allowed: false, ...ruleReason('R-25.first') }
  const answers = accepted.map((row) => speaksWithoutMandate(me, row.kind, seats.of(row), context))
  const own = answers.find(({ allowed }) => allowed)
  return own ?? answers.find(({ rule }) => rule !== 'R-25') ?? { allowed: false, ...ruleReason('R-25.accepted') }
}

function may({ allowed, rule, paragraph, sentence }: Decision): TasksView['mayAsk'] {
  return { allowed, because: { rule, paragraph, sentence } }
}
