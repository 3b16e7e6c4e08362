import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * What only some may state of a roadmap's tasks: who was asked, who accepted, how far it is, which side calls it done.
 *
 * A task itself lives in its document and is named by its id there. No row here refers to the projected ones, which are made
 * anew from the log: what people have said stays, also of a task that was taken out and comes back.
 */
export class Tasks1763700000007 implements MigrationInterface {
  readonly name = 'Tasks1763700000007'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TASKS)
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('What people have taken on is not taken down; restore a backup instead.'))
  }
}

const TASKS = `
create table task_fact (
  document_id uuid not null references document (id) on delete cascade,
  task_id text not null,
  version integer not null,
  work text not null default 'accepted' check (work in ('accepted', 'in_progress', 'blocked', 'dropped')),
  reason text not null default '',
  status text not null check (status in ('idea', 'proposed', 'accepted', 'in_progress', 'blocked', 'done', 'dropped')),
  changed_at timestamptz not null default clock_timestamp(),
  primary key (document_id, task_id)
);

create table task_assignment (
  id uuid primary key,
  document_id uuid not null,
  task_id text not null,
  kind text not null check (kind in ('seat', 'organisation', 'side')),
  seat_id uuid references seat (id),
  organisation_id uuid references organisation (id),
  -- Whose side the assignee is on; a facilitator has none.
  side text check (side in ('civic', 'state', 'other')),
  answer text not null default 'proposed' check (answer in ('proposed', 'accepted', 'declined', 'withdrawn')),
  reason text not null default '',
  asked_by uuid not null references seat (id),
  asked_at timestamptz not null default clock_timestamp(),
  answered_by uuid references seat (id),
  answered_at timestamptz,
  foreign key (document_id, task_id) references task_fact on delete cascade,
  check ((seat_id is not null) = (kind = 'seat')),
  check ((organisation_id is not null) = (kind = 'organisation')),
  check (kind = 'seat' or side is not null)
);
create index task_assignment_task on task_assignment (document_id, task_id, asked_at);
create unique index task_assignment_one_open on task_assignment (document_id, task_id, kind, coalesce(seat_id::text, organisation_id::text, side))
  where answer in ('proposed', 'accepted');

create table task_done (
  document_id uuid not null,
  task_id text not null,
  voice text not null,
  side text not null check (side in ('civic', 'state', 'other')),
  is_done boolean not null,
  note text not null default '',
  seat_id uuid not null references seat (id),
  said_at timestamptz not null default clock_timestamp(),
  primary key (document_id, task_id, voice),
  foreign key (document_id, task_id) references task_fact on delete cascade
);

create table task_event (
  id uuid primary key,
  document_id uuid not null,
  task_id text not null,
  act text not null check (act in ('asked', 'accepted', 'declined', 'withdrawn', 'status', 'done', 'not_yet')),
  assignment_id uuid references task_assignment (id),
  seat_id uuid not null references seat (id),
  from_status text not null,
  to_status text not null,
  reason text not null default '',
  happened_at timestamptz not null default clock_timestamp(),
  foreign key (document_id, task_id) references task_fact on delete cascade
);
create index task_event_document on task_event (document_id, happened_at desc);
create index task_event_task on task_event (document_id, task_id, happened_at desc);
`
