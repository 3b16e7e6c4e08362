import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { createGzip } from 'node:zlib'
import type pg from 'pg'
import { createPool, migrationNames } from '../../server/src/database/database.js'
import { backUp } from '../../server/src/operation/backup/backup.js'
import { type Entry, written } from '../../server/src/operation/backup/entries.js'
import { Report } from '../../server/src/operation/backup/report.js'
import { restore, type RestoreOrder } from '../../server/src/operation/backup/restore.js'
import { seal } from '../../server/src/operation/backup/sealed-stream.js'
import { fillTheRest } from './backup-rows.js'
import { createDatabase, type TestDatabase } from './database.js'
import { migratedDatabase, silent } from './migrated-database.js'
import { TEST_SECRET } from './server.js'
import { World } from './world.js'

export const PASSPHRASE = 'sixteen herons at dusk'
/** Of a guess at the passphrase of a crafted file. */
const CHEAP = 2 ** 14

/** A directory for backups, and clean databases to bring them back in. */
export class BackupScene {
  readonly directory = mkdtempSync(join(tmpdir(), 'roundtable-backup-'))
  readonly #databases: TestDatabase[] = []
  readonly said: string[] = []
  readonly #report = new Report((line) => void this.said.push(line))

  file(name: string): string {
    return join(this.directory, name)
  }

  backUp({ ownerUrl }: TestDatabase, name: string): Promise<string> {
    return backUp({ file: this.file(name), ownerUrl, sessionSecret: TEST_SECRET, passphrase: PASSPHRASE, report: this.#report })
  }

  restore({ ownerUrl, appUrl }: TestDatabase, name: string, other: Partial<RestoreOrder> = {}): Promise<string> {
    const [dataDir, report] = [this.directory, this.#report]
    const order = { file: this.file(name), ownerUrl, appUrl, passphrase: PASSPHRASE, dataDir, givenSecret: null, logger: silent, report }
    return restore({ ...order, ...other })
  }

  /** A database with a row in every table, and a backup of it, `whole`, of several parts. */
  async filled(): Promise<TestDatabase> {
    const database = await migratedDatabase()
    await withPool(database, async (pool) => {
      const world = await World.create(pool)
      await world.seat('CSO')
      await world.document()
      await pool.query(
        `insert into modality_change (id, workspace_id, kind, from_modality, to_modality, expires_at, status)
         values (gen_random_uuid(), $1, 'proposed', 'M0', 'M3', now(), 'open')`,
        [world.workspaceId]
      )
      await fillTheRest(pool, 400_000)
    })
    await this.backUp(database, 'whole')
    return database
  }

  /** What stands in the data directory as the session secret. */
  get keptSecret(): string {
    return readFileSync(this.file('session-secret'), 'utf8').trim()
  }

  /** A database with nothing in it, not even tables. */
  async clean(): Promise<TestDatabase> {
    const database = await createDatabase()
    this.#databases.push(database)
    return database
  }

  async close(): Promise<void> {
    for (const database of this.#databases) await database.drop()
    rmSync(this.directory, { recursive: true, force: true })
  }
}

/** Works with the tables of a database as their owner, and lets go of it. */
export async function withPool<T>({ ownerUrl }: TestDatabase, work: (pool: pg.Pool) => Promise<T>): Promise<T> {
  const pool = createPool(ownerUrl, silent)
  return work(pool).finally(() => pool.end())
}

export async function tablesIn(database: TestDatabase): Promise<number> {
  return (await rowsOf(database, `select from pg_tables where schemaname = 'public'`)).length
}

export function rowsOf(database: TestDatabase, sql: string): Promise<unknown[]> {
  return withPool(database, async (pool) => (await pool.query<Record<string, unknown>>(sql)).rows)
}

/** A file that is authentic, as another version might have written it: entries with nothing in them but the manifest. */
export async function craftedBackup(manifest: object, heads: readonly object[]): Promise<Buffer> {
  const whole = {
    moment: '2031-01-01T00:00:00.000Z',
    product: '9',
    server: '18',
    installation: null,
    migrations: migrationNames,
    tables: []
  }
  const body = [Buffer.from(JSON.stringify({ ...whole, ...manifest }))]
  const entries = heads.map((head) => ({ head, body: 'kind' in head && head.kind === 'manifest' ? body : [] }))
  const parts: Buffer[] = []
  const inside = Readable.from(written(entries as unknown as Entry[])).pipe(createGzip())
  for await (const part of seal(inside, PASSPHRASE, '9', CHEAP)) parts.push(part)
  return Buffer.concat(parts)
}
