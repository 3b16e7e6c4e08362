import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from './config.js'

type Place = Pick<Config, 'dataDir' | 'database' | 'isSecretGiven'>

const fileIn = (dataDir: string): string => join(dataDir, 'address')

/**
 * Leaves where the server is opened beside what it keeps, for commands: their shell may have other variables. Where nothing
 * is kept in it the directory need not be there, and what an earlier start left is taken away.
 * @throws what the system says of a directory that cannot be written; a server is none the worse for it
 */
export function leaveAddress({ dataDir, database, isSecretGiven }: Place, address: string): void {
  if (database.kind === 'embedded' || !isSecretGiven) writeFileSync(fileIn(dataDir), `${address}\n`)
  else rmSync(fileIn(dataDir), { force: true })
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
