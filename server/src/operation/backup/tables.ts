import type pg from 'pg'

export interface Table {
  readonly name: string
  readonly columns: readonly string[]
}

/** TypeORM's own: which migrations ran is in the manifest, and running them writes it anew. */
export const MIGRATIONS = 'migration'

/**
 * What is not in a backup. Whoever signed out, or had their session ended, after the moment of the backup would be signed
 * in again by it: nobody is, so sessions stay out, and tickets, good for half a minute, with them. Guesses at passwords are
 * counted anew. A token of the set-up is a secret of one start, and when a database was backed up is said of that one alone.
 */
export const LEFT_OUT: readonly string[] = ['session', 'live_ticket', 'sign_in_attempt', 'set_up_token', 'backup_made']

/** Operators add extensions, with tables and views of their own, where they like. */
export const NOT_OF_AN_EXTENSION = `not exists (select 1 from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')`

/** Every table there is, whoever added it, but `LEFT_OUT` and the list of migrations. */
export async function tablesOf(client: pg.ClientBase): Promise<Table[]> {
  const { rows } = await client.query<Table>(
    `select c.relname as name, array(
        select a.attname::text from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum
      ) as columns
     from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
       and not c.relname = any ($1) and ${NOT_OF_AN_EXTENSION} order by c.relname`,
    [[MIGRATIONS, ...LEFT_OUT]]
  )
  return rows
}

/** The names of the migrations that ran, in their order; null where Roundtable never was. */
export async function migrationsOf(client: pg.ClientBase): Promise<string[] | null> {
  const { rows } = await client.query<{ isThere: boolean }>(`select to_regclass('public.${MIGRATIONS}') is not null as "isThere"`)
  if (!rows[0]?.isThere) return null
  const ran = await client.query<{ name: string }>(`select name from ${MIGRATIONS} order by id`)
  return ran.rows.map(({ name }) => name)
}

/** Rows as text read the same whoever asks, and whatever the server was told. */
export const READ_ALIKE = `
set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres'; set local timezone = 'UTC';
set local extra_float_digits = 1; set local bytea_output = 'hex'; set local client_encoding = 'UTF8';
set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0; set local lock_timeout = '10s'`

export function copyOf({ name, columns }: Table, direction: 'to stdout' | 'from stdin'): string {
  return `copy ${quoted(name)} (${columns.map(quoted).join(', ')}) ${direction}`
}

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`
