import type { MigrationExecutor } from 'typeorm'
import type pg from 'pg'
import { BackupError } from './backup-error.js'
import { LEFT_OUT, migrationsOf, MIGRATIONS, NOT_OF_AN_EXTENSION, quoted, tablesOf } from './tables.js'

/** What a migration puts there itself: it makes no database one that is used. */
const MADE_BY_MIGRATIONS = ['installation']
/** What a start puts there for whoever sets the installation up. */
const MADE_BY_STARTING = 'set_up_token'

/**
 * Throws `BackupError` unless nothing of Roundtable's runs on this database and nobody has anything in it: a restore takes
 * nothing from anybody.
 */
export async function mustBeUnused(client: pg.ClientBase): Promise<void> {
  const { rows: others } = await client.query<{ count: number }>(
    `select count(*)::int as count from pg_stat_activity
     where datname = current_database() and application_name like 'roundtable%' and pid <> pg_backend_pid()`
  )
  if (others[0]?.count)
    throw new BackupError('A Roundtable is running on this database. Stop it first: a backup is restored where nobody works.')
  const isOurs = (await migrationsOf(client)) !== null
  const { rows: tables } = await client.query<{ name: string }>(
    `select c.relname as name from pg_class c
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'f') and ${NOT_OF_AN_EXTENSION}`
  )
  if (!isOurs && tables[0])
    throw new BackupError(`This database has tables that are not Roundtable's (${tables[0].name}). Give it one of its own.`)
  for (const { name } of tables) {
    if (name === MIGRATIONS || name === MADE_BY_STARTING || MADE_BY_MIGRATIONS.includes(name)) continue
    const { rowCount } = await client.query(`select 1 from ${quoted(name)} limit 1`)
    if (rowCount) throw new BackupError(`This database is in use: there is something in ${name}. A backup is restored into an empty one.`)
  }
}

/** Leaves the tables as they were where the backup was made: those of these migrations, with nothing in them. */
export async function makeTables(client: pg.ClientBase, executor: MigrationExecutor, ran: readonly string[]): Promise<void> {
  const here = await migrationsOf(client)
  if (here?.join() !== ran.join()) {
    await dropEverything(client)
    await run(executor, (name) => ran.includes(name))
  }
  for (const name of MADE_BY_MIGRATIONS) await client.query(`delete from ${name}`)
  const { rows } = await client.query<{ isThere: boolean }>(`select to_regclass('public.${MADE_BY_STARTING}') is not null as "isThere"`)
  if (rows[0]?.isThere) await client.query(`delete from ${MADE_BY_STARTING}`)
}

/** Runs what came after the backup. */
export function bringUpToDate(executor: MigrationExecutor): Promise<void> {
  return run(executor, () => true)
}

async function run(executor: MigrationExecutor, isMeant: (name: string) => boolean): Promise<void> {
  for (const migration of await executor.getPendingMigrations()) if (isMeant(migration.name)) await executor.executeMigration(migration)
}

/** There is nothing in these tables, and what is made anew begins from nothing. */
async function dropEverything(client: pg.ClientBase): Promise<void> {
  for (const name of [...(await tablesOf(client)).map((table) => table.name), ...LEFT_OUT, MIGRATIONS])
    await client.query(`drop table if exists ${quoted(name)} cascade`)
  const { rows } = await client.query<{ signature: string }>(
    `select p.oid::regprocedure::text as signature from pg_proc p
     where p.pronamespace = 'public'::regnamespace and p.proowner = (select oid from pg_roles where rolname = current_user)
       and not exists (select 1 from pg_depend d where d.objid = p.oid and d.deptype = 'e')`
  )
  for (const { signature } of rows) await client.query(`drop function if exists ${signature} cascade`)
}
