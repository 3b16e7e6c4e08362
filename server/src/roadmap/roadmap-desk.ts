import { type Decision, type DecisionContext, PLAIN_OBJECT } from '@roundtable/shared/ability'
import { RoundtableError } from '@roundtable/shared/error'
import { type Ask, type Member, type Query, type SeatRow, ask, seated, seatsOf } from '../ability/index.js'
import { voiceKeyOf } from '../workspace/index.js'
import { standingOf } from './domain/assignee.js'
import { Seats, type TaskSeat } from './domain/seats.js'
import type { RoadmapRow } from './task.store.js'

/** Somebody seated here, as whoever asks for a task reads them. */
export type SeatHere = TaskSeat & Pick<SeatRow, 'name' | 'organisation'>

/** A member before one roadmap, with everybody who sits there: what every decision about its tasks is made of. */
export interface Desk {
  readonly member: Member
  readonly me: TaskSeat
  readonly seats: Seats<SeatHere>
  readonly roadmap: RoadmapRow
  readonly context: DecisionContext
}

/** Throws `not_found` where the person may not know of the roadmap. */
export async function deskOf(query: Query, member: Member, roadmap: RoadmapRow): Promise<Desk> {
  if (!maySee(member, roadmap).allowed) throw new RoundtableError('not_found')
  return deskAmong(member, roadmap, await seatsOf(query, member.workspaceId))
}

/** The same with the workspace's living seats at hand, for whoever may see the roadmap. */
export function deskAmong(member: Member, roadmap: RoadmapRow, all: readonly SeatRow[]): Desk {
  const context = { ...member.workspace, ...PLAIN_OBJECT, ...aboutRows(roadmap) }
  const rows = all.filter(({ isSuspended }) => !isSuspended)
  return { member, me: taskSeat(member.seat, context), seats: new Seats(rows.map((row) => taskSeat(row, context))), roadmap, context }
}

/** Who asks others for a task: whoever may write the roadmap (A11, TASK). */
export function mayAsk({ member, roadmap }: Desk): Decision {
  return ask(member, { action: 'edit', artefact: 'TASK', object: aboutRows(roadmap) })
}

export function maySee(member: Pick<Member, 'actor' | 'workspace'>, roadmap: RoadmapRow): Decision {
  return ask(member, { action: 'view', artefact: 'TASK', object: aboutRows(roadmap) })
}

/** What is said of tasks is rows: no state of the text closes them, save the archive, which closes everything. */
function aboutRows({ side, privateTo, state }: RoadmapRow): NonNullable<Ask['object']> {
  return { ownerSide: side, privateTo, state: state === 'archived' ? state : null }
}

function taskSeat(row: SeatRow, context: DecisionContext): SeatHere {
  const { id, side, role, name, organisation, organisationId } = row
  const { actor } = seated(row)
  return { id, voice: voiceKeyOf(row), side, role, name, organisation, organisationId, actor, ...standingOf(actor, context) }
}
