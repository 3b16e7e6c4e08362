import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Plans and principles; documents that a side keeps to itself; and what documents say, as rows for lists and search.
 *
 * `private_to` is a right, so a change of it raises the workspace's access number like any other.
 */
export class Documents1763700000006 implements MigrationInterface {
  readonly name = 'Documents1763700000006'

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [KINDS, ACCESS, PROJECTION]) await runner.query(statement)
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Documents people have written are not taken down; restore a backup instead.'))
  }
}

const KINDS = `
alter table document drop constraint document_kind_check;
alter table document
  add constraint document_kind_check check (kind in ('plain', 'objectives', 'agreement', 'roadmap', 'plan', 'principles')),
  add column stage text check (stage in ('S1', 'S2', 'S3', 'S4', 'S5', 'S6')),
  add column private_to text check (private_to in ('civic', 'state', 'other')),
  add constraint document_plan_stage check ((stage is not null) = (kind = 'plan')),
  add constraint document_principles_side check (kind <> 'principles' or side is not null),
  add constraint document_kept_by_its_side check (private_to is null or side = private_to);
-- One shared plan a stage, and one principles document a side: two people who begin one at once get the same.
create unique index document_one_plan on document (workspace_id, stage) where kind = 'plan' and private_to is null;
create unique index document_one_principles on document (workspace_id, side) where kind = 'principles';
`

const ACCESS = `
drop trigger access_of_document on document;
create trigger access_of_document after update of workspace_id, side, kind, stage, private_to on document
  for each row execute function raise_workspace_access();
`

/** Made from the log and to be made anew from it at any time: nothing here is the truth about anything. */
const PROJECTION = `
create table document_projection (
  document_id uuid primary key references document (id) on delete cascade,
  epoch integer not null,
  seq bigint not null,
  words text not null,
  projected_at timestamptz not null default now()
);

create table projected_task (
  document_id uuid not null references document (id) on delete cascade,
  task_id text not null,
  place integer not null,
  title text not null,
  key_area text,
  stage text,
  lead_side text,
  start_on date,
  due_on date,
  details jsonb not null,
  primary key (document_id, task_id)
);
create index projected_task_due on projected_task (due_on) where due_on is not null;

create table projected_clause (
  document_id uuid not null references document (id) on delete cascade,
  clause_id text not null,
  place integer not null,
  code text not null,
  heading text not null,
  state text not null,
  details jsonb not null,
  primary key (document_id, clause_id)
);

create table projected_answer (
  document_id uuid not null references document (id) on delete cascade,
  question text not null,
  place integer not null,
  state text not null,
  details jsonb not null,
  primary key (document_id, question)
);
`
