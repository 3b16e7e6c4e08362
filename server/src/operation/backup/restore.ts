import { constants, createReadStream } from 'node:fs'
import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import type { Logger } from 'pino'
import { MigrationExecutor } from 'typeorm'
import type pg from 'pg'
import { createOwnerSource, migrate, MIGRATION_LOCK, migrationNames } from '../../database/database.js'
import { writeDurably } from '../../database/embedded/index.js'
import { numberOf } from '../../platform/counted.js'
import { BackupError } from './backup-error.js'
import { bringUpToDate, makeTables, mustBeUnused } from './clean-machine.js'
import { TableLoader } from './copy-in.js'
import { type EntryHead, type EntrySink, readEntries, type Totals } from './entries.js'
import { type Manifest, manifestSchema, SESSION_SECRET } from './manifest.js'
import { beginNewEpoch } from './new-epoch.js'
import { counted, type Report } from './report.js'
import { unseal } from './sealed-stream.js'
import { READ_ALIKE } from './tables.js'

export interface RestoreOrder {
  readonly file: string
  readonly ownerUrl: string
  readonly appUrl: string
  readonly passphrase: string
  /** Where the session secret is kept, and the one given by the environment in its place. */
  readonly dataDir: string
  readonly givenSecret: string | null
  readonly logger: Logger
  readonly report: Report
}

interface Restored extends Totals {
  readonly manifest: Manifest
  readonly secret: string
}

/**
 * Brings a backup back on a machine that has nothing yet, in one transaction: all of it, or nothing. Every document begins a
 * new epoch, nobody is signed in. Throws `BackupError`, saying what is wrong with the file, the passphrase or the database.
 */
export async function restore(order: RestoreOrder): Promise<string> {
  await access(order.file, constants.R_OK).catch((cause: unknown) => {
    throw new BackupError(`${order.file} cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
  })
  const source = await createOwnerSource(order.ownerUrl).initialize()
  const runner = source.createQueryRunner()
  let restored: Restored
  try {
    const client = (await runner.connect()) as pg.PoolClient
    const { rows } = await client.query<{ isFree: boolean }>(`select pg_try_advisory_lock(${MIGRATION_LOCK}) as "isFree"`)
    if (!rows[0]?.isFree) throw new BackupError('A Roundtable is starting on this database. Stop it first.')
    await runner.startTransaction()
    try {
      await client.query(READ_ALIKE)
      await mustBeUnused(client)
      const executor = new MigrationExecutor(source, runner)
      restored = await load(order, client, executor)
      await bringUpToDate(executor)
      await beginNewEpoch(client)
      // Before the commit: without it the rows would be there and the invitations in them would not open.
      if (order.givenSecret === null) await writeDurably(join(order.dataDir, 'session-secret'), `${restored.secret}\n`, 0o600)
      await runner.commitTransaction()
    } catch (error) {
      // With a lost connection the transaction is gone as well; why it was lost is what counts.
      await runner.rollbackTransaction().catch((late: unknown) => order.logger.debug({ err: late }, 'the transaction was gone already'))
      throw error
    }
  } finally {
    await runner.release()
    await source.destroy()
  }
  await migrate(order.ownerUrl, order.appUrl, order.logger)
  return told(restored, order)
}

async function load({ file, passphrase, report }: RestoreOrder, client: pg.PoolClient, executor: MigrationExecutor): Promise<Restored> {
  let manifest: Manifest | null = null
  let loader: TableLoader | null = null
  let secret = ''
  const place = (head: EntryHead): EntrySink => {
    if (head.kind === 'manifest')
      return inMemory(async (bytes) => {
        manifest = manifestSchema.parse(JSON.parse(bytes.toString()))
        report.say(`The backup is of ${manifest.moment}, by Roundtable ${manifest.product}.`)
        mustBeKnown(manifest)
        await makeTables(client, executor, manifest.migrations)
        loader = await TableLoader.begin(client)
      })
    if (head.kind === 'key') {
      if (head.name !== SESSION_SECRET) throw new BackupError(`The backup holds a key this version does not know (${head.name}).`)
      return inMemory((bytes) => void (secret = bytes.toString()))
    }
    if (!loader) throw new BackupError('The backup does not begin with what it is.')
    report.at(head.name)
    return loader.load(head)
  }
  const totals: Totals = { entries: 0, rows: 0 }
  try {
    await pipeline(
      createReadStream(file, { highWaterMark: 1_048_576 }),
      (bytes: AsyncIterable<Buffer>) => unseal(counted(bytes, report), passphrase),
      createGunzip(),
      async (bytes: AsyncIterable<Buffer>) => void Object.assign(totals, await readEntries(bytes, place))
    )
  } catch (error) {
    await (loader as TableLoader | null)?.abandon()
    throw error
  }
  // Set in the callbacks above, which the compiler does not follow.
  const [all, given] = [loader as TableLoader | null, manifest as Manifest | null]
  if (!all || !given || secret === '') throw new BackupError('The backup is authentic, but was not written whole.')
  await all.finish()
  return { ...totals, manifest: given, secret }
}

function mustBeKnown({ migrations, product }: Manifest): void {
  const newer = migrations.find((name) => !migrationNames.includes(name))
  if (newer)
    throw new BackupError(
      `The backup is of a newer version, ${product} (${newer} is unknown here). Restore it with that version or a later one.`
    )
}

function inMemory(use: (bytes: Buffer) => Promise<void> | void): EntrySink {
  const parts: Buffer[] = []
  return {
    write: (bytes) => Promise.resolve(void parts.push(bytes)),
    end: async () => {
      await use(Buffer.concat(parts))
      return 0
    }
  }
}

function told({ manifest, rows, secret }: Restored, { givenSecret }: RestoreOrder): string {
  const lines = [
    `Everything of ${manifest.moment} is back: ${numberOf(rows, 'row')} of ${numberOf(manifest.tables.length, 'table')}, compared with what was written.`,
    'Every document begins a new epoch, and everybody signs in again.'
  ]
  if (givenSecret !== null && givenSecret !== secret)
    lines.push(
      'SESSION_SECRET is another one than before: invitations sent before the backup do not open. Unset it and restore again to keep them.'
    )
  return lines.join('\n')
}
