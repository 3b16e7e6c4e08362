import type { ProtocolKind } from '@roundtable/shared/framework'
import type { RecordProtocol, Stance } from '@roundtable/shared/protocol'
import type { Query } from '../../ability/index.js'
import { type Choice, judgeProtocol, outdatedBy, type ProtocolJudgement } from '../domain/community-protocol.js'

export interface ProtocolRow extends Choice {
  readonly workspaceId: string
  readonly how: ProtocolKind
  readonly note: string
  readonly decidedOn: string
  readonly recordedBy: string
  readonly status: 'open' | 'in_effect' | 'refused' | 'lapsed'
  readonly candidateName: string
  readonly replacesName: string | null
  readonly recordedAt: Date
  readonly expiresAt: Date
  /**
   * The seats of those who choose: of the community now, and when it was recorded; to replace a delegate, without those whom
   * an organisation has let in since the delegate sat down. Who is let in later outvotes nobody.
   */
  readonly community: readonly string[]
  readonly answers: readonly { readonly seatId: string; readonly name: string; readonly stance: Stance; readonly reason: string }[]
}

const MOST_PROTOCOLS = 50

/** A protocol as it stands now: past its day it has lapsed, whether or not that has been written down. */
const STATUS = `case when p.status = 'open' and p.expires_at <= clock_timestamp() then 'lapsed' else p.status end`

/** An organisation could otherwise outvote a sitting delegate with people of its own choice. */
const LET_IN_BY_OTHERS = `exists (select 1 from invitation_use u join invitation i on i.id = u.invitation_id join seat b on b.id = i.invited_by
          where u.seat_id = m.id and b.role not in ('CIT', 'COM'))`

const PROTOCOLS = `select p.id, p.workspace_id as "workspaceId", p.how, p.note, p.decided_on::text as "decidedOn", p.recorded_by as "recordedBy", ${STATUS} as status,
    p.candidate_seat_id as "candidateId", c.name as "candidateName", c.role <> 'COM' as "isNewDelegate",
    p.replaces_seat_id as "replacesId", r.name as "replacesName", p.recorded_at as "recordedAt", p.expires_at as "expiresAt",
    (select coalesce(json_agg(m.id), '[]') from seat m
      where m.workspace_id = p.workspace_id and m.ended_at is null and m.role in ('CIT', 'COM') and m.created_at <= p.recorded_at
        and (r.id is null or m.created_at <= r.created_at or not ${LET_IN_BY_OTHERS})) as community,
    (select coalesce(json_agg(json_build_object('seatId', a.seat_id, 'name', s.name, 'stance', a.stance, 'reason', a.reason) order by a.answered_at), '[]')
      from protocol_answer a join seat s on s.id = a.seat_id where a.protocol_id = p.id) as answers
  from community_protocol p join seat c on c.id = p.candidate_seat_id left join seat r on r.id = p.replaces_seat_id`

export async function findProtocol(query: Query, id: string): Promise<ProtocolRow | null> {
  const [row] = await query<ProtocolRow>(`${PROTOCOLS} where p.id = $1`, [id])
  return row ?? null
}

/** What is open first, then the newest. */
export function protocolsOf(query: Query, workspaceId: string): Promise<ProtocolRow[]> {
  return query<ProtocolRow>(
    `${PROTOCOLS} where p.workspace_id = $1 order by ${STATUS} = 'open' desc, p.recorded_at desc limit ${MOST_PROTOCOLS}`,
    [workspaceId]
  )
}

/** What is open now in any of these workspaces, the first to lapse first. */
export function openProtocolsOf(query: Query, workspaceIds: readonly string[]): Promise<ProtocolRow[]> {
  return query<ProtocolRow>(
    `${PROTOCOLS} where p.workspace_id = any ($1) and p.status = 'open' and p.expires_at > clock_timestamp() order by p.expires_at, p.id`,
    [workspaceIds]
  )
}

/** Whether the community is choosing: then nobody takes a voice out of it. */
export async function isChoosing(query: Query, workspaceId: string): Promise<boolean> {
  const [row] = await query<{ is: boolean }>(
    `select exists (select 1 from community_protocol where workspace_id = $1 and status = 'open' and expires_at > clock_timestamp()) as is`,
    [workspaceId]
  )
  return row?.is === true
}

/** Whether a protocol about this candidate, or by this recorder, waits already. */
export async function hasOpenProtocol(query: Query, candidateSeatId: string, recordedBy: string): Promise<boolean> {
  const [row] = await query<{ has: boolean }>(
    `select exists (select 1 from community_protocol where status = 'open' and (candidate_seat_id = $1 or recorded_by = $2)) as has`,
    [candidateSeatId, recordedBy]
  )
  return row?.has === true
}

/** Writes down what has lapsed, everywhere or in one workspace; the workspaces in which something has. */
export async function markLapsedProtocols(query: Query, workspaceId: string | null = null): Promise<string[]> {
  const rows = await query<{ id: string }>(
    `with lapsed as (
       update community_protocol set status = 'lapsed', ended_at = expires_at
       where status = 'open' and expires_at <= clock_timestamp() and ($1::uuid is null or workspace_id = $1) returning workspace_id
     ) select distinct workspace_id as id from lapsed`,
    [workspaceId]
  )
  return rows.map(({ id }) => id)
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
    `insert into community_protocol (id, workspace_id, how, note, decided_on, candidate_seat_id, replaces_seat_id, recorded_by, recorded_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, clock_timestamp())`,
    [id, workspaceId, body.how, body.note, body.decidedOn, body.candidateSeatId, body.replacesSeatId, recordedBy]
  )
}

export async function answerProtocol(query: Query, id: string, seatId: string, stance: Stance, reason: string): Promise<void> {
  await query('insert into protocol_answer (protocol_id, seat_id, stance, reason) values ($1, $2, $3, $4)', [id, seatId, stance, reason])
}

/**
 * Judges every open protocol by who is here now, and carries out what has been decided. Called after whatever changes a
 * judgement: a recording, an answer, an end of a seat. Under the workspace's lock.
 */
export async function settleProtocols(query: Query, workspaceId: string): Promise<void> {
  await markLapsedProtocols(query, workspaceId)
  const open = await query<ProtocolRow>(`${PROTOCOLS} where p.workspace_id = $1 and p.status = 'open' order by p.recorded_at, p.id`, [
    workspaceId
  ])
  const outdated = new Set<string>()
  for (const protocol of open) {
    if (outdated.has(protocol.id)) continue
    const { status, isConfirmed } = judgementOf(protocol)
    if (status === 'open') continue
    await endProtocol(query, protocol.id, status)
    if (status === 'refused') continue
    if (protocol.replacesId !== null) await query(STEP_DOWN, [protocol.replacesId])
    await query(BECOME_DELEGATE, [protocol.candidateId, !isConfirmed, protocol.replacesId])
    for (const { id } of outdatedBy(protocol, open)) {
      await endProtocol(query, id, 'refused')
      outdated.add(id)
    }
  }
}

export function judgementOf({ candidateId, recordedBy, community, answers }: ProtocolRow): ProtocolJudgement {
  return judgeProtocol({ candidate: candidateId, recordedBy, community, answers })
}

async function endProtocol(query: Query, id: string, status: 'in_effect' | 'refused'): Promise<void> {
  await query(`update community_protocol set status = $2, ended_at = now() where id = $1 and status = 'open'`, [id, status])
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
