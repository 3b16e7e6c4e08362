import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * What a side says is what its voices say: a wish about the registry and an acceptance belong to the voice that gave them.
 * A community's voice goes on when another delegate takes it up, and a workspace remembers who opened it.
 */
export class Voices1763700000004 implements MigrationInterface {
  readonly name = 'Voices1763700000004'

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [byVoice('registry_wish'), byVoice('programme_acceptance'), SEATS, FUNDERS]) await runner.query(statement)
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('What people have answered is not taken down; restore a backup instead.'))
  }
}

/** Keys a table by the voice of the seat that spoke (`domain/voices.ts`), where it was keyed by the seat's side. */
function byVoice(table: 'registry_wish' | 'programme_acceptance'): string {
  return `
alter table ${table} add column voice text;
update ${table} t set voice = case
    when s.role = 'COM' then 'community:' || coalesce(s.organisation_id, s.id)
    when s.organisation_id is null then 'seat:' || s.id
    else t.side || ':' || s.organisation_id
  end from seat s where s.id = t.seat_id;
delete from ${table} where voice is null;
alter table ${table} drop constraint ${table}_pkey, alter column voice set not null, add primary key (workspace_id, voice);
`
}

const SEATS = `
alter table seat add column voice_of uuid;
alter table workspace add column opened_by uuid references seat (id);
update workspace w set opened_by = (select s.id from seat s where s.workspace_id = w.id order by s.created_at, s.id limit 1);
`

/** Seats of funding organisations that came in without the mark. */
const FUNDERS = `
update seat s set is_funder = true from organisation o
  where o.id = s.organisation_id and o.kind = 'funder' and s.role in ('OBS', 'OTH') and not s.is_funder;
`
