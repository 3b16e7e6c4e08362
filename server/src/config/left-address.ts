import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from './config.js'

type Place = Pick<Config, 'dataDir' | 'database' | 'isSecretGiven'>

const fileIn = (dataDir: string): string => join(dataDir, 'address')

/** Leaves where the server is opened beside what it keeps, for commands: their shell may have other variables. */
export function leaveAddress({ dataDir, database, isSecretGiven }: Place, address: string): void {
  // Where nothing is kept in it, the directory need not be there.
  if (database.kind === 'embedded' || !isSecretGiven) writeFileSync(fileIn(dataDir), `${address}\n`)
}

/** Where the server that last started on this directory is opened; null where none has left that. */
export function leftAddress({ dataDir }: Pick<Config, 'dataDir'>): string | null {
  try {
    return readFileSync(fileIn(dataDir), 'utf8').trim() || null
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
