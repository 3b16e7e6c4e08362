import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chmod, chown, mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type Account, canReach } from './account.js'
import type { EmbeddedLog } from './log.js'
import { EmbeddedDatabaseError } from './problem.js'
import { writeDurably } from './write-durably.js'

/**
 * Where things are. Of `dataDir` itself only small files of ours are used; `home` holds the cluster (`cluster/`, the
 * directory PostgreSQL calls its data directory) and, where needed, a copy of the programs.
 */
export interface Place {
  readonly dataDir: string
  readonly home: string
  readonly cluster: string
}

/** Below a directory that root alone may enter, such as /root, `nobody` cannot keep a cluster: then it goes here. */
const elsewhere = '/var/lib/roundtable'

/**
 * Finds or makes the home of the cluster of `dataDir`. A home elsewhere is remembered in `dataDir/database-location`,
 * so that removing `dataDir` begins anew. Throws `EmbeddedDatabaseError` when a remembered home is gone.
 */
export async function findPlace(dataDir: string, account: Account | undefined, log: EmbeddedLog): Promise<Place> {
  const pointer = join(dataDir, 'database-location')
  const remembered = existsSync(pointer) ? (await readFile(pointer, 'utf8')).trim() : undefined
  if (remembered !== undefined && !existsSync(remembered)) {
    throw new EmbeddedDatabaseError(
      `The database of ${dataDir} was kept in ${remembered}, which is gone. Bring it back, or remove ${dataDir} to begin with an empty one.`
    )
  }
  const inside = join(dataDir, 'database')
  const home = remembered ?? (canReach(account, dataDir) || existsSync(inside) ? inside : join(elsewhere, randomBytes(8).toString('hex')))
  await mkdir(home, { recursive: true })
  if (account) {
    // The account makes and owns the cluster; with the sticky bit it cannot touch the programs root keeps beside it.
    if (home !== inside) await chmod(elsewhere, 0o755)
    await chown(home, 0, account.gid)
    await chmod(home, 0o1770)
  }
  if (home !== inside && remembered === undefined) {
    await writeDurably(pointer, `${home}\n`, 0o644)
    log.info(`PostgreSQL may not run as root and nobody else may enter ${dataDir}, so the database is kept in ${home}.`)
  }
  if (!canReach(account, home))
    throw new EmbeddedDatabaseError(`The account PostgreSQL runs as cannot enter ${home}. Allow it, or choose another DATA_DIR.`)
  return { dataDir, home, cluster: join(home, 'cluster') }
}

/** Whether a first start has left anything of a database in `dataDir`, be it whole or not. */
export function hasEmbedded(dataDir: string): boolean {
  return ['database.json', 'database', 'database-location'].some((name) => existsSync(join(dataDir, name)))
}

/** Takes away what a kill left half made: clusters and copies of the programs get their own name only when they are whole. */
export async function removePartial(place: Place): Promise<void> {
  for (const name of await readdir(place.home)) {
    if (/\.partial-[0-9a-f]+$/.test(name)) await rm(join(place.home, name), { recursive: true, force: true, maxRetries: 5 })
  }
}

/** A name for something not yet whole, beside its final one; `removePartial` knows it. */
export function partialName(path: string): string {
  return `${path}.partial-${randomBytes(4).toString('hex')}`
}
