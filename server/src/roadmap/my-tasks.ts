import type { Member, Query, SeatRow } from '../ability/index.js'
import { grouped } from '../platform/grouped.js'
import type { Undecided } from '../workspace/index.js'
import { maySayDone, speaksFor, speaksWithoutMandate } from './domain/assignee.js'
import { sideSays, taskStanding } from './domain/task-status.js'
import { type OpenTaskRow, openTasksOf } from './open-tasks.store.js'
import { type Desk, deskAmong, maySee } from './roadmap-desk.js'
import { type AssignmentRow, assignmentsOfTasks, type DoneRow, doneOfTasks } from './task.store.js'

/** What one task asks of one person, as far as it asks anything. */
export interface MyTask {
  readonly task: OpenTaskRow
  /** Asked of them, or of whom they speak for, and not answered. A mandate that has run out declines alone. */
  readonly asked: readonly { readonly assignment: AssignmentRow; readonly mayAccept: boolean }[]
  /** Another side calls it done since then, and their own has said nothing. */
  readonly doneSaidAt: Date | null
  /** Accepted by them, or by whom they speak for, and not done as far as their side says. */
  readonly isTakenOn: boolean
}

export interface MyTasks {
  readonly tasks: readonly MyTask[]
  /** There are more than were looked through. */
  readonly isCut: boolean
}

/** Of so many tasks it is decided what they ask; who has more is told that there is more. */
const MOST_LOOKED_AT = 500

/**
 * What the roadmaps of several workspaces ask of one person, who is seated in each of them. Three statements, whatever the
 * number of workspaces; it is decided by who sits in those that have tasks.
 */
export async function myTasks(query: Query, members: readonly Member[]): Promise<Undecided<MyTasks>> {
  const found = await openTasksOf(query, members, MOST_LOOKED_AT + 1)
  const rows = found.slice(0, MOST_LOOKED_AT)
  const assignments = grouped(await assignmentsOfTasks(query, rows), keyOf)
  const done = grouped(await doneOfTasks(query, rows), keyOf)
  return {
    workspaceIds: rows.map(({ workspaceId }) => workspaceId),
    decide: (seats) => {
      const desks = desksOf(members, rows, seats)
      const tasks = rows.flatMap((row) => {
        const desk = desks.get(row.documentId)
        return desk ? [myTask(desk, row, assignments.get(keyOf(row)) ?? [], done.get(keyOf(row)) ?? [])] : []
      })
      return { tasks, isCut: found[MOST_LOOKED_AT]?.isOver === false }
    }
  }
}

/** The person before each of these tasks' roadmaps; null where they may not see it. */
function desksOf(
  members: readonly Member[],
  rows: readonly OpenTaskRow[],
  seats: ReadonlyMap<string, readonly SeatRow[]>
): ReadonlyMap<string, Desk | null> {
  const desks = new Map<string, Desk | null>()
  for (const row of rows) {
    if (desks.has(row.documentId)) continue
    const member = members.find(({ workspaceId }) => workspaceId === row.workspaceId)
    const roadmap = { ...row, id: row.documentId }
    desks.set(
      row.documentId,
      member && maySee(member, roadmap).allowed ? deskAmong(member, roadmap, seats.get(row.workspaceId) ?? []) : null
    )
  }
  return desks
}

function myTask({ me, seats, context }: Desk, task: OpenTaskRow, assignments: readonly AssignmentRow[], done: readonly DoneRow[]): MyTask {
  const { accepted, concerned, said, status } = taskStanding({ work: task.work, assignments, said: done }, seats)
  const isOver = status === 'done' || status === 'dropped'
  const isMine = ({ kind, ...row }: AssignmentRow) => speaksWithoutMandate(me, kind, seats.of({ kind, ...row }), context).allowed
  const own = me.side === null ? null : sideSays(me.side, said)
  const others = said.filter(({ side, isDone }) => isDone && side !== me.side && concerned.includes(side) && sideSays(side, said) === true)
  const waitsForSide = !isOver && own === null && others.length > 0 && maySayDone(me, accepted, seats, context).allowed
  return {
    task,
    asked: assignments
      .filter((row) => row.answer === 'proposed' && status !== 'done' && isMine(row))
      .map((assignment) => ({ assignment, mayAccept: speaksFor(me, assignment.kind, seats.of(assignment), context).allowed })),
    doneSaidAt: waitsForSide ? (others.at(-1)?.at ?? null) : null,
    isTakenOn: !isOver && own !== true && accepted.some(isMine)
  }
}

const keyOf = ({ documentId, taskId }: { readonly documentId: string; readonly taskId: string }) => `${documentId} ${taskId}`
