import { createHmac, randomBytes } from 'node:crypto'

/** Dependency-injection keys of what has no class of its own. */
export const CONFIG = Symbol('config')
export const LOGGER = Symbol('logger')
export const CLOCK = Symbol('clock')
export const POOL = Symbol('pool')
export const METRICS = Symbol('metrics')
export const DATABASE_URL = Symbol('database url')

/** A secret for cookies, tickets and links: 256 bits, URL-safe. Only its keyed hash is ever stored. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

export function hashSecret(secret: string, key: string): Buffer {
  return createHmac('sha256', key).update(secret).digest()
}
