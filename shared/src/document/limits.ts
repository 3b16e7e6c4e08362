import { LIVE_LIMITS } from '../protocol/live.js'

/** Nesting below a root that readers follow; the same number the live door enforces. */
export const MAX_DEPTH = LIVE_LIMITS.depth

/** Characters of an id: a UUID has 36. */
const MAX_ID_LENGTH = 64

/** Keys that never name anything: assigned to an ordinary object they would change what it inherits. */
const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

export function isId(value: unknown): value is string {
  return typeof value === 'string' && value.length > 0 && value.length <= MAX_ID_LENGTH && !FORBIDDEN_KEYS.has(value)
}
