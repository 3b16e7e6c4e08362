import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * What a workspace says of itself, who is in it and how they came, how its modality came about.
 * Answers, changes of modality and protocols are kept for good: a later answer stands beside the earlier one.
 */
export class Workspaces1763700000003 implements MigrationInterface {
  readonly name = 'Workspaces1763700000003'

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [FACTS, PEOPLE, DECISIONS, CREATES, ACCESS]) await runner.query(statement)
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('What people have answered is not taken down; restore a backup instead.'))
  }
}

const FACTS = `
alter table workspace
  add column outcome text check (outcome in ('citizen_data', 'not_yet', 'official_participation', 'out_of_scope')),
  add column outcome_paragraph text not null default '',
  add column registry text not null default 'none' check (registry in ('none', 'country', 'card', 'card_and_roadmap', 'full_read'));

create table workspace_profile (
  workspace_id uuid primary key references workspace (id),
  version integer not null default 0,
  summary text not null default '',
  objectives text[] not null default '{}',
  other_objective text not null default '',
  data_class text check (data_class in ('K1', 'K2', 'K3')),
  populations text[] not null default '{}',
  population_label text not null default '',
  stage text check (stage in ('S1', 'S2', 'S3', 'S4', 'S5', 'S6')),
  interests jsonb not null default '[]',
  changed_at timestamptz not null default now()
);
insert into workspace_profile (workspace_id) select id from workspace;
-- Every workspace has one, however it was made.
create function make_profile() returns trigger language plpgsql as $fn$
begin
  insert into workspace_profile (workspace_id) values (new.id);
  return null;
end $fn$;
create trigger profile_of_workspace after insert on workspace for each row execute function make_profile();

create table registry_wish (
  workspace_id uuid not null references workspace (id),
  side text not null check (side in ('civic', 'state', 'other')),
  level text not null check (level in ('none', 'country', 'card', 'card_and_roadmap', 'full_read')),
  seat_id uuid not null,
  wished_at timestamptz not null default now(),
  primary key (workspace_id, side)
);

create table programme_acceptance (
  workspace_id uuid not null references workspace (id),
  side text not null check (side in ('civic', 'state')),
  seat_id uuid not null,
  accepted_at timestamptz not null default now(),
  primary key (workspace_id, side)
);

create table stage_part (
  workspace_id uuid not null references workspace (id),
  stage text not null check (stage in ('S1', 'S2', 'S3', 'S4', 'S5', 'S6')),
  side text not null check (side in ('civic', 'state', 'other')),
  engagement text not null,
  note text not null default '',
  seat_id uuid not null,
  said_at timestamptz not null default now(),
  primary key (workspace_id, stage, side)
);
`

const PEOPLE = `
alter table person add column is_secretariat boolean not null default false;

alter table organisation add column country char(2), add column created_at timestamptz not null default now();

alter table seat
  add column is_provisional boolean not null default false,
  add column mandate_given_by text,
  add column mandate_note text not null default '',
  add column end_reason text check (end_reason in ('left', 'removed', 'replaced')),
  add column end_note text not null default '',
  add column ended_by uuid,
  add column keeps_reading boolean not null default false,
  add constraint seat_end_is_said check (ended_at is null or not keeps_reading or end_reason = 'left');
create index seat_reading on seat (person_id, workspace_id) where ended_at is not null and keeps_reading;
-- What somebody wrote under a seat, by document: who left goes on reading what they co-wrote.
drop index attribution_seat;
create index attribution_seat on attribution (seat_id, document_id);
create index seat_mandate on seat (mandate_expires_at) where ended_at is null and mandate_expires_at is not null;

create table invitation (
  id uuid primary key,
  workspace_id uuid not null references workspace (id),
  secret_hash bytea not null unique,
  code_hash bytea not null unique,
  role text not null check (role in ('CIT', 'COM', 'CSO', 'NSO', 'OSA', 'OTH', 'FAC', 'SEC', 'OBS')),
  side text check (side in ('civic', 'state', 'other')),
  organisation_name text,
  organisation_kind text,
  is_funder boolean not null default false,
  mandate_given_by text,
  mandate_note text not null default '',
  mandate_expires_at timestamptz,
  invited_by uuid not null references seat (id),
  invited_by_civic boolean not null,
  uses integer not null default 0,
  most_uses integer not null check (most_uses between 1 and 500),
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  revoked_at timestamptz,
  check (uses <= most_uses)
);
create index invitation_workspace on invitation (workspace_id, created_at desc);

create table invitation_use (
  invitation_id uuid not null references invitation (id),
  seat_id uuid not null references seat (id),
  used_at timestamptz not null default now(),
  primary key (invitation_id, seat_id)
);

create table community_protocol (
  id uuid primary key,
  workspace_id uuid not null references workspace (id),
  how text not null,
  note text not null default '',
  decided_on date not null,
  candidate_seat_id uuid not null references seat (id),
  replaces_seat_id uuid references seat (id),
  recorded_by uuid not null references seat (id),
  status text not null default 'open' check (status in ('open', 'in_effect', 'refused')),
  recorded_at timestamptz not null default now(),
  ended_at timestamptz
);
create index community_protocol_workspace on community_protocol (workspace_id, recorded_at desc);
create unique index community_protocol_one_open on community_protocol (workspace_id, candidate_seat_id) where status = 'open';

create table protocol_answer (
  protocol_id uuid not null references community_protocol (id),
  seat_id uuid not null references seat (id),
  stance text not null check (stance in ('agree', 'object')),
  reason text not null default '',
  answered_at timestamptz not null default now(),
  primary key (protocol_id, seat_id)
);
`

const DECISIONS = `
create table definition_answer (
  id uuid primary key,
  workspace_id uuid not null references workspace (id),
  question text not null check (question in ('Q1', 'Q2', 'Q3', 'Q4', 'Q5', 'Q6')),
  side text not null check (side in ('civic', 'state', 'other')),
  voice text not null,
  value text not null,
  reason text not null,
  evidence text[] not null default '{}',
  framework_version text not null,
  seat_id uuid not null references seat (id),
  answered_at timestamptz not null default clock_timestamp()
);
create index definition_answer_latest on definition_answer (workspace_id, voice, question, answered_at desc);

create table modality_change (
  id uuid primary key,
  workspace_id uuid not null references workspace (id),
  kind text not null check (kind in ('classified', 'proposed')),
  from_modality text not null,
  from_lead_kind text,
  from_named_partner text,
  to_modality text not null,
  to_lead_kind text,
  to_named_partner text,
  outcome text,
  paragraph text not null default '',
  reason text not null default '',
  proposed_by uuid references seat (id),
  proposed_at timestamptz not null default now(),
  expires_at timestamptz not null,
  status text not null check (status in ('open', 'decided', 'refused', 'withdrawn', 'lapsed')),
  ended_at timestamptz
);
create index modality_change_workspace on modality_change (workspace_id, proposed_at desc);
create unique index modality_change_one_open on modality_change (workspace_id) where status = 'open';

create table modality_stance (
  change_id uuid not null references modality_change (id),
  voice text not null,
  side text not null check (side in ('civic', 'state', 'other')),
  stance text not null check (stance in ('agree', 'object')),
  reason text not null default '',
  seat_id uuid not null references seat (id),
  given_at timestamptz not null default clock_timestamp(),
  primary key (change_id, voice)
);
`

/** What was made under a key, so that asking twice makes it once. */
const CREATES = `
create table idempotent_create (
  person_id uuid not null references person (id) on delete cascade,
  key text not null,
  operation text not null,
  request_hash bytea not null,
  answer jsonb,
  created_at timestamptz not null default now(),
  primary key (person_id, key)
);
create index idempotent_create_age on idempotent_create (created_at);
`

/** An outcome and the registry's level change rights as much as a modality does. */
const ACCESS = `
drop trigger access_of_workspace on workspace;
create trigger access_of_workspace after insert or update of modality, lead_kind, named_partner, status, outcome, registry on workspace
  for each row execute function raise_workspace_access();
`
