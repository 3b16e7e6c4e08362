import { DEFINITION_QUESTIONS, type DefinitionQuestion, type Side, asksForEngagement } from '@roundtable/shared/framework'
import type { Member, Query, SeatRow } from '../ability/index.js'
import { voiceKeyOf } from './domain/voices.js'
import type { SelfDefinition } from './domain/self-definition.js'
import type { ChangeRow } from './modality/modality.store.js'

/** What is open for one voice of a workspace. Days within JSON are text. */
export interface OpenRow {
  readonly answered: readonly string[]
  /** What each voice says last of who started it, also of those who have left. */
  readonly initiators: readonly { readonly voice: string; readonly value: string }[]
  /** The open change of modality that this voice has not answered. */
  readonly change:
    (Pick<ChangeRow, 'toModality' | 'toLeadKind' | 'toNamedPartner'> & { readonly since: string; readonly until: string }) | null
  readonly hasAccepted: boolean
  readonly protocolWaits: boolean
  readonly profileVersion: number
  readonly stageParts: number
  /** Somebody has begun to say what they want to reach. */
  readonly objectivesAreWritten: boolean
  /** How the population names itself, since when it has said so, and the hash of the words that this voice agrees to. */
  readonly population: SelfDefinition
  readonly populationAt: Date
  readonly agreedHash: string | null
  /** Stages of which another side has said its part or how it sees the engagement, and this one has not. */
  readonly stagesToAnswer: number
  readonly stagesSince: Date | null
  /** The sides that have filed their principles, each with its first filing. */
  readonly filings: readonly { readonly side: Side; readonly at: string }[]
  /** The side's own document of principles. */
  readonly principlesId: string | null
  readonly seatedAt: Date
  readonly now: Date
}

/** Stages of which another side has spoken in a table, and the seat's own has not. */
const UNANSWERED_IN = (table: 'stage_part' | 'stage_engagement') => `select e.stage, e.said_at from ${table} e
  where e.workspace_id = q.workspace and e.side <> q.side
    and not exists (select 1 from ${table} m where m.workspace_id = e.workspace_id and m.stage = e.stage and m.side = q.side)`

/** One row a seat, in their order, in one statement for all. */
const OPEN = `select
  (select coalesce(json_agg(distinct question), '[]') from definition_answer where workspace_id = q.workspace and voice = q.voice) as answered,
  (select coalesce(json_agg(latest), '[]') from (select distinct on (voice) voice, value from definition_answer
    where workspace_id = q.workspace and question = 'Q3' order by voice, answered_at desc) latest) as initiators,
  (select json_build_object('toModality', c.to_modality, 'toLeadKind', c.to_lead_kind, 'toNamedPartner', c.to_named_partner,
      'since', c.proposed_at, 'until', c.expires_at)
    from modality_change c where c.workspace_id = q.workspace and c.status = 'open' and c.expires_at > now()
      and not exists (select 1 from modality_stance m where m.change_id = c.id and m.voice = q.voice)) as change,
  exists (select 1 from programme_acceptance where workspace_id = q.workspace and voice = q.voice) as "hasAccepted",
  exists (select 1 from community_protocol p where p.workspace_id = q.workspace and p.status = 'open'
    and p.expires_at > now() and p.recorded_by <> q.seat and p.recorded_at >= s.created_at
    and not exists (select 1 from protocol_answer a where a.protocol_id = p.id and a.seat_id = q.seat)) as "protocolWaits",
  f.version as "profileVersion",
  (select count(*)::int from stage_part where workspace_id = q.workspace and side = q.side) as "stageParts",
  exists (select 1 from document d join document_projection x on x.document_id = d.id
    where d.workspace_id = q.workspace and d.kind = 'objectives' and (d.private_to is null or d.private_to = q.side) and x.words <> '') as "objectivesAreWritten",
  json_build_object('populations', f.populations, 'populationLabel', f.population_label, 'identification', f.identification) as population,
  f.changed_at as "populationAt",
  (select encode(words_hash, 'hex') from population_agreement where workspace_id = q.workspace and voice = q.voice and agrees) as "agreedHash",
  stages.count as "stagesToAnswer", stages.since as "stagesSince",
  (select coalesce(json_agg(filed), '[]') from (select side, min(filed_at) as at from principles_filing
    where workspace_id = q.workspace group by side) filed) as filings,
  (select id from document where workspace_id = q.workspace and kind = 'principles' and side = q.side order by id limit 1) as "principlesId",
  s.created_at as "seatedAt", now() as now
from unnest($1::uuid[], $2::text[], $3::uuid[], $4::text[]) with ordinality as q (workspace, voice, seat, side, ordinal)
join seat s on s.id = q.seat
join workspace_profile f on f.workspace_id = q.workspace
cross join lateral (select count(distinct stage)::int as count, min(said_at) as since
  from (${UNANSWERED_IN('stage_part')} union all ${UNANSWERED_IN('stage_engagement')}) unanswered) stages
order by q.ordinal`

/** What is open for each of these seats' voices, in their order. */
export function openOf(query: Query, members: readonly Pick<Member, 'workspaceId' | 'seat'>[]): Promise<OpenRow[]> {
  return query<OpenRow>(OPEN, [
    members.map(({ workspaceId }) => workspaceId),
    members.map(({ seat }) => voiceKeyOf(seat)),
    members.map(({ seat }) => seat.id),
    members.map(({ seat }) => seat.side)
  ])
}

/** The questions that arise and that the voice has not answered, whoever sits here. */
export function unansweredOf({ answered, initiators }: OpenRow, seats: readonly SeatRow[]): readonly DefinitionQuestion[] {
  return questionsThatArise(initiators, seats).filter((question) => !answered.includes(question))
}

/** Q4 is asked where somebody who is here says that others than citizens lead (¶15.4, ¶15.5, DEF-38). */
function questionsThatArise(initiators: OpenRow['initiators'], seats: readonly SeatRow[]): readonly DefinitionQuestion[] {
  const present = new Set(seats.map((seat) => voiceKeyOf(seat)))
  const arises = initiators.some(({ voice, value }) => present.has(voice) && asksForEngagement(value))
  return DEFINITION_QUESTIONS.filter((question) => question !== 'Q4' || arises)
}
