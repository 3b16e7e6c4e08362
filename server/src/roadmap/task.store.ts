import type { DocumentState, Role, Side } from '@roundtable/shared/framework'
import type { TaskAnswer, TaskHistory, TaskWork } from '@roundtable/shared/protocol'
import type { Query } from '../ability/index.js'
import type { AskedOf } from './domain/seats.js'
import type { DoneSaid } from './domain/task-status.js'

export interface RoadmapRow {
  readonly id: string
  readonly workspaceId: string
  readonly side: Side | null
  readonly privateTo: Side | null
  readonly state: DocumentState
}

export interface FactRow {
  readonly taskId: string
  readonly version: number
  readonly work: TaskWork
  readonly reason: string
}

export interface AssignmentRow extends AskedOf {
  readonly id: string
  readonly documentId: string
  readonly taskId: string
  readonly name: string
  readonly role: Role | null
  readonly answer: TaskAnswer
  readonly reason: string
  readonly askedBy: string
  readonly askedAt: Date
  readonly answeredBy: string | null
  readonly answeredAt: Date | null
}

export interface DoneRow extends DoneSaid {
  readonly documentId: string
  readonly taskId: string
  readonly note: string
  readonly name: string
  readonly saidBy: string
  readonly at: Date
}

/** A roadmap shows what was said of its first tasks; more than this asks for several roadmaps. */
const MOST_TASKS = 1000
const MOST_REMEMBERED = 100

export async function findRoadmap(query: Query, documentId: string): Promise<RoadmapRow | null> {
  const [row] = await query<RoadmapRow>(
    `select d.id, d.workspace_id as "workspaceId", d.side, d.private_to as "privateTo", h.state
     from document d join document_head h on h.document_id = d.id where d.id = $1 and d.kind = 'roadmap'`,
    [documentId]
  )
  return row ?? null
}

export interface TaskPlace {
  readonly documentId: string
  readonly taskId: string
  readonly title: string
}

export async function roadmapsOf(query: Query, workspaceId: string): Promise<readonly string[]> {
  const rows = await query<{ id: string }>(`select id from document where workspace_id = $1 and kind = 'roadmap' limit ${MOST_TASKS}`, [
    workspaceId
  ])
  return rows.map(({ id }) => id)
}

export function placesOf(query: Query, workspaceId: string): Promise<TaskPlace[]> {
  return query<TaskPlace>(
    `select p.document_id as "documentId", p.task_id as "taskId", p.title from projected_task p join document d on d.id = p.document_id
     where d.workspace_id = $1 order by p.document_id, p.place limit ${MOST_TASKS}`,
    [workspaceId]
  )
}

/** Whether the document has the task, as it was last written down as rows. */
export async function hasTask(query: Query, documentId: string, taskId: string): Promise<boolean> {
  return (await query('select 1 from projected_task where document_id = $1 and task_id = $2', [documentId, taskId])).length > 0
}

/** What was said of the tasks that are in the document now, in their order. */
export function factsOf(query: Query, documentId: string): Promise<FactRow[]> {
  return query<FactRow>(
    `select f.task_id as "taskId", f.version, f.work, f.reason
     from task_fact f join projected_task p on p.document_id = f.document_id and p.task_id = f.task_id
     where f.document_id = $1 order by p.place limit ${MOST_TASKS}`,
    [documentId]
  )
}

export async function factOf(query: Query, documentId: string, taskId: string): Promise<FactRow | null> {
  const [row] = await query<FactRow>(
    'select task_id as "taskId", version, work, reason from task_fact where document_id = $1 and task_id = $2',
    [documentId, taskId]
  )
  return row ?? null
}

const ASSIGNMENTS = `select a.id, a.document_id as "documentId", a.task_id as "taskId", a.kind, a.seat_id as "seatId",
    a.organisation_id as "organisationId", a.side, coalesce(o.name, s.name, '') as name, s.role, a.answer, a.reason,
    asker.name as "askedBy", a.asked_at as "askedAt", answerer.name as "answeredBy", a.answered_at as "answeredAt"
  from task_assignment a join seat asker on asker.id = a.asked_by left join seat answerer on answerer.id = a.answered_by
    left join seat s on s.id = a.seat_id left join organisation o on o.id = a.organisation_id`

/** All of a task's, withdrawn ones too; how many there can be is bounded where somebody is asked (TASK-4). */
export function assignmentsOf(query: Query, documentId: string, taskIds: readonly string[]): Promise<AssignmentRow[]> {
  return query<AssignmentRow>(`${ASSIGNMENTS} where a.document_id = $1 and a.task_id = any($2) order by a.asked_at, a.id`, [
    documentId,
    taskIds
  ])
}

/** The same of tasks of several documents. */
export function assignmentsOfTasks(query: Query, tasks: readonly TaskKey[]): Promise<AssignmentRow[]> {
  return query<AssignmentRow>(`${ASSIGNMENTS} where (a.document_id, a.task_id) in ${PAIRS} order by a.asked_at, a.id`, pairsOf(tasks))
}

export async function findAssignment(query: Query, id: string): Promise<AssignmentRow | null> {
  const [row] = await query<AssignmentRow>(`${ASSIGNMENTS} where a.id = $1`, [id])
  return row ?? null
}

/** One a voice. */
export function doneOf(query: Query, documentId: string, taskIds: readonly string[]): Promise<DoneRow[]> {
  return query<DoneRow>(`${DONE} where d.document_id = $1 and d.task_id = any($2) order by d.said_at, d.voice`, [documentId, taskIds])
}

/** The same of tasks of several documents. */
export function doneOfTasks(query: Query, tasks: readonly TaskKey[]): Promise<DoneRow[]> {
  return query<DoneRow>(`${DONE} where (d.document_id, d.task_id) in ${PAIRS} order by d.said_at, d.voice`, pairsOf(tasks))
}

const DONE = `select d.document_id as "documentId", d.task_id as "taskId", d.voice, d.side, d.is_done as "isDone", d.note,
    coalesce(o.name, s.name) as name, s.name as "saidBy", d.said_at as at
  from task_done d join seat s on s.id = d.seat_id left join organisation o on o.id = s.organisation_id`

/** A task in its document. */
export interface TaskKey {
  readonly documentId: string
  readonly taskId: string
}

const PAIRS = '(select * from unnest($1::uuid[], $2::text[]))'
const pairsOf = (tasks: readonly TaskKey[]): unknown[] => [tasks.map(({ documentId }) => documentId), tasks.map(({ taskId }) => taskId)]

/** Newest first, of what is in the document now; of one task or of all. */
export function historyOf(query: Query, documentId: string, taskId: string | null): Promise<HistoryRow[]> {
  return query<HistoryRow>(
    `select e.task_id as "taskId", e.act, s.name as by, e.from_status as "from", e.to_status as "to", e.reason, e.happened_at as at
     from task_event e join seat s on s.id = e.seat_id
       join projected_task p on p.document_id = e.document_id and p.task_id = e.task_id
     where e.document_id = $1 and ($2::text is null or e.task_id = $2) order by e.happened_at desc, e.id desc limit ${MOST_REMEMBERED}`,
    [documentId, taskId]
  )
}

type HistoryItem = TaskHistory['items'][number]
export type HistoryRow = Omit<HistoryItem, 'at'> & { readonly at: Date }
