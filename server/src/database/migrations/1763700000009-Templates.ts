import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Sets of templates that the operator adds, and which one each document has. A set is never changed: another version is
 * another row, and what is withdrawn is no longer offered, while documents that have it keep it.
 * And the hash of what a document says, beside its rows: all rows are made anew from the logs to have it.
 */
export class Templates1763700000009 implements MigrationInterface {
  readonly name = 'Templates1763700000009'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TEMPLATES)
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Templates that documents were begun with are not taken down; restore a backup instead.'))
  }
}

/** What was begun before this was begun with the shipped templates. */
const TEMPLATES = `
create table template_set (
  id text not null,
  version text not null,
  language text not null,
  name text not null,
  kinds jsonb not null,
  added_at timestamptz not null default clock_timestamp(),
  withdrawn_at timestamptz,
  primary key (id, version, language)
);

alter table document
  add column template_id text not null default 'roundtable',
  add column template_version text not null default '1.0.0',
  add column template_language text not null default 'en';

delete from document_projection;
alter table document_projection alter column content_hash set not null;
`
