import type { Member, Query } from '../ability/index.js'
import type { FactRow, RoadmapRow, TaskKey } from './task.store.js'

/** A task that may concern somebody, with its roadmap. */
export interface OpenTaskRow
  extends TaskKey, Omit<FactRow, 'taskId' | 'reason'>, Pick<RoadmapRow, 'workspaceId' | 'side' | 'privateTo' | 'state'> {
  readonly title: string
  /** A day, and whether it has passed by the database's clock (UTC). */
  readonly dueOn: string | null
  readonly isOverdue: boolean
  /** It came to its end by what was said last. Who sits here now may have opened it again. */
  readonly isOver: boolean
}

/**
 * Tasks that were asked of a seat, its organisation or its side and are theirs to answer or have been accepted; and tasks that
 * another side calls done. What of it really concerns the seat is decided afterwards. Those that came to their end come last.
 */
const OPEN_TASKS = `select d.workspace_id as "workspaceId", d.id as "documentId", d.side, d.private_to as "privateTo", h.state,
    f.task_id as "taskId", f.version, f.work, p.title, p.due_on::text as "dueOn",
    coalesce(p.due_on < (now() at time zone 'utc')::date, false) as "isOverdue",
    f.status in ('done', 'dropped') as "isOver"
  from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[]) as q (workspace, seat, organisation, side)
  join document d on d.workspace_id = q.workspace and d.kind = 'roadmap' and (d.private_to is null or d.private_to = q.side)
  join document_head h on h.document_id = d.id
  join task_fact f on f.document_id = d.id
  join projected_task p on p.document_id = f.document_id and p.task_id = f.task_id
  where exists (select 1 from task_assignment a where a.document_id = f.document_id and a.task_id = f.task_id
      and a.answer in ('proposed', 'accepted') and (a.seat_id = q.seat or a.organisation_id = q.organisation or (a.kind = 'side' and a.side = q.side)))
    or exists (select 1 from task_done t where t.document_id = f.document_id and t.task_id = f.task_id and t.is_done and t.side <> q.side)
  order by f.status in ('done', 'dropped'), p.due_on nulls last, d.id, p.place limit $5`

export function openTasksOf(query: Query, members: readonly Member[], most: number): Promise<OpenTaskRow[]> {
  return query<OpenTaskRow>(OPEN_TASKS, [
    members.map(({ workspaceId }) => workspaceId),
    members.map(({ seat }) => seat.id),
    members.map(({ seat }) => seat.organisationId),
    members.map(({ seat }) => seat.side),
    most
  ])
}
