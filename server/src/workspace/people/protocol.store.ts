import { type ProtocolKind } from '@roundtable/shared/framework'
import { type RecordProtocol, type Stance } from '@roundtable/shared/protocol'
import { type Query, type SeatRow, seatsOf } from '../../ability/index.js'
import { judgeProtocol } from '../domain/community-protocol.js'

export interface ProtocolRow {
  readonly id: string
  readonly how: ProtocolKind
  readonly note: string
  readonly decidedOn: string
  readonly recordedBy: string
  readonly status: 'open' | 'in_effect' | 'refused'
  readonly candidateId: string
  readonly candidateName: string
  readonly replacesId: string | null
  readonly replacesName: string | null
  readonly answers: readonly { readonly seatId: string; readonly stance: Stance }[]
}

const MOST_PROTOCOLS = 50

const PROTOCOLS = `select p.id, p.how, p.note, p.decided_on::text as "decidedOn", p.recorded_by as "recordedBy", p.status,
    p.candidate_seat_id as "candidateId", c.name as "candidateName", p.replaces_seat_id as "replacesId", r.name as "replacesName",
    (select coalesce(json_agg(json_build_object('seatId', a.seat_id, 'stance', a.stance)), '[]') from protocol_answer a where a.protocol_id = p.id) as answers
  from community_protocol p join seat c on c.id = p.candidate_seat_id left join seat r on r.id = p.replaces_seat_id`

export async function workspaceOfProtocol(query: Query, id: string): Promise<string | null> {
  const [row] = await query<{ id: string }>('select workspace_id as id from community_protocol where id = $1', [id])
  return row?.id ?? null
}

export function protocolsOf(query: Query, workspaceId: string): Promise<ProtocolRow[]> {
  return query<ProtocolRow>(
    `${PROTOCOLS} where p.workspace_id = $1 order by p.status = 'open' desc, p.recorded_at desc limit ${MOST_PROTOCOLS}`,
    [workspaceId]
  )
}

/** Whether a day has begun somewhere on Earth: what was decided then can be told of. */
export async function hasBegun(query: Query, day: string): Promise<boolean> {
  const [row] = await query<{ begun: boolean }>(`select $1::date <= (now() at time zone 'utc' + interval '14 hours')::date as begun`, [day])
  return row?.begun === true
}

export async function insertProtocol(
  query: Query,
  { id, workspaceId, recordedBy, body }: { id: string; workspaceId: string; recordedBy: string; body: RecordProtocol }
): Promise<void> {
  await query(
    `insert into community_protocol (id, workspace_id, how, note, decided_on, candidate_seat_id, replaces_seat_id, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [id, workspaceId, body.how, body.note, body.decidedOn, body.candidateSeatId, body.replacesSeatId, recordedBy]
  )
}

export async function answerProtocol(query: Query, id: string, seatId: string, stance: Stance, reason: string): Promise<void> {
  await query('insert into protocol_answer (protocol_id, seat_id, stance, reason) values ($1, $2, $3, $4)', [id, seatId, stance, reason])
}

/** The seats whose holders are the community here: those who choose its delegate. */
export function communityOf(seats: readonly SeatRow[]): string[] {
  return seats.filter(({ role }) => role === 'CIT' || role === 'COM').map(({ id }) => id)
}

/**
 * Judges every open protocol by who is here now, and carries out what has been decided. Called after whatever changes a
 * judgement: a recording, an answer, an end of a seat. Under the workspace's lock.
 */
export async function settleProtocols(query: Query, workspaceId: string): Promise<void> {
  const open = await query<ProtocolRow>(`${PROTOCOLS} where p.workspace_id = $1 and p.status = 'open' order by p.recorded_at, p.id`, [
    workspaceId
  ])
  if (open.length === 0) return
  const community = communityOf(await seatsOf(query, workspaceId))
  for (const { id, candidateId, replacesId, recordedBy, answers } of open) {
    const { status, isConfirmed } = judgeProtocol({ candidate: candidateId, recordedBy, community, answers })
    if (status === 'open') continue
    await query('update community_protocol set status = $2, ended_at = now() where id = $1', [id, status])
    if (status === 'refused') continue
    if (replacesId !== null) await query(STEP_DOWN, [replacesId])
    await query(BECOME_DELEGATE, [candidateId, !isConfirmed, replacesId])
  }
}

/** The delegate who is replaced keeps their place in the community. */
const STEP_DOWN = `update seat set role = 'CIT', is_provisional = false, mandate_given_by = null, mandate_note = '', mandate_expires_at = null
  where id = $1 and role = 'COM' and ended_at is null`

/**
 * The protocol is the delegate's mandate: it takes the place of one that has run out. Whoever takes a delegate's place speaks
 * for the same community, with the same voice (`voiceKeyOf`).
 */
const BECOME_DELEGATE = `update seat s set role = 'COM', is_provisional = $2, mandate_note = '', mandate_expires_at = null,
    organisation_id = coalesce(r.organisation_id, s.organisation_id),
    voice_of = case when r.id is not null then coalesce(r.voice_of, r.organisation_id, r.id) when s.role = 'COM' then s.voice_of end,
    mandate_given_by = (select name from organisation where id = coalesce(r.organisation_id, s.organisation_id))
  from (select $1::uuid as id) candidate left join seat r on r.id = $3
  where s.id = candidate.id and s.ended_at is null`
