import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chown, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Account } from './account.js'
import type { Binaries } from './binaries.js'
import { childEnvironment } from './child-environment.js'
import { partialName } from './place.js'
import { EmbeddedDatabaseError, useAnother } from './problem.js'
import { syncDirectory } from './write-durably.js'

const run = promisify(execFile)

export const SUPERUSER = 'rt_superuser'

/**
 * Makes the cluster in a directory beside its place and moves it there when it is whole, so an `initdb` cut short is
 * simply done anew. UTF-8; sorting by ICU, the same on every machine; passwords by SCRAM.
 */
export async function initialise(binaries: Binaries, cluster: string, password: string, account?: Account): Promise<void> {
  const partial = partialName(cluster)
  const passwordFile = partialName(`${cluster}-password`)
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 })
  if (account) await chown(passwordFile, account.uid, account.gid)
  const words = [
    ['-D', partial, '-U', SUPERUSER, '--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=und'],
    ['--auth=scram-sha-256', `--pwfile=${passwordFile}`]
  ].flat()
  try {
    await run(binaries.initdb, words, { cwd: '/', env: childEnvironment(), ...account })
    await rename(partial, cluster)
    await syncDirectory(join(cluster, '..'))
  } catch (cause) {
    await rm(partial, { recursive: true, force: true, maxRetries: 5 })
    throw new EmbeddedDatabaseError(`The embedded database could not be made in ${cluster}: ${lastWords(cause)}\n${useAnother}`, { cause })
  } finally {
    await rm(passwordFile, { force: true })
  }
}

function lastWords(error: unknown): string {
  const { stderr } = error as { stderr?: unknown }
  return typeof stderr === 'string' && stderr.trim() !== '' ? stderr.trim() : String(error)
}

/** Whether there is a cluster; throws `EmbeddedDatabaseError` when another major version of PostgreSQL made it. */
export async function isInitialised(binaries: Binaries, cluster: string): Promise<boolean> {
  const file = join(cluster, 'PG_VERSION')
  if (!existsSync(cluster)) return false
  if (!existsSync(file))
    throw new EmbeddedDatabaseError(
      `${cluster} is not a PostgreSQL data directory, though it stands where the database is kept. Move it away.`
    )
  const major = Number((await readFile(file, 'utf8')).trim())
  if (major === binaries.major) return true
  throw new EmbeddedDatabaseError(
    `The database in ${cluster} was made by PostgreSQL ${major}, and this Roundtable brings ${binaries.major}. ` +
      `Make a backup with the Roundtable that made it (npm run admin -- backup <file>), then restore it here into a new DATA_DIR.`
  )
}
