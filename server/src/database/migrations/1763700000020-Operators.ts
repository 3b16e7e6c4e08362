import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Who looks after the installation, how far its first set-up is, and when it was backed up. Tables of their own: nothing that
 * people write into waits for this migration.
 */
export class Operators1763700000020 implements MigrationInterface {
  readonly name = 'Operators1763700000020'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(OPERATORS)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table backup_made, set_up, set_up_token, operator')
  }
}

const OPERATORS = `
create table operator (
  person_id uuid primary key references person,
  granted_at timestamptz not null default clock_timestamp()
);

create table set_up_token (
  token_hash bytea primary key,
  expires_at timestamptz not null
);

create table set_up (
  only_one boolean primary key default true check (only_one),
  language text,
  country text,
  done text[] not null default '{}'
);

create table backup_made (
  made_at timestamptz primary key default clock_timestamp(),
  product text not null,
  bytes bigint not null
);
`
