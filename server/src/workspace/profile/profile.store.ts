import type { Profile, ProfileView } from '@roundtable/shared/protocol'
import type { RegistryLevel, Side } from '@roundtable/shared/framework'
import type { Query } from '../../ability/index.js'

export type ProfileRow = Omit<ProfileView, 'voices' | 'silence' | 'acceptedBy' | 'selfDefinition'>

/** What a workspace says of itself. */
export async function findProfile(query: Query, workspaceId: string): Promise<ProfileRow> {
  const [profile] = await query<ProfileRow>(
    `select p.version, w.title, w.country, w.registry, p.summary, p.objectives, p.other_objective as "otherObjective",
       p.data_class as "dataClass", p.populations, p.population_label as "populationLabel", p.identification, p.stage, p.interests
     from workspace w join workspace_profile p on p.workspace_id = w.id where w.id = $1`,
    [workspaceId]
  )
  if (!profile) throw new Error(`workspace ${workspaceId} has no profile`)
  return profile
}

/** False when the profile is no longer at `version`. */
export async function updateProfile(query: Query, workspaceId: string, { version, title, ...facts }: Profile): Promise<boolean> {
  const changed = await query(
    `with changed as (
       update workspace_profile set version = version + 1, summary = $3, objectives = $4, other_objective = $5, data_class = $6,
         populations = $7, population_label = $8, stage = $9, interests = $10, identification = $11, changed_at = now()
       where workspace_id = $1 and version = $2 returning workspace_id
     ) select 1 from changed`,
    [
      workspaceId,
      version,
      facts.summary,
      facts.objectives,
      facts.otherObjective,
      facts.dataClass,
      facts.populations,
      facts.populationLabel,
      facts.stage,
      JSON.stringify(facts.interests),
      facts.identification
    ]
  )
  if (changed.length === 0) return false
  await query('update workspace set title = $2 where id = $1 and title <> $2', [workspaceId, title])
  return true
}

/** Who speaks: a voice of a side, through one of its seats. */
export interface Speaker {
  readonly voice: string
  readonly side: Side
  readonly seatId: string
}

export async function wish(query: Query, workspaceId: string, { voice, side, seatId }: Speaker, level: RegistryLevel): Promise<void> {
  await query(
    `insert into registry_wish (workspace_id, voice, side, level, seat_id) values ($1, $2, $3, $4, $5)
     on conflict (workspace_id, voice) do update set level = excluded.level, seat_id = excluded.seat_id, wished_at = now()`,
    [workspaceId, voice, side, level, seatId]
  )
}

/** What each voice has wished last. */
export async function wishesOf(query: Query, workspaceId: string): Promise<ReadonlyMap<string, RegistryLevel>> {
  const rows = await query<{ voice: string; level: RegistryLevel }>('select voice, level from registry_wish where workspace_id = $1', [
    workspaceId
  ])
  return new Map(rows.map(({ voice, level }) => [voice, level]))
}

/** What silence allows: nothing; in a programme that the secretariat opened, that it sees what it opened. */
export async function silenceAllows(query: Query, workspaceId: string): Promise<RegistryLevel> {
  const opened = await query(
    `select 1 from workspace w join seat s on s.id = w.opened_by where w.id = $1 and w.kind = 'country_programme' and s.role = 'SEC'`,
    [workspaceId]
  )
  return opened.length === 0 ? 'none' : 'card'
}

/** True where it is another level than before. */
export async function setRegistry(query: Query, workspaceId: string, level: RegistryLevel): Promise<boolean> {
  const changed = await query(
    `with changed as (update workspace set registry = $2 where id = $1 and registry <> $2 returning 1) select 1 from changed`,
    [workspaceId, level]
  )
  return changed.length > 0
}

export async function accept(query: Query, workspaceId: string, { voice, side, seatId }: Speaker): Promise<void> {
  await query(
    `insert into programme_acceptance (workspace_id, voice, side, seat_id) values ($1, $2, $3, $4) on conflict (workspace_id, voice) do nothing`,
    [workspaceId, voice, side, seatId]
  )
}

/** The voices that have accepted a programme. */
export async function acceptedBy(query: Query, workspaceId: string): Promise<ReadonlySet<string>> {
  const rows = await query<{ voice: string }>('select voice from programme_acceptance where workspace_id = $1', [workspaceId])
  return new Set(rows.map(({ voice }) => voice))
}

/** False where it is active already. */
export async function activate(query: Query, workspaceId: string): Promise<boolean> {
  const changed = await query(
    `with changed as (update workspace set status = 'active' where id = $1 and status = 'forming' returning 1) select 1 from changed`,
    [workspaceId]
  )
  return changed.length > 0
}
