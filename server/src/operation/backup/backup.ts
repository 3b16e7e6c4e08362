import { link, open, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { migrationNames } from '../../database/database.js'
import { syncDirectory } from '../../database/embedded/index.js'
import { numberOf } from '../../platform/counted.js'
import { VERSION } from '../../platform/version.js'
import { BackupError } from './backup-error.js'
import { beginSnapshot, entriesOf } from './copy-out.js'
import { written } from './entries.js'
import { withOwner } from './owner.js'
import { counted, type Report } from './report.js'
import { seal } from './sealed-stream.js'

export interface BackupOrder {
  /** Where to; nothing may be there. */
  readonly file: string
  readonly ownerUrl: string
  readonly sessionSecret: string
  readonly passphrase: string
  readonly report: Report
}

/**
 * Writes the whole database, as it is at one moment, and the keys into one encrypted file, while people go on writing.
 * The file has its name only when it is whole and on the disk. Throws `BackupError`, saying why it cannot be.
 */
export async function backUp({ file, ownerUrl, sessionSecret, passphrase, report }: BackupOrder): Promise<string> {
  await mustNotExist(file)
  const partial = `${file}.partial-${process.pid}`
  const target = await open(partial, 'wx', 0o600).catch((error: unknown) => {
    throw new BackupError(`${file} cannot be written: ${reasonOf(error)}`, { cause: error })
  })
  try {
    const done = await withOwner(ownerUrl, async (client) => {
      const snapshot = await beginSnapshot(client, migrationNames)
      report.say(`The moment of the backup is ${snapshot.manifest.moment}.`)
      let rows = 0
      const counting = function* () {
        for (const entry of entriesOf(client, snapshot, sessionSecret, (name) => report.at(name))) {
          yield entry
          rows += entry.rows?.() ?? 0
        }
      }
      await pipeline(
        Readable.from(written(counting()), { objectMode: false }),
        createGzip(),
        (bytes: AsyncIterable<Buffer>) => seal(counted(bytes, report), passphrase, VERSION),
        (bytes: AsyncIterable<Buffer>) => writeFile(target, bytes)
      )
      await client.query('commit')
      return { rows, tables: snapshot.tables.length, moment: snapshot.manifest.moment }
    })
    await target.sync()
    const { size } = await target.stat()
    await target.close()
    await giveName(partial, file)
    await noteBackup(ownerUrl, size, report)
    return `${file} holds everything of ${done.moment}: ${numberOf(done.rows, 'row')} of ${numberOf(done.tables, 'table')} in ${numberOf(size, 'byte')}. Keep the passphrase elsewhere: nobody can open the file without it.`
  } catch (error) {
    await target.close()
    await rm(partial, { force: true })
    throw error
  }
}

/** The health page says how old the last backup is. A database of an older version has no place for it, and one that only reads takes nothing. */
async function noteBackup(ownerUrl: string, bytes: number, report: Report): Promise<void> {
  try {
    await withOwner(ownerUrl, async (client) => {
      const { rows } = await client.query<{ isThere: boolean }>(`select to_regclass('public.backup_made') is not null as "isThere"`)
      if (rows[0]?.isThere) await client.query('insert into backup_made (product, bytes) values ($1, $2)', [VERSION, bytes])
    })
  } catch (error) {
    report.say(`The backup is whole; that it was made could not be noted for the health page: ${reasonOf(error)}`)
  }
}

async function mustNotExist(file: string): Promise<void> {
  const there = await stat(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw new BackupError(`${file} cannot be written: ${reasonOf(error)}`, { cause: error })
  })
  if (there) throw new BackupError(`${file} is there already. A backup overwrites nothing: name another file.`)
}

/** A link never takes the place of another file. Where there are no links (a stick for every system), it is looked at first. */
async function giveName(partial: string, file: string): Promise<void> {
  try {
    await link(partial, file)
    await rm(partial)
  } catch (error) {
    await mustNotExist(file)
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw error
    await rename(partial, file)
  }
  await syncDirectory(dirname(file))
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
