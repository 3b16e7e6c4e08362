import { type DefinitionQuestion, FRAMEWORK_VERSION, type Side } from '@roundtable/shared/framework'
import type { DefinitionAnswer } from '@roundtable/shared/protocol'
import { v7 } from 'uuid'
import type { Query } from '../../ability/index.js'
import { type Held, isSameHeld } from '../domain/classified.js'

export interface AnswerRow {
  readonly voice: string
  /** The organisation's name, or the seat's, of whoever gave it. */
  readonly voiceName: string
  readonly side: Side
  readonly question: DefinitionQuestion
  readonly value: string
  readonly reason: string
  readonly evidence: string[]
  readonly frameworkVersion: string
  readonly answeredBy: string
  readonly answeredAt: Date
}

export interface AnswerGiven {
  readonly workspaceId: string
  readonly voice: string
  readonly side: Side
  readonly seatId: string
  readonly answer: DefinitionAnswer
}

/** Kept for good: a later answer to the same question stands beside the earlier one. */
export async function insertAnswer(query: Query, { workspaceId, voice, side, seatId, answer }: AnswerGiven): Promise<void> {
  await query(
    `insert into definition_answer (id, workspace_id, question, side, voice, value, reason, evidence, framework_version, seat_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [v7(), workspaceId, answer.question, side, voice, answer.value, answer.reason, answer.evidence, FRAMEWORK_VERSION, seatId]
  )
}

/** The latest answer of each voice to each question. */
export function latestAnswers(query: Query, workspaceId: string): Promise<AnswerRow[]> {
  return query<AnswerRow>(
    `select distinct on (a.voice, a.question) a.voice, coalesce(o.name, s.name) as "voiceName", a.side, a.question, a.value, a.reason,
       a.evidence, a.framework_version as "frameworkVersion", s.name as "answeredBy", a.answered_at as "answeredAt"
     from definition_answer a join seat s on s.id = a.seat_id left join organisation o on o.id = s.organisation_id
     where a.workspace_id = $1 order by a.voice, a.question, a.answered_at desc, a.id desc`,
    [workspaceId]
  )
}

export type HeldRow = Held & { readonly kind: 'initiative' | 'country_programme' }

export async function heldBy(query: Query, workspaceId: string): Promise<HeldRow> {
  const [row] = await query<HeldRow>(
    `select kind, modality, lead_kind as "leadKind", named_partner as "namedPartner", outcome, outcome_paragraph as paragraph
     from workspace where id = $1`,
    [workspaceId]
  )
  if (!row) throw new Error(`workspace ${workspaceId} is not there`)
  return row
}

/** Writes what the answers have come to, and a row that says so: how a modality came about is never forgotten. */
export async function recordClassified(query: Query, workspaceId: string, before: Held, after: Held): Promise<void> {
  await query(
    `update workspace set modality = $2, lead_kind = $3, named_partner = $4, outcome = $5, outcome_paragraph = $6 where id = $1`,
    [workspaceId, after.modality, after.leadKind, after.namedPartner, after.outcome, after.paragraph]
  )
  // What is still missing changes with every answer; the history tells when the modality or the outcome became another.
  if (isSameHeld({ ...before, paragraph: after.paragraph }, after)) return
  await query(
    `insert into modality_change (id, workspace_id, kind, from_modality, from_lead_kind, from_named_partner,
       to_modality, to_lead_kind, to_named_partner, outcome, paragraph, proposed_at, expires_at, status, ended_at)
     values ($1, $2, 'classified', $3, $4, $5, $6, $7, $8, $9, $10, clock_timestamp(), clock_timestamp(), 'decided', clock_timestamp())`,
    [
      v7(),
      workspaceId,
      before.modality,
      before.leadKind,
      before.namedPartner,
      after.modality,
      after.leadKind,
      after.namedPartner,
      after.outcome,
      after.paragraph
    ]
  )
}
