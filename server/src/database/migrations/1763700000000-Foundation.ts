import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * People, sessions, workspaces, seats and live documents.
 *
 * Two things here carry promises and are worth reading before changing:
 * - `access_scope`: one rising number per workspace and per person. Triggers raise it in the very
 *   transaction that changes a right, so no code path can forget to; the row lock hands numbers out in commit order.
 * - `document_head`: the row every write to a document locks first; it hands out the gapless `seq`.
 */
export class Foundation1763700000000 implements MigrationInterface {
  readonly name = 'Foundation1763700000000'

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [PEOPLE, WORKSPACES, DOCUMENTS, ACCESS]) await runner.query(statement)
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('The foundation is not taken down; drop the database instead.'))
  }
}

const PEOPLE = `
create table installation (
  is_only boolean primary key default true check (is_only),
  id uuid not null,
  made_at timestamptz not null default now()
);
insert into installation (id) values (gen_random_uuid());

create table person (
  id uuid primary key,
  public_id uuid not null unique,
  handle text not null,
  email text,
  name text not null,
  locale text not null default 'en',
  password_hash text,
  recovery_hash text,
  is_suspended boolean not null default false,
  sample_key text unique,
  created_at timestamptz not null default now()
);
create unique index person_handle on person (lower(handle));
create unique index person_email on person (lower(email)) where email is not null;

create table session (
  id uuid primary key,
  person_id uuid not null references person (id) on delete cascade,
  token_hash bytea not null unique,
  device text not null,
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  expires_at timestamptz not null,
  ended_at timestamptz
);
create index session_person on session (person_id, created_at desc) where ended_at is null;
create index session_expiry on session (expires_at);

create table sign_in_attempt (
  key_hash bytea primary key,
  failures integer not null,
  last_failed_at timestamptz not null,
  blocked_until timestamptz not null
);
create index sign_in_attempt_age on sign_in_attempt (last_failed_at);
`

const WORKSPACES = `
create table organisation (
  id uuid primary key,
  name text not null,
  kind text not null
);

create table workspace (
  id uuid primary key,
  kind text not null check (kind in ('initiative', 'country_programme')),
  title text not null,
  country char(2) not null,
  modality text not null default 'M0' check (modality in ('M0', 'M1', 'M2', 'M3', 'M4', 'M5')),
  lead_kind text check (lead_kind in ('OTH', 'OSA')),
  named_partner text check (named_partner in ('NSO', 'OSA')),
  status text not null default 'forming',
  created_at timestamptz not null default now()
);

create table seat (
  id uuid primary key,
  workspace_id uuid not null references workspace (id),
  person_id uuid not null references person (id),
  organisation_id uuid references organisation (id),
  side text check (side in ('civic', 'state', 'other')),
  role text not null check (role in ('CIT', 'COM', 'CSO', 'NSO', 'OSA', 'OTH', 'FAC', 'SEC', 'OBS', 'GST')),
  name text not null,
  is_funder boolean not null default false,
  invited_by_civic boolean not null default false,
  mandate_expires_at timestamptz,
  ended_at timestamptz,
  created_at timestamptz not null default now(),
  check ((side is null) = (role in ('FAC', 'SEC', 'OBS', 'GST')))
);
create unique index seat_one_per_person on seat (workspace_id, person_id) where ended_at is null;
create index seat_person on seat (person_id, workspace_id) where ended_at is null;
`

const DOCUMENTS = `
create table document (
  id uuid primary key,
  workspace_id uuid not null references workspace (id),
  family_id uuid not null,
  kind text not null check (kind in ('plain', 'objectives', 'agreement', 'roadmap')),
  title text not null,
  side text check (side in ('civic', 'state', 'other')),
  created_at timestamptz not null default now()
);
create index document_workspace on document (workspace_id, id);

create table document_head (
  document_id uuid primary key references document (id),
  workspace_id uuid not null,
  family_id uuid not null,
  seq bigint not null default 0,
  epoch integer not null default 1,
  state text not null default 'draft' check (state in ('draft', 'review', 'frozen', 'in_force', 'archived')),
  changed_at timestamptz not null default now()
) with (fillfactor = 50);

create table document_update (
  document_id uuid not null references document (id),
  seq bigint not null,
  epoch integer not null,
  bytes bytea not null,
  checksum integer not null,
  seat_id uuid,
  created_at timestamptz not null default now(),
  primary key (document_id, seq)
);

create table document_snapshot (
  document_id uuid primary key references document (id),
  seq bigint not null,
  epoch integer not null,
  state bytea not null,
  state_vector bytea not null,
  delete_set bytea not null,
  checksum integer not null,
  made_at timestamptz not null default now()
);
alter table document_snapshot alter column state set storage external;

create table client_binding (
  family_id uuid not null,
  client_id bigint not null,
  person_id uuid references person (id),
  epoch integer not null,
  bound_at timestamptz not null default now(),
  primary key (family_id, client_id)
);

create table attribution (
  document_id uuid not null references document (id),
  client_id bigint not null,
  clock_from bigint not null,
  clock_to bigint not null,
  seat_id uuid,
  written_at timestamptz not null,
  primary key (document_id, client_id, clock_from)
);
create index attribution_seat on attribution (seat_id);

create table live_ticket (
  token_hash bytea primary key,
  document_id uuid not null references document (id),
  person_id uuid not null references person (id),
  session_id uuid references session (id) on delete cascade,
  is_reusable boolean not null default false,
  expires_at timestamptz not null
);
create index live_ticket_expiry on live_ticket (expires_at);
create index live_ticket_session on live_ticket (session_id);
`

const ACCESS = `
create table access_scope (
  scope_id uuid primary key,
  number bigint not null default 1,
  changed_xid xid8 not null default pg_current_xact_id(),
  changed_at timestamptz not null default clock_timestamp()
) with (fillfactor = 50);
create index access_scope_changed on access_scope (changed_xid);

create function raise_access(scope uuid) returns void language sql security definer set search_path = public, pg_temp as $$
  insert into access_scope (scope_id) values (scope)
  on conflict (scope_id) do update set number = access_scope.number + 1, changed_xid = pg_current_xact_id(), changed_at = clock_timestamp();
  select pg_notify('access', scope::text);
$$;

create function raise_workspace_access() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_table_name = 'workspace' then perform raise_access(new.id);
  elsif tg_op = 'DELETE' then perform raise_access(old.workspace_id);
  else
    perform raise_access(new.workspace_id);
    if tg_op = 'UPDATE' and old.workspace_id <> new.workspace_id then perform raise_access(old.workspace_id); end if;
  end if;
  return null;
end $$;

create function raise_person_access() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_table_name = 'person' then perform raise_access(new.id);
  elsif tg_op = 'DELETE' then perform raise_access(old.person_id);
  else perform raise_access(new.person_id);
  end if;
  return null;
end $$;

create trigger access_of_workspace after insert or update of modality, lead_kind, named_partner, status on workspace
  for each row execute function raise_workspace_access();
create trigger access_of_seat after insert or update or delete on seat
  for each row execute function raise_workspace_access();
create trigger access_of_document after update of workspace_id, side, kind on document
  for each row execute function raise_workspace_access();
create trigger access_of_head after update of state, epoch on document_head
  for each row execute function raise_workspace_access();
create trigger access_of_person after insert or update of is_suspended on person
  for each row execute function raise_person_access();
create trigger access_of_session after update of ended_at, expires_at or delete on session
  for each row execute function raise_person_access();
`
