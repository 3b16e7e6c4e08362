import { accessSync, constants } from 'node:fs'
import { chmod, realpath } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { makeDirectory } from '../../platform/make-directory.js'
import { unprivilegedAccount } from './account.js'
import { embeddedBinaries } from './binaries.js'
import { urlOf } from './connection.js'
import { initialise, isInitialised, SUPERUSER } from './initialise.js'
import { type Kept, makeKept, readKept, withFreePort } from './kept.js'
import type { EmbeddedLog } from './log.js'
import { stopOrphan } from './orphan.js'
import { OwnerLock } from './owner-lock.js'
import { findPlace, type Place, removePartial } from './place.js'
import { type Launch, Postmaster } from './postmaster.js'
import { EmbeddedDatabaseError, useAnother } from './problem.js'
import { APP, DATABASE, ensureDatabase, OWNER } from './roles.js'
import { Supervisor } from './supervisor.js'

export interface EmbeddedOptions {
  /** Where everything of this installation is kept; made when missing. */
  readonly dataDir: string
  readonly log: EmbeddedLog
}

/** A running embedded PostgreSQL; its addresses stay the same when it has to be restarted. */
export interface EmbeddedDatabase {
  readonly ownerUrl: string
  readonly appUrl: string
  /** The superuser in the database `postgres`: for making other databases, never for the application. */
  readonly superuserUrl: string
  /** Of the server process; another one after a restart. */
  readonly pid: number
  stop(): Promise<void>
}

/**
 * Starts the PostgreSQL that comes with Roundtable on `dataDir`, making the cluster, its roles and its database the
 * first time. Whatever a kill left behind is put right without anybody's help. While it runs, a server that dies is
 * started again. Throws `EmbeddedDatabaseError`, saying what to do, when this machine or this directory will not do.
 */
export async function startEmbedded({ dataDir, log }: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const account = unprivilegedAccount()
  const made = madeDirectory(dataDir)
  // Its secrets have modes of their own; the account PostgreSQL runs as must be able to pass.
  if (made !== undefined && account) await chmod(dataDir, 0o755)
  const directory = await realpath(dataDir)
  const lock = await OwnerLock.acquire(directory)
  try {
    const place = await findPlace(directory, account, log)
    await removePartial(place)
    const binaries = await embeddedBinaries(place.home, account)
    const hasCluster = await isInitialised(binaries, place.cluster)
    const kept = await prepare(place, hasCluster, log)
    if (!hasCluster) await initialise(binaries, place.cluster, kept.passwords.superuser, account)
    const { port, passwords } = kept
    const launch = { binaries, cluster: place.cluster, port, url: urlOf(SUPERUSER, passwords.superuser, port, 'postgres'), account, log }
    const postmaster = await launchPatiently(launch)
    try {
      await ensureDatabase(kept)
    } catch (error) {
      await postmaster.stop()
      throw error
    }
    return running(new Supervisor(postmaster, () => launchPatiently(launch), log), kept, lock)
  } catch (error) {
    await lock.release()
    throw explained(error, dataDir)
  }
}

function madeDirectory(dataDir: string): string | undefined {
  try {
    const made = makeDirectory(dataDir)
    accessSync(`${dataDir}/.`, constants.W_OK)
    return made
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new EmbeddedDatabaseError(`DATA_DIR must be a directory that can be written (${reason}).`, { cause })
  }
}

function explained(error: unknown, dataDir: string): EmbeddedDatabaseError {
  if (error instanceof EmbeddedDatabaseError) return error
  const reason = error instanceof Error ? error.message : String(error)
  return new EmbeddedDatabaseError(`The embedded database of ${dataDir} could not be started: ${reason}. ${useAnother}`, { cause: error })
}

/** The kept passwords and port, with whatever an earlier start left running on the cluster stopped. */
async function prepare(place: Place, hasCluster: boolean, log: EmbeddedLog): Promise<Kept> {
  const kept = await readKept(place.dataDir)
  if (!kept && hasCluster) {
    throw new EmbeddedDatabaseError(
      `The passwords of the database in ${place.cluster} are missing: bring back ${place.dataDir}/database.json from a backup, or move both away to begin anew.`
    )
  }
  if (!kept) return makeKept(place.dataDir)
  if (hasCluster) await stopOrphan(place.cluster, kept, log)
  return withFreePort(place.dataDir, kept)
}

/** A server just killed leaves stragglers for a moment: its last processes, its port. They are waited for, 20 s at most. */
async function launchPatiently(launch: Launch): Promise<Postmaster> {
  for (let waited = 0; ; waited += 200) {
    try {
      return await Postmaster.launch(launch)
    } catch (error) {
      const straggler = error instanceof EmbeddedDatabaseError && /still in use|already in use|already exists/.test(error.message)
      if (!straggler || waited >= 20_000) throw error
      await pause(200)
    }
  }
}

function running(supervisor: Supervisor, { port, passwords }: Kept, lock: OwnerLock): EmbeddedDatabase {
  // Without stop() (an uncaught error, process.exit) the server is at least told to stop; a kill leaves it to the next start.
  const lastWord = () => supervisor.signal()
  process.once('exit', lastWord)
  let stopped: Promise<void> | undefined
  const stop = async () => {
    process.off('exit', lastWord)
    await supervisor.stop()
    await lock.release()
  }
  return {
    ownerUrl: urlOf(OWNER, passwords.owner, port, DATABASE),
    appUrl: urlOf(APP, passwords.app, port, DATABASE),
    superuserUrl: urlOf(SUPERUSER, passwords.superuser, port, 'postgres'),
    get pid() {
      return supervisor.pid
    },
    stop: () => (stopped ??= stop())
  }
}
