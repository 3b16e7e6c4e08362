import type pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { VERSION } from '../../platform/version.js'
import { BackupError } from './backup-error.js'
import type { Entry } from './entries.js'
import { type Manifest, SESSION_SECRET } from './manifest.js'
import { copyOf, migrationsOf, READ_ALIKE, type Table, tablesOf } from './tables.js'

export interface Snapshot {
  readonly manifest: Manifest
  readonly tables: readonly Table[]
}

/**
 * Begins a transaction that sees one moment of the whole database, and blocks nobody. The moment is told before the database
 * takes it, so that nothing that was committed before it can be missing. Throws `BackupError` where nothing is to be kept.
 */
export async function beginSnapshot(client: pg.ClientBase, known: readonly string[]): Promise<Snapshot> {
  await client.query('begin transaction isolation level repeatable read read only')
  await client.query(READ_ALIKE)
  const { rows } = await client.query<{ moment: Date; server: string }>(
    `select transaction_timestamp() as moment, current_setting('server_version') as server`
  )
  const migrations = await migrationsOf(client)
  if (!migrations || !rows[0]) throw new BackupError('There is nothing to back up: Roundtable has no tables in this database.')
  const unknown = migrations.find((name) => !known.includes(name))
  if (unknown) throw new BackupError(`The database is that of a newer version (${unknown}): make the backup with that version.`)
  const tables = await tablesOf(client)
  const installation = await client.query<{ id: string }>('select id from installation')
  return {
    tables,
    manifest: {
      moment: rows[0].moment.toISOString(),
      product: VERSION,
      server: rows[0].server,
      installation: installation.rows[0]?.id ?? null,
      migrations,
      tables: tables.map(({ name }) => name)
    }
  }
}

/** Everything of that moment: what it is, the keys, every table. */
export function* entriesOf(
  client: pg.ClientBase,
  { manifest, tables }: Snapshot,
  sessionSecret: string,
  onTable: (name: string) => void
): Generator<Entry> {
  yield { head: { kind: 'manifest' }, body: [Buffer.from(JSON.stringify(manifest))] }
  yield { head: { kind: 'key', name: SESSION_SECRET }, body: [Buffer.from(sessionSecret)] }
  for (const table of tables) {
    onTable(table.name)
    const rows = client.query(copyTo(copyOf(table, 'to stdout')))
    // Its reader hears of a failure; where that has gone already, nobody needs to.
    rows.on('error', () => undefined)
    yield { head: { kind: 'table', name: table.name, columns: [...table.columns] }, body: rows, rows: () => rows.rowCount }
  }
}
