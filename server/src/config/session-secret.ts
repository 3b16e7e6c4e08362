import { randomBytes, randomUUID } from 'node:crypto'
import { existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeDirectory } from '../platform/make-directory.js'
import { ConfigError } from './config-error.js'

/**
 * The secret kept in `dataDir/session-secret`, made there the first time unless `makes` is false, readable by us alone. It appears whole, by link:
 * of several processes that start at once all use the same. Throws `ConfigError` when it cannot be kept or is damaged.
 */
export function keptSessionSecret(dataDir: string, { makes = true } = {}): string {
  const path = join(dataDir, 'session-secret')
  try {
    return readSecret(path) ?? (makes ? makeSecret(dataDir, path) : newSecret())
  } catch (cause) {
    if (cause instanceof ConfigError) throw cause
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new ConfigError(new Map([['DATA_DIR', `must be a directory that can be written (${reason})`]]), {
      cause
    })
  }
}

/** Whether one is kept there, be it whole or not. */
export const isSecretKept = (dataDir: string): boolean => existsSync(join(dataDir, 'session-secret'))

const newSecret = (): string => randomBytes(32).toString('base64url')

function makeSecret(dataDir: string, path: string): string {
  makeDirectory(dataDir)
  const partial = `${path}.${randomUUID()}`
  writeFileSync(partial, `${newSecret()}\n`, { mode: 0o600, flush: true })
  try {
    linkSync(partial, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(partial)
  }
  return readSecret(path) ?? makeSecret(dataDir, path)
}

function readSecret(path: string): string | undefined {
  try {
    const secret = readFileSync(path, 'utf8').trim()
    if (secret.length >= 32) return secret
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
  throw new ConfigError(
    new Map([['SESSION_SECRET', `is neither set nor whole in ${path}: remove that file to have a new one made (everybody signs in again)`]])
  )
}
