import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * What each side says for itself: degree and quality of engagement at a stage, the principles it has filed, and that it
 * agrees to how the population names itself.
 */
export class SidesAnswers1763700000008 implements MigrationInterface {
  readonly name = 'SidesAnswers1763700000008'

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [ENGAGEMENT, FILINGS, POPULATION]) await runner.query(statement)
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('What the sides have said is not taken down; restore a backup instead.'))
  }
}

const SIDE = `text not null check (side in ('civic', 'state', 'other'))`

const ENGAGEMENT = `
create table stage_engagement (
  workspace_id uuid not null references workspace (id),
  stage text not null check (stage in ('S1', 'S2', 'S3', 'S4', 'S5', 'S6')),
  side ${SIDE},
  extent text not null,
  duration_days integer,
  effort_hours integer,
  groups text[] not null,
  intensity text,
  needs_fit text,
  impact text,
  influence text,
  evidence text[] not null,
  note text not null,
  seat_id uuid not null references seat (id),
  said_at timestamptz not null default clock_timestamp(),
  primary key (workspace_id, stage, side)
);
`

/** A filing is kept as it was made: the content is the canonical text that its hash is of. */
const FILINGS = `
create table principles_filing (
  id uuid primary key,
  workspace_id uuid not null references workspace (id),
  document_id uuid not null references document (id),
  side ${SIDE},
  number integer not null check (number > 0),
  seat_id uuid not null references seat (id),
  filed_at timestamptz not null default clock_timestamp(),
  epoch integer not null,
  seq bigint not null,
  content text not null check (octet_length(content) <= 524288),
  content_hash bytea not null check (octet_length(content_hash) = 32),
  unique (workspace_id, side, number)
);
create index principles_filing_document on principles_filing (document_id);
-- What a document says now, to be told from what was filed without opening it.
alter table document_projection add column content_hash bytea;
`

const POPULATION = `
alter table workspace_profile add column identification text not null default '';
create table population_agreement (
  workspace_id uuid not null references workspace (id),
  voice text not null,
  side ${SIDE},
  agrees boolean not null,
  -- Of the words that were agreed to: others are not.
  words_hash bytea not null,
  seat_id uuid not null references seat (id),
  said_at timestamptz not null default clock_timestamp(),
  primary key (workspace_id, voice)
);
`
