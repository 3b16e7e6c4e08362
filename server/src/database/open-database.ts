import { type Logger } from 'pino'
import { type Config } from '../config/index.js'
import { startEmbedded } from './embedded/index.js'

export interface OpenDatabase {
  readonly appUrl: string
  readonly ownerUrl: string
  stop(): Promise<void>
}

/** The database this installation lives in: the operator's own, or the one that comes with Roundtable. */
export async function openDatabase(config: Config, logger: Logger): Promise<OpenDatabase> {
  const { database } = config
  if (database.kind === 'external') return { appUrl: database.appUrl, ownerUrl: database.ownerUrl, stop: () => Promise.resolve() }
  return startEmbedded({ dataDir: config.dataDir, log: logger })
}
