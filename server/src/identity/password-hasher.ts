import { hash, verify } from '@node-rs/argon2'
import { Turnstile } from '../platform/turnstile.js'

/** `Algorithm.Argon2id`: a const enum, which `verbatimModuleSyntax` cannot read. */
const ARGON2ID = 2
/** argon2id with 19 MiB and two passes (OWASP Password Storage, RFC 9106 §4); runs off the event loop. */
const OPTIONS = { algorithm: ARGON2ID, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const
const CURRENT = `$argon2id$v=19$m=${OPTIONS.memoryCost},t=${OPTIONS.timeCost},p=${OPTIONS.parallelism}$`
/** Salt and digest are random: no secret leads here, but comparing with it costs what any comparison costs. */
const NOBODYS = `${CURRENT}/YMkr3Q8vT6D2FqUN5nuEA$mBy5zVNfyy2cEpckraIP0U6gXDvUHANWiAPgYv4ve/o`
/** A storm of sign-ins waits in line instead of taking all memory and every core. */
const LIMITS = { atOnce: 2, mostWaiting: 500 }

/** Hashes secrets, a few at a time. */
export class PasswordHasher {
  readonly #turnstile: Turnstile

  constructor(limits = LIMITS) {
    this.#turnstile = new Turnstile(limits)
  }

  hash(secret: string): Promise<string> {
    return this.#turnstile.take(() => hash(secret, OPTIONS))
  }

  /**
   * Whether the secret belongs to the hash. `null` takes as long as a real one: nobody learns from
   * the time whether a name exists.
   */
  async verify(stored: string | null, secret: string): Promise<boolean> {
    const matches = await this.#turnstile.take(() => verify(stored ?? NOBODYS, secret))
    return stored !== null && matches
  }

  /** Made with other parameters than today's: hash anew at the next chance. */
  isOutdated(stored: string): boolean {
    return !stored.startsWith(CURRENT)
  }

  /** So many wait that another would wait too long: better to say so. */
  get isOverloaded(): boolean {
    return this.#turnstile.isFull
  }
}
