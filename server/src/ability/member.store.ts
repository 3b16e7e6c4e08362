import { grouped } from '../platform/grouped.js'
import { seatActorOf, seatContextOf } from './actor.js'
import type { Member } from './member.js'
import type { Query } from './query.js'
import { OF_WORKSPACE, SEATS, type SeatRow } from './seat.store.js'

interface MemberRow extends SeatRow {
  readonly status: string
}

/** The person's seat and the workspace's facts, of one moment; null where they hold none. */
export async function readMember(query: Query, workspaceId: string, personId: string): Promise<Member | null> {
  const [row] = await query<MemberRow>(`${SEATS} and s.workspace_id = $1 and s.person_id = $2`, [workspaceId, personId])
  return row ? memberOf(row) : null
}

/** The same for many at once, in their order, by one query. */
export async function readMembers(
  query: Query,
  asked: readonly { readonly workspaceId: string; readonly personId: string }[]
): Promise<(Member | null)[]> {
  if (asked.length === 0) return []
  const rows = await query<MemberRow>(`${SEATS} and (s.workspace_id, s.person_id) in (select * from unnest($1::uuid[], $2::uuid[]))`, [
    asked.map(({ workspaceId }) => workspaceId),
    asked.map(({ personId }) => personId)
  ])
  const members = new Map(rows.map((row) => [`${row.workspaceId}/${row.personId}`, memberOf(row)]))
  return asked.map(({ workspaceId, personId }) => members.get(`${workspaceId}/${personId}`) ?? null)
}

/** Everywhere the person is seated, the newest workspaces first; at most `most`. */
export async function membersOfPerson(query: Query, personId: string, most: number): Promise<Member[]> {
  const rows = await query<MemberRow>(`${SEATS} and s.person_id = $1 and not p.is_suspended order by s.workspace_id desc limit $2`, [
    personId,
    most
  ])
  return rows.map(memberOf)
}

function memberOf(row: MemberRow): Member {
  return {
    personId: row.personId,
    workspaceId: row.workspaceId,
    kind: row.kind,
    status: row.status,
    seat: row,
    actor: seatActorOf(row),
    workspace: seatContextOf(row)
  }
}

/** The living seats of a workspace, in the transaction of whoever asks. */
export function seatsOf(query: Query, workspaceId: string): Promise<SeatRow[]> {
  return query<SeatRow>(OF_WORKSPACE, [workspaceId])
}

/** The living seats of several workspaces, by workspace: each list as `seatsOf` has it. */
export async function seatsOfMany(query: Query, workspaceIds: readonly string[]): Promise<ReadonlyMap<string, readonly SeatRow[]>> {
  const rows = await query<SeatRow>(`${SEATS} and s.workspace_id = any ($1) order by s.side nulls last, s.name, s.id`, [workspaceIds])
  return grouped(rows, ({ workspaceId }) => workspaceId)
}

/**
 * These seats, and those of these workspaces, whose mandate has run out or does so within so many days: the seats that are named
 * before the others, then the first to end first; at most `most`.
 */
export function endingMandates(
  query: Query,
  seatIds: readonly string[],
  workspaceIds: readonly string[],
  { days, most }: { readonly days: number; readonly most: number }
): Promise<SeatRow[]> {
  return query<SeatRow>(
    `${SEATS} and (s.id = any ($1) or s.workspace_id = any ($2)) and s.mandate_expires_at < now() + make_interval(days => $3)
     order by s.id = any ($1) desc, s.mandate_expires_at, s.id limit $4`,
    [seatIds, workspaceIds, days, most]
  )
}

/** Whom a seat's holder is to `ask`: for deciding again what somebody else may still do. */
export function seated(row: SeatRow): Pick<Member, 'actor' | 'workspace'> {
  return { actor: seatActorOf(row), workspace: seatContextOf(row) }
}
