import type { Logger } from 'pino'
import type { Config } from '../config/index.js'
import { mustBeReached } from './must-be-reached.js'
import { joinEmbedded, startEmbedded } from './embedded/index.js'

export interface OpenDatabase {
  readonly appUrl: string
  readonly ownerUrl: string
  stop(): Promise<void>
}

const leaveItRunning = (): Promise<void> => Promise.resolve()

/** The database this installation lives in: the operator's own, or the one that comes with Roundtable. Throws `ConfigError`, `EmbeddedDatabaseError`. */
export async function openDatabase(config: Config, logger: Logger): Promise<OpenDatabase> {
  const { database } = config
  if (database.kind === 'external') {
    await mustBeReached(database)
    return { ...database, stop: leaveItRunning }
  }
  return startEmbedded({ dataDir: config.dataDir, log: logger })
}

/** The same for a command: it works beside a server that is running, and starts the embedded database only when none is. */
export async function openDatabaseBeside(config: Config, logger: Logger): Promise<OpenDatabase> {
  const running = config.database.kind === 'embedded' ? await joinEmbedded(config.dataDir) : null
  return running ? { ...running, stop: leaveItRunning } : openDatabase(config, logger)
}
