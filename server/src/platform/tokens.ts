import { createHmac, randomBytes } from 'node:crypto'

/** Dependency-injection keys of what has no class of its own. */
export const CONFIG = Symbol('config')
export const LOGGER = Symbol('logger')
export const CLOCK = Symbol('clock')
/** Three sets of connections, apart from each other: see `createPools`. */
export const POOL = Symbol('pool')
export const APPEND_POOL = Symbol('append pool')
export const RIGHTS_POOL = Symbol('rights pool')
export const METRICS = Symbol('metrics')
/** The link between the nodes of this installation. */
export const NODE_LINK = Symbol('node link')

/** A secret for cookies, tickets and links: 256 bits, URL-safe. Only its keyed hash is ever stored. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

export function hashSecret(secret: string, key: string): Buffer {
  return createHmac('sha256', key).update(secret).digest()
}
