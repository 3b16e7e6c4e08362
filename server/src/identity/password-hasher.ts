import { hash, verify } from '@node-rs/argon2'

/** `Algorithm.Argon2id`: a const enum, which `verbatimModuleSyntax` cannot read. */
const ARGON2ID = 2
/** argon2id with 19 MiB and two passes (OWASP Password Storage, RFC 9106 §4); runs off the event loop. */
const OPTIONS = { algorithm: ARGON2ID, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const
const CURRENT = /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/
/** A storm of sign-ins waits in line instead of taking all memory and both cores. */
const AT_ONCE = 2
const MOST_WAITING = 500

/** Hashes secrets, a few at a time. */
export class PasswordHasher {
  #running = 0
  readonly #line: (() => void)[] = []
  #dummy: Promise<string> | null = null

  hash(secret: string): Promise<string> {
    return this.#inLine(() => hash(secret, OPTIONS))
  }

  /**
   * Whether the secret belongs to the hash. `null` takes as long as a real one: nobody learns from
   * the time whether a name exists.
   */
  async verify(stored: string | null, secret: string): Promise<boolean> {
    this.#dummy ??= hash('nobody has this', OPTIONS)
    const against = stored ?? (await this.#dummy)
    const matches = await this.#inLine(() => verify(against, secret))
    return stored !== null && matches
  }

  /** Made with other parameters than today's: hash anew at the next chance. */
  isOutdated(stored: string): boolean {
    return !CURRENT.test(stored)
  }

  get isOverloaded(): boolean {
    return this.#line.length >= MOST_WAITING
  }

  async #inLine<T>(work: () => Promise<T>): Promise<T> {
    if (this.#running >= AT_ONCE) await new Promise<void>((resolve) => this.#line.push(resolve))
    this.#running += 1
    try {
      return await work()
    } finally {
      this.#running -= 1
      this.#line.shift()?.()
    }
  }
}
