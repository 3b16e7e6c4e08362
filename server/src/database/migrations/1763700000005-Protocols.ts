import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Protocols that lapse, who opened a workspace, and indexes for what was looked up by reading whole tables. */
export class Protocols1763700000005 implements MigrationInterface {
  readonly name = 'Protocols1763700000005'

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [LAPSING, CREATES, INDEXES]) await runner.query(statement)
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('What communities have recorded is not taken down; restore a backup instead.'))
  }
}

const LAPSING = `
alter table community_protocol
  drop constraint community_protocol_status_check,
  add constraint community_protocol_status_check check (status in ('open', 'in_effect', 'refused', 'lapsed')),
  add column expires_at timestamptz not null default clock_timestamp() + interval '30 days';
update community_protocol set expires_at = recorded_at + interval '30 days';
create index invitation_use_seat on invitation_use (seat_id);
create index community_protocol_open on community_protocol (expires_at) where status = 'open';
`

/** Plain hashes over bodies that held e-mail addresses: the server's key is in every later one. */
const CREATES = `delete from idempotent_create`

const INDEXES = `
create index seat_ever_of_person on seat (person_id, workspace_id);
create index seat_organisation on seat (organisation_id) where organisation_id is not null;
create index organisation_name on organisation (kind, lower(name));
create index invitation_by on invitation (invited_by, created_at);
`
