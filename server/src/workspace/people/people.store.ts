import type { Role, Side } from '@roundtable/shared/framework'
import type { Query } from '../../ability/index.js'
import { endOfDay } from './end-of-day.js'

/** The workspace of a living seat, or null. */
export async function workspaceOfSeat(query: Query, seatId: string): Promise<string | null> {
  const [row] = await query<{ id: string }>('select workspace_id as id from seat where id = $1 and ended_at is null', [seatId])
  return row?.id ?? null
}

export async function renameSeat(query: Query, seatId: string, name: string): Promise<void> {
  await query('update seat set name = $2 where id = $1', [seatId, name])
}

export async function markFunder(query: Query, seatId: string, isFunder: boolean): Promise<void> {
  await query('update seat set is_funder = $2 where id = $1', [seatId, isFunder])
}

interface Mandate {
  readonly givenBy: string
  readonly note: string
  readonly expiresOn: string | null
}

export async function setMandate(query: Query, seatId: string, mandate: Mandate | null): Promise<void> {
  await query(`update seat set mandate_given_by = $2, mandate_note = $3, mandate_expires_at = ${endOfDay('$4')} where id = $1`, [
    seatId,
    mandate?.givenBy ?? null,
    mandate?.note ?? '',
    mandate?.expiresOn ?? null
  ])
}

/** The last day of a mandate lies ahead, and in sight: today in UTC, or up to twenty years on. */
export async function canBeLastDay(query: Query, day: string): Promise<boolean> {
  const [row] = await query<{ fits: boolean }>(
    `select $1::date between (now() at time zone 'utc')::date and (now() at time zone 'utc' + interval '20 years')::date as fits`,
    [day]
  )
  return row?.fits === true
}

interface SeatEnd {
  readonly seatId: string
  readonly by: string
  readonly reason: 'left' | 'removed'
  readonly note: string
  readonly keepsReading: boolean
}

export async function endSeat(query: Query, { seatId, by, reason, note, keepsReading }: SeatEnd): Promise<void> {
  await query(
    `update seat set ended_at = clock_timestamp(), end_reason = $2, end_note = $3, ended_by = $4, keeps_reading = $5
     where id = $1 and ended_at is null`,
    [seatId, reason, note, by, keepsReading]
  )
}

export interface EndedSeat {
  readonly seatId: string
  readonly name: string
  readonly role: Role
  readonly side: Side | null
  readonly how: 'left' | 'removed' | 'replaced'
  readonly note: string
  /** Who ended it; themselves, where they left. */
  readonly endedBy: string
  readonly endedAt: Date
}

const MOST_ENDED = 50

/** The seats of a side that have ended, and those without one if asked for; the newest first. */
export function endedSeats(query: Query, workspaceId: string, side: Side | null, withNeutral: boolean): Promise<EndedSeat[]> {
  return query<EndedSeat>(
    `select s.id as "seatId", s.name, s.role, s.side, s.end_reason as how, s.end_note as note, coalesce(b.name, s.name) as "endedBy", s.ended_at as "endedAt"
     from seat s left join seat b on b.id = s.ended_by
     where s.workspace_id = $1 and s.end_reason is not null and (s.side = $2 or (s.side is null and $3))
     order by s.ended_at desc, s.id limit ${MOST_ENDED}`,
    [workspaceId, side, withNeutral]
  )
}

export interface NewMember {
  readonly id: string
  readonly workspaceId: string
  readonly personId: string
  readonly organisationId: string | null
  readonly side: Side | null
  readonly role: Role
  readonly name: string
  readonly isFunder: boolean
  readonly invitedByCivic: boolean
  readonly mandateGivenBy: string | null
  readonly mandateNote: string
  readonly mandateExpiresAt: Date | null
}

export async function seatNewMember(query: Query, seat: NewMember, invitationId: string): Promise<void> {
  await query(
    `insert into seat (id, workspace_id, person_id, organisation_id, side, role, name, is_funder, invited_by_civic,
       mandate_given_by, mandate_note, mandate_expires_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      seat.id,
      seat.workspaceId,
      seat.personId,
      seat.organisationId,
      seat.side,
      seat.role,
      seat.name,
      seat.isFunder,
      seat.invitedByCivic,
      seat.mandateGivenBy,
      seat.mandateNote,
      seat.mandateExpiresAt
    ]
  )
  await query('insert into invitation_use (invitation_id, seat_id) values ($1, $2)', [invitationId, seat.id])
}

interface Newcomer {
  readonly workspaceId: string
  readonly personId: string
  readonly organisationId: string | null
}

/** who funds is marked for good: a funding organisation, and whoever, or whose organisation, has ever been marked here. */
export async function hasFunded(query: Query, { workspaceId, personId, organisationId }: Newcomer): Promise<boolean> {
  const [row] = await query<{ funds: boolean }>(
    `select exists (select 1 from organisation o where o.id = $3 and o.kind = 'funder')
       or exists (select 1 from seat s where s.workspace_id = $1 and s.is_funder and (s.person_id = $2 or s.organisation_id = $3)) as funds`,
    [workspaceId, personId, organisationId]
  )
  return row?.funds === true
}

export interface EarlierSeat {
  readonly side: Side | null
  readonly isLiving: boolean
  readonly endReason: 'left' | 'removed' | 'replaced' | null
  readonly endedAt: Date | null
}

/** Every seat a person has held in a workspace. */
export function earlierSeats(query: Query, workspaceId: string, personId: string): Promise<EarlierSeat[]> {
  return query<EarlierSeat>(
    `select side, ended_at is null as "isLiving", end_reason as "endReason", ended_at as "endedAt" from seat where workspace_id = $1 and person_id = $2`,
    [workspaceId, personId]
  )
}

/** The organisation of this name and kind that has been in the workspace, or a new one. */
export async function organisationIn(
  query: Query,
  workspaceId: string,
  { name, kind }: { readonly name: string; readonly kind: string },
  newId: string
): Promise<string> {
  const [known] = await query<{ id: string }>(
    `select o.id from organisation o where o.kind = $3 and lower(o.name) = lower($2)
       and exists (select 1 from seat s where s.organisation_id = o.id and s.workspace_id = $1) order by o.created_at limit 1`,
    [workspaceId, name, kind]
  )
  if (known) return known.id
  await query('insert into organisation (id, name, kind, country) select $1, $2, $3, country from workspace where id = $4', [
    newId,
    name,
    kind,
    workspaceId
  ])
  return newId
}
