import { type Decision, ruleReason } from '@roundtable/shared/ability'
import { RoundtableError } from '@roundtable/shared/error'
import type { TaskStatus } from '@roundtable/shared/framework'
import type { AnswerTask, AskForTask, SayTaskDone, SetTaskStatus, TaskWork } from '@roundtable/shared/protocol'
import { type Query, refusalBy } from '../ability/index.js'
import { askedOf } from './assignees.js'
import { maySayDone, speaksFor, speaksWithoutMandate } from './domain/assignee.js'
import { type TaskRows, taskStanding } from './domain/task-status.js'
import { type Desk, mayAsk } from './roadmap-desk.js'
import {
  answerAssignment,
  beginFact,
  forgetDone,
  type Happened,
  insertAssignment,
  keepDone,
  keepFact,
  remember,
  type TaskOf
} from './task-change.store.js'
import { type AssignmentRow, assignmentsOf, doneOf, type DoneRow, type FactRow, factOf, hasTask } from './task.store.js'
import { canBeTakenBack, maySetStatus } from './tasks-view.js'

/** Whoever asks again and again is told so: what was declined or taken back counts too. */
const MOST_ASSIGNMENTS = 50

/** Throws `not_allowed` to whoever may not write the roadmap (A11). */
export function mustAsk(desk: Desk): void {
  mustBe(mayAsk(desk))
}

/** Answers the new assignment's id. Whether they may ask is decided before (`mustAsk`). */
export async function askFor(query: Query, desk: Desk, body: AskForTask): Promise<string> {
  const task = { documentId: desk.roadmap.id, taskId: body.taskId }
  const fact = await factNow(query, desk, task, body.version)
  if (fact.status === 'done') throw new RoundtableError('no_longer_open')
  const asked = askedOf(desk, body)
  const rows = fact.assignments
  if (rows.length >= MOST_ASSIGNMENTS) throw tooMany()
  const isOpen = ({ kind, answer, ...row }: AssignmentRow) =>
    (answer === 'proposed' || answer === 'accepted') &&
    kind === asked.kind &&
    row.seatId === asked.seatId &&
    row.organisationId === asked.organisationId &&
    row.side === asked.side
  if (rows.some(isOpen)) throw new RoundtableError('already_open')
  await beginFact(query, task)
  const assignmentId = await insertAssignment(query, task, asked, desk.me.id)
  await settle(query, desk, task, fact, { act: 'asked', assignmentId, reason: '' })
  return assignmentId
}

export async function answerFor(query: Query, desk: Desk, row: AssignmentRow, { version, answer, reason }: AnswerTask): Promise<void> {
  const speaks = answer === 'accepted' ? speaksFor : speaksWithoutMandate
  mustBe(speaks(desk.me, row.kind, desk.seats.of(row), desk.context))
  const fact = await factNow(query, desk, row, version)
  const isOpen = row.answer === 'proposed' || (row.answer === 'accepted' && answer === 'declined' && fact.status !== 'done')
  if (!isOpen) throw new RoundtableError('no_longer_open')
  await answerAssignment(query, row.id, { answer, reason, seatId: desk.me.id })
  await settle(query, desk, row, fact, { act: answer, assignmentId: row.id, reason })
}

export async function withdrawFor(query: Query, desk: Desk, row: AssignmentRow): Promise<void> {
  mustBe(mayAsk(desk))
  const fact = await factNow(query, desk, row, null)
  if (!canBeTakenBack(desk.seats, row) || fact.status === 'done') throw new RoundtableError('no_longer_open')
  await answerAssignment(query, row.id, { answer: 'withdrawn', reason: '', seatId: desk.me.id })
  await settle(query, desk, row, fact, { act: 'withdrawn', assignmentId: row.id, reason: '' })
}

export async function setStatusOf(query: Query, desk: Desk, { taskId, version, status, reason }: SetTaskStatus): Promise<void> {
  const task = { documentId: desk.roadmap.id, taskId }
  const accepted = await acceptedOf(query, task)
  mustBe(maySetStatus(desk, accepted))
  if (status === 'dropped' && accepted.some(({ side }) => side !== desk.me.side)) throw refusalBy(ruleReason('R-25.others'))
  const fact = await factNow(query, desk, task, version)
  if (fact.status === 'done') throw new RoundtableError('no_longer_open')
  await settle(query, desk, task, fact, { act: 'status', assignmentId: null, reason, work: status })
}

export async function sayDoneOf(query: Query, desk: Desk, { taskId, version, isDone, note }: SayTaskDone): Promise<void> {
  const task = { documentId: desk.roadmap.id, taskId }
  const { side, id: seatId } = desk.me
  mustBe(maySayDone(desk.me, await acceptedOf(query, task), desk.seats, desk.context))
  if (side === null) throw new Error(`seat ${seatId} speaks for a side and has none`)
  const fact = await factNow(query, desk, task, version)
  if (fact.status === 'dropped') throw new RoundtableError('no_longer_open')
  await keepDone(query, task, { voice: desk.me.voice, side, isDone, note, seatId })
  await settle(query, desk, task, fact, { act: isDone ? 'done' : 'not_yet', assignmentId: null, reason: note })
}

/**
 * What has been said of a task of the document. Throws `not_found` for a task that is not in it (any more), and
 * `changed_meanwhile` when something else was said since it was read; null asks for no version.
 */
async function factNow(query: Query, desk: Desk, { documentId, taskId }: TaskOf, version: number | null): Promise<TaskNow> {
  if (!(await hasTask(query, documentId, taskId))) throw new RoundtableError('not_found')
  const fact = (await factOf(query, documentId, taskId)) ?? { taskId, version: 0, work: 'accepted' as const, reason: '' }
  if (version !== null && fact.version !== version) throw new RoundtableError('changed_meanwhile')
  const rows = await rowsNow(query, { documentId, taskId }, fact.work)
  return { ...fact, assignments: rows.assignments, status: taskStanding(rows, desk.seats).status }
}

async function rowsNow(query: Query, { documentId, taskId }: TaskOf, work: TaskWork): Promise<TaskRows<AssignmentRow, DoneRow>> {
  const assignments = await assignmentsOf(query, documentId, [taskId])
  return { work, assignments, said: await doneOf(query, documentId, [taskId]) }
}

/** Of a task that is there. Throws `not_found` otherwise, before anybody is told whether they may. */
async function acceptedOf(query: Query, { documentId, taskId }: TaskOf): Promise<readonly AssignmentRow[]> {
  if (!(await hasTask(query, documentId, taskId))) throw new RoundtableError('not_found')
  return (await assignmentsOf(query, documentId, [taskId])).filter(({ answer }) => answer === 'accepted')
}

/** What has been said of a task, and how it stands before those who sit here now. */
type TaskNow = FactRow & { readonly status: TaskStatus; readonly assignments: readonly AssignmentRow[] }

type Act = Pick<Happened, 'act' | 'assignmentId' | 'reason'> & { readonly work?: TaskWork }

/** Writes down what the task has come to, and who brought it there. */
async function settle(query: Query, desk: Desk, { documentId, taskId }: TaskOf, before: TaskNow, act: Act): Promise<void> {
  const task = { documentId, taskId }
  const rows = await rowsNow(query, task, act.work ?? before.work)
  const { accepted, status } = taskStanding(rows, desk.seats)
  const isNobodys = accepted.length === 0
  if (isNobodys) await forgetDone(query, task)
  // Who steps back takes along what they said of the work: it does not stop those who go on.
  const isOpenAgain = isNobodys || (act.act === 'declined' && (rows.work === 'dropped' || rows.work === 'blocked'))
  const work = isOpenAgain ? 'accepted' : rows.work
  const reason = act.work === undefined ? before.reason : act.reason
  await keepFact(query, task, { work, status, reason: isOpenAgain ? '' : reason })
  await remember(query, task, { ...act, seatId: desk.me.id, from: before.status, to: status })
}

function mustBe(decision: Decision): void {
  if (!decision.allowed) throw refusalBy(decision)
}

function tooMany(): RoundtableError {
  const problem = { field: 'assignee', reason: `at most ${MOST_ASSIGNMENTS} have been asked for one task` }
  return new RoundtableError('bad_input', problem, [problem])
}
