import type { Logger } from 'pino'
import { within } from '../../platform/within.js'
import type { Measured } from './facts.js'

/** Looks at one thing for so long and no longer: what hangs is a finding, and keeps no page waiting. */
export async function measured<T>(what: string, limitMs: number, look: () => Promise<T>, logger: Logger): Promise<Measured<T>> {
  let value: { readonly found: T } | null = null
  try {
    const isDone = await within(
      limitMs,
      look().then((found) => (value = { found }))
    )
    // Set in the callback above, which the compiler does not follow.
    const seen = value as { readonly found: T } | null
    return isDone && seen ? { kind: 'known', value: seen.found } : { kind: 'hung', afterMs: limitMs }
  } catch (error) {
    logger.warn({ err: error }, `${what} could not be looked at`)
    return { kind: 'failed' }
  }
}
