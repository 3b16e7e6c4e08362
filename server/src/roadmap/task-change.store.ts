import type { Side, TaskStatus } from '@roundtable/shared/framework'
import type { TaskAnswer, TaskHistory, TaskWork } from '@roundtable/shared/protocol'
import { v7 } from 'uuid'
import type { Query } from '../ability/index.js'
import type { AskedOf } from './domain/seats.js'

/** A task of a document. */
export interface TaskOf {
  readonly documentId: string
  readonly taskId: string
}

/** What stands for a task of which nothing has been said. */
export async function beginFact(query: Query, { documentId, taskId }: TaskOf): Promise<void> {
  await query(`insert into task_fact (document_id, task_id, version, status) values ($1, $2, 0, 'idea') on conflict do nothing`, [
    documentId,
    taskId
  ])
}

/** The status is what the task came to by this act; how it stands is read off the rows (`taskStanding`). */
export async function keepFact(
  query: Query,
  { documentId, taskId }: TaskOf,
  { work, reason, status }: { readonly work: TaskWork; readonly reason: string; readonly status: TaskStatus }
): Promise<void> {
  await query(
    `update task_fact set version = version + 1, work = $3, reason = $4, status = $5, changed_at = clock_timestamp()
     where document_id = $1 and task_id = $2`,
    [documentId, taskId, work, reason, status]
  )
}

export async function insertAssignment(query: Query, { documentId, taskId }: TaskOf, asked: AskedOf, askedBy: string): Promise<string> {
  const id = v7()
  await query(
    `insert into task_assignment (id, document_id, task_id, kind, seat_id, organisation_id, side, asked_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [id, documentId, taskId, asked.kind, asked.seatId, asked.organisationId, asked.side, askedBy]
  )
  return id
}

export async function answerAssignment(
  query: Query,
  id: string,
  { answer, reason, seatId }: { readonly answer: TaskAnswer; readonly reason: string; readonly seatId: string }
): Promise<void> {
  await query('update task_assignment set answer = $2, reason = $3, answered_by = $4, answered_at = clock_timestamp() where id = $1', [
    id,
    answer,
    reason,
    seatId
  ])
}

export interface DoneStatement {
  readonly voice: string
  readonly side: Side
  readonly isDone: boolean
  readonly note: string
  readonly seatId: string
}

/** One a voice: a later statement takes the earlier one's place; the history keeps both. */
export async function keepDone(
  query: Query,
  { documentId, taskId }: TaskOf,
  { voice, side, isDone, note, seatId }: DoneStatement
): Promise<void> {
  await query(
    `insert into task_done (document_id, task_id, voice, side, is_done, note, seat_id) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (document_id, task_id, voice) do update
       set side = excluded.side, is_done = excluded.is_done, note = excluded.note, seat_id = excluded.seat_id, said_at = clock_timestamp()`,
    [documentId, taskId, voice, side, isDone, note, seatId]
  )
}

/** Whoever takes it on next begins anew: what was said of the work of others is not said of theirs. */
export async function forgetDone(query: Query, { documentId, taskId }: TaskOf): Promise<void> {
  await query('delete from task_done where document_id = $1 and task_id = $2', [documentId, taskId])
}

export interface Happened {
  readonly act: TaskHistory['items'][number]['act']
  readonly assignmentId: string | null
  readonly seatId: string
  readonly from: TaskStatus
  readonly to: TaskStatus
  readonly reason: string
}

export async function remember(
  query: Query,
  { documentId, taskId }: TaskOf,
  { act, assignmentId, seatId, from, to, reason }: Happened
): Promise<void> {
  await query(
    `insert into task_event (id, document_id, task_id, act, assignment_id, seat_id, from_status, to_status, reason)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [v7(), documentId, taskId, act, assignmentId, seatId, from, to, reason]
  )
}
