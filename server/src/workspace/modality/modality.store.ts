import { RoundtableError } from '@roundtable/shared/error'
import type { DefinitionOutcome, LeadKind, Modality, PartnerKind, Side } from '@roundtable/shared/framework'
import type { ModalityChange, ProposeModality, Stance } from '@roundtable/shared/protocol'
import { v7 } from 'uuid'
import type { Query } from '../../ability/index.js'
import type { Rule } from '../domain/voters.js'

/** Silence is never consent: an unanswered proposal lapses. */
const OPEN_FOR = `interval '30 days'`
const PAST_SHOWN = 100

export type ChangeStatus = ModalityChange['status']

export interface ChangeRow {
  readonly id: string
  readonly workspaceId: string
  readonly kind: 'classified' | 'proposed'
  readonly fromModality: Modality
  readonly fromLeadKind: LeadKind | null
  readonly fromNamedPartner: PartnerKind | null
  readonly toModality: Modality
  readonly toLeadKind: LeadKind | null
  readonly toNamedPartner: PartnerKind | null
  readonly outcome: DefinitionOutcome | null
  readonly paragraph: string
  readonly reason: string
  readonly proposedBy: string | null
  readonly proposerName: string | null
  readonly proposedAt: Date
  readonly expiresAt: Date
  readonly status: ChangeStatus
  readonly endedAt: Date | null
}

export interface StanceRow {
  readonly changeId: string
  readonly voice: string
  readonly name: string
  readonly side: Side
  readonly stance: Stance
  readonly reason: string
  readonly at: Date
}

/** A change as it stands now: past its day it has lapsed, whether or not that has been written down. */
const CHANGES = `select c.id, c.workspace_id as "workspaceId", c.kind, c.from_modality as "fromModality", c.from_lead_kind as "fromLeadKind",
    c.from_named_partner as "fromNamedPartner", c.to_modality as "toModality", c.to_lead_kind as "toLeadKind",
    c.to_named_partner as "toNamedPartner", c.outcome, c.paragraph, c.reason, c.proposed_by as "proposedBy", s.name as "proposerName",
    c.proposed_at as "proposedAt", c.expires_at as "expiresAt",
    case when c.status = 'open' and c.expires_at <= clock_timestamp() then 'lapsed' else c.status end as status,
    case when c.status = 'open' and c.expires_at <= clock_timestamp() then c.expires_at else c.ended_at end as "endedAt"
  from modality_change c left join seat s on s.id = c.proposed_by`

/** Newest first. */
export function changesOf(query: Query, workspaceId: string, kind: ChangeRow['kind']): Promise<ChangeRow[]> {
  return query<ChangeRow>(
    `${CHANGES} where c.workspace_id = $1 and c.kind = $2 order by c.proposed_at desc, c.id desc limit ${PAST_SHOWN}`,
    [workspaceId, kind]
  )
}

export async function findChange(query: Query, id: string): Promise<ChangeRow | null> {
  const [row] = await query<ChangeRow>(`${CHANGES} where c.id = $1 and c.kind = 'proposed'`, [id])
  return row ?? null
}

/** The one that is open now, if one is. */
export async function findOpenChange(query: Query, workspaceId: string): Promise<ChangeRow | null> {
  const [row] = await query<ChangeRow>(
    `${CHANGES} where c.workspace_id = $1 and c.kind = 'proposed' and c.status = 'open' and c.expires_at > clock_timestamp()`,
    [workspaceId]
  )
  return row ?? null
}

export async function insertChange(
  query: Query,
  workspaceId: string,
  seatId: string,
  from: Rule,
  { modality, leadKind, namedPartner, reason }: ProposeModality
): Promise<string> {
  const id = v7()
  await query(
    `insert into modality_change (id, workspace_id, kind, from_modality, from_lead_kind, from_named_partner,
       to_modality, to_lead_kind, to_named_partner, reason, proposed_by, proposed_at, expires_at, status)
     values ($1, $2, 'proposed', $3, $4, $5, $6, $7, $8, $9, $10, clock_timestamp(), clock_timestamp() + ${OPEN_FOR}, 'open')`,
    [id, workspaceId, from.modality, from.leadKind, from.namedPartner, modality, leadKind, namedPartner, reason, seatId]
  )
  return id
}

/** Throws `no_longer_open` when it has ended meanwhile, by its day or by somebody else. */
export async function endChange(query: Query, id: string, status: Exclude<ChangeStatus, 'open'>): Promise<void> {
  const ended = await query(
    `with ended as (
       update modality_change set status = $2, ended_at = clock_timestamp()
       where id = $1 and status = 'open' and expires_at > clock_timestamp() returning 1
     ) select 1 from ended`,
    [id, status]
  )
  if (ended.length === 0) throw new RoundtableError('no_longer_open')
}

/** Writes down what has lapsed, everywhere or in one workspace; the workspaces in which something has. */
export async function markLapsed(query: Query, workspaceId: string | null = null): Promise<string[]> {
  const rows = await query<{ id: string }>(
    `with lapsed as (
       update modality_change set status = 'lapsed', ended_at = expires_at
       where status = 'open' and expires_at <= clock_timestamp() and ($1::uuid is null or workspace_id = $1) returning workspace_id
     ) select workspace_id as id from lapsed`,
    [workspaceId]
  )
  return rows.map(({ id }) => id)
}

export interface StanceTaken {
  readonly changeId: string
  readonly voice: string
  readonly side: Side
  readonly stance: Stance
  readonly reason: string
  readonly seatId: string
}

/** One stance a voice: a later one takes the earlier one's place. */
export async function takeStance(query: Query, { changeId, voice, side, stance, reason, seatId }: StanceTaken): Promise<void> {
  await query(
    `insert into modality_stance (change_id, voice, side, stance, reason, seat_id) values ($1, $2, $3, $4, $5, $6)
     on conflict (change_id, voice) do update
       set stance = excluded.stance, reason = excluded.reason, seat_id = excluded.seat_id, given_at = clock_timestamp()`,
    [changeId, voice, side, stance, reason, seatId]
  )
}

export function stancesOn(query: Query, changeIds: readonly string[]): Promise<StanceRow[]> {
  return query<StanceRow>(
    `select m.change_id as "changeId", m.voice, coalesce(o.name, s.name) as name, m.side, m.stance, m.reason, m.given_at as at
     from modality_stance m join seat s on s.id = m.seat_id left join organisation o on o.id = s.organisation_id
     where m.change_id = any($1) order by m.given_at, m.voice`,
    [changeIds]
  )
}

export async function setModality(query: Query, workspaceId: string, { modality, leadKind, namedPartner }: Rule): Promise<void> {
  await query('update workspace set modality = $2, lead_kind = $3, named_partner = $4 where id = $1', [
    workspaceId,
    modality,
    leadKind,
    namedPartner
  ])
}
