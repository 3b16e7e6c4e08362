import { type Profile, type ProfileView } from '@roundtable/shared/protocol'
import { type EntityManager } from 'typeorm'
import { type RegistryLevel, type Side } from '@roundtable/shared/framework'

const PROFILE = `select p.version, w.title, w.country, w.registry, p.summary, p.objectives, p.other_objective as "otherObjective",
    p.data_class as "dataClass", p.populations, p.population_label as "populationLabel", p.stage, p.interests,
    (select coalesce(json_agg(json_build_object('side', r.side, 'level', r.level) order by r.side), '[]') from registry_wish r
      where r.workspace_id = w.id) as "registryWishes",
    (select coalesce(json_agg(a.side order by a.side), '[]') from programme_acceptance a where a.workspace_id = w.id) as "acceptedBy"
  from workspace w join workspace_profile p on p.workspace_id = w.id where w.id = $1`

/** What a workspace says of itself. Every method works in the caller's transaction. */
export const profileStore = {
  async find(manager: EntityManager, workspaceId: string): Promise<ProfileView> {
    const rows: ProfileView[] = await manager.query(PROFILE, [workspaceId])
    const [profile] = rows
    if (!profile) throw new Error(`workspace ${workspaceId} has no profile`)
    return profile
  },

  /** False when the profile is no longer at `version`. */
  async update(manager: EntityManager, workspaceId: string, { version, title, ...facts }: Profile): Promise<boolean> {
    const changed: unknown[] = await manager.query(
      `with changed as (
         update workspace_profile set version = version + 1, summary = $3, objectives = $4, other_objective = $5, data_class = $6,
           populations = $7, population_label = $8, stage = $9, interests = $10, changed_at = now()
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
        JSON.stringify(facts.interests)
      ]
    )
    if (changed.length === 0) return false
    await manager.query('update workspace set title = $2 where id = $1 and title <> $2', [workspaceId, title])
    return true
  },

  async wish(manager: EntityManager, workspaceId: string, side: Side, level: RegistryLevel, seatId: string): Promise<void> {
    await manager.query(
      `insert into registry_wish (workspace_id, side, level, seat_id) values ($1, $2, $3, $4)
       on conflict (workspace_id, side) do update set level = excluded.level, seat_id = excluded.seat_id, wished_at = now()`,
      [workspaceId, side, level, seatId]
    )
  },

  async setRegistry(manager: EntityManager, workspaceId: string, level: RegistryLevel): Promise<void> {
    await manager.query('update workspace set registry = $2 where id = $1 and registry <> $2', [workspaceId, level])
  },

  /** Accepts for a side; a programme that both sides have accepted is active from now on. */
  async accept(manager: EntityManager, workspaceId: string, side: Side, seatId: string): Promise<void> {
    await manager.query(
      `insert into programme_acceptance (workspace_id, side, seat_id) values ($1, $2, $3) on conflict (workspace_id, side) do nothing`,
      [workspaceId, side, seatId]
    )
    await manager.query(
      `update workspace set status = 'active' where id = $1 and status = 'forming'
         and (select count(*) from programme_acceptance where workspace_id = $1) = 2`,
      [workspaceId]
    )
  }
}
