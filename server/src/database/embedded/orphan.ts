import { setTimeout as pause } from 'node:timers/promises'
import { realpath } from 'node:fs/promises'
import { askDirectory, urlOf } from './connection.js'
import { SUPERUSER } from './initialise.js'
import type { Kept } from './kept.js'
import type { EmbeddedLog } from './log.js'
import { disownPostmasterFile, readPostmasterFile } from './postmaster-file.js'
import { EmbeddedDatabaseError } from './problem.js'
import { isAlive, servesDirectory } from './process-identity.js'

/** A fast shutdown of a busy server writes a checkpoint; the slowest disks need a while. */
const PATIENCE_MS = 60_000

/**
 * Deals with the server a killed Roundtable left running, so that a new one can be started on the cluster. It is
 * stopped, as its children and its log were the dead process's. It counts as ours only when its process was started on
 * our directory and, asked with our password, it says so itself; nothing else is ever signalled. A pid in
 * `postmaster.pid` that has meanwhile become somebody else's is left alone.
 */
export async function stopOrphan(cluster: string, kept: Kept, log: EmbeddedLog): Promise<void> {
  const file = await readPostmasterFile(cluster)
  if (!file || !isAlive(file.pid)) return
  const directory = await realpath(cluster)
  if (!servesDirectory(file.pid, directory)) return disownPostmasterFile(cluster)

  let signalled = false
  for (let waited = 0; servesDirectory(file.pid, directory); waited += 100) {
    if (waited > PATIENCE_MS) {
      throw new EmbeddedDatabaseError(
        `The PostgreSQL of an earlier start (process ${file.pid}, ${directory}) does not stop. Stop it, then start again.`
      )
    }
    const answer = signalled ? 'silent' : await askDirectory(urlOf(SUPERUSER, kept.passwords.superuser, file.port, 'postgres'))
    if (answer === 'refused') {
      throw new EmbeddedDatabaseError(
        `A PostgreSQL (process ${file.pid}) runs in ${directory} and does not know the password kept in database.json. Stop it yourself, then start again.`
      )
    }
    if (answer !== 'silent' && (await realpath(answer.directory)) === directory && servesDirectory(file.pid, directory)) {
      log.warn(`Stopping the PostgreSQL that an earlier, killed start left running (process ${file.pid}).`)
      process.kill(file.pid, 'SIGINT')
      signalled = true
    }
    await pause(100)
  }
}
