import { type DefinitionOutcome, type RegistryLevel } from '@roundtable/shared/framework'
import { seatActorOf, seatContextOf } from './actor.js'
import { type Member } from './member.js'
import { OF_WORKSPACE, SEATS, type SeatRow } from './seat.store.js'

/** Runs one statement, in a transaction or outside: what a pool and a TypeORM manager have in common. */
export type Query = <T>(sql: string, values: unknown[]) => Promise<T[]>

interface MemberRow extends SeatRow {
  readonly kind: 'initiative' | 'country_programme'
  readonly status: string
  readonly outcome: DefinitionOutcome | null
  readonly registry: RegistryLevel
}

/** The person's seat and the workspace's facts, of one moment; null where they hold none. */
export async function readMember(query: Query, workspaceId: string, personId: string): Promise<Member | null> {
  const [row] = await query<MemberRow>(`${SEATS} and s.workspace_id = $1 and s.person_id = $2`, [workspaceId, personId])
  if (!row) return null
  return {
    personId,
    workspaceId,
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

/** Whom a seat's holder is to `ask`: for deciding again what somebody else may still do. */
export function seated(row: SeatRow): Pick<Member, 'actor' | 'workspace'> {
  return { actor: seatActorOf(row), workspace: seatContextOf(row) }
}
