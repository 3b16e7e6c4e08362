import type { Engagement, Side, Stage } from '@roundtable/shared/framework'
import type { SaidEngagement, StagePart, StagesView } from '@roundtable/shared/protocol'
import type { Query } from '../../ability/index.js'

type EngagementView = NonNullable<StagesView['stages'][number]['parts'][number]['degreeAndQuality']>

export interface SaidRow {
  readonly stage: Stage
  readonly side: Side
  readonly answeredBy: string
  readonly answeredAt: Date
}

export type PartRow = SaidRow & { readonly engagement: Engagement; readonly note: string }
export type EngagementRow = SaidRow & Omit<EngagementView, 'answeredBy' | 'answeredAt'>

/** Whose word it is. */
export interface Speaker {
  readonly workspaceId: string
  readonly side: Side
  readonly seatId: string
}

/** What each side says it does at each stage: at most one row a stage and side. */
export function partsOf(query: Query, workspaceId: string): Promise<PartRow[]> {
  return query(
    `select p.stage, p.side, p.engagement, p.note, s.name as "answeredBy", p.said_at as "answeredAt"
     from stage_part p join seat s on s.id = p.seat_id where p.workspace_id = $1`,
    [workspaceId]
  )
}

/** What each side says of the engagement at each stage. */
export function engagementsOf(query: Query, workspaceId: string): Promise<EngagementRow[]> {
  return query(
    `select e.stage, e.side, e.evidence, e.note, s.name as "answeredBy", e.said_at as "answeredAt",
       json_build_object('extent', e.extent, 'durationDays', e.duration_days, 'effortHours', e.effort_hours, 'groups', e.groups,
         'intensity', e.intensity) as degree,
       json_build_object('needsFit', e.needs_fit, 'impact', e.impact, 'influence', e.influence) as quality
     from stage_engagement e join seat s on s.id = e.seat_id where e.workspace_id = $1`,
    [workspaceId]
  )
}

export async function keepPart(
  query: Query,
  { workspaceId, side, seatId }: Speaker,
  { stage, engagement, note }: StagePart
): Promise<void> {
  await query(
    `insert into stage_part (workspace_id, stage, side, engagement, note, seat_id) values ($1, $2, $3, $4, $5, $6)
     on conflict (workspace_id, stage, side) do update
       set engagement = excluded.engagement, note = excluded.note, seat_id = excluded.seat_id, said_at = clock_timestamp()`,
    [workspaceId, stage, side, engagement, note, seatId]
  )
}

export async function keepEngagement(
  query: Query,
  { workspaceId, side, seatId }: Speaker,
  { stage, degree, quality, evidence, note }: SaidEngagement
): Promise<void> {
  await query(
    `insert into stage_engagement (workspace_id, stage, side, extent, duration_days, effort_hours, groups, intensity, needs_fit, impact,
       influence, evidence, note, seat_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
     on conflict (workspace_id, stage, side) do update
       set extent = excluded.extent, duration_days = excluded.duration_days, effort_hours = excluded.effort_hours,
         groups = excluded.groups, intensity = excluded.intensity, needs_fit = excluded.needs_fit, impact = excluded.impact,
         influence = excluded.influence, evidence = excluded.evidence, note = excluded.note, seat_id = excluded.seat_id,
         said_at = clock_timestamp()`,
    [
      workspaceId,
      stage,
      side,
      degree.extent,
      degree.durationDays,
      degree.effortHours,
      degree.groups,
      degree.intensity,
      quality.needsFit,
      quality.impact,
      quality.influence,
      evidence,
      note,
      seatId
    ]
  )
}
