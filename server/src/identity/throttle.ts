import { Inject, Injectable } from '@nestjs/common'
import { RoundtableError, type ErrorCode } from '@roundtable/shared/error'
import type { Config } from '../config/index.js'
import { networkOf } from '../platform/address.js'
import { Turnstile, Turnstiles } from '../platform/turnstile.js'
import { CONFIG, hashSecret } from '../platform/tokens.js'
import { THROTTLE_RULES, type ThrottleScope } from './domain/throttle-rule.js'
import { type CountedKey, SignInAttemptStore } from './sign-in-attempt.store.js'

const SCOPES: readonly ThrottleScope[] = ['name_at_address', 'name', 'address']

/** Tries at one name wait for each other in the database; more of them at a time would take the connections of everybody else. */
const LIMITS = { atOnce: 3, mostWaiting: 500 }
/** Of these places one name has one, and a line of its own for it: a flood at one name is nobody else's wait. */
const LIMITS_OF_NAME = { atOnce: 1, mostWaiting: 30 }

type InLine = <T>(work: () => Promise<T>) => Promise<T>

/** Slows guessing down, in the database: over several nodes, restarts and parallel tries alike. */
@Injectable()
export class Throttle {
  readonly #turnstile = new Turnstile(LIMITS)
  readonly #ofName = new Turnstiles(LIMITS_OF_NAME)

  constructor(
    @Inject(SignInAttemptStore) private readonly store: SignInAttemptStore,
    @Inject(CONFIG) private readonly config: Config
  ) {}

  /**
   * Makes one try under the three keys. A wait is stated and refuses a right secret, too: it must not tell right from wrong.
   * Throws `sign_in_throttled` with `seconds`, or the given error when `attempt` finds nobody.
   */
  async guard<T>(
    name: string,
    address: string | undefined,
    attempt: () => Promise<T | null>,
    refusal: 'wrong_credentials' | 'wrong_phrase'
  ): Promise<T> {
    const network = networkOf(address)
    const keys = SCOPES.map((scope) => this.#key(scope, name, network))
    const line = this.#key('name', name, network).keyHash.toString('base64')
    if (this.#ofName.isFull(line)) throw new RoundtableError('sign_in_throttled', { seconds: 1 })
    // Who knows a secret is no guesser at this name from here; at other names they may still be.
    return this.#count(keys, keys.slice(0, 1), attempt, refusal, (work) => this.#ofName.take(line, () => this.#turnstile.take(work)))
  }

  /** One try at a typed code. A right one takes back its own count and no other: holding one code buys no guesses at others. */
  async guardCode<T>(address: string | undefined, attempt: () => Promise<T | null>): Promise<T> {
    return this.#count([this.#key('code_at_address', '', networkOf(address))], [], attempt, 'invitation_over')
  }

  /** One try at the token of the set-up. Throws `sign_in_throttled`, and `not_found` for a wrong one. */
  async guardSetUp<T>(address: string | undefined, attempt: () => Promise<T | null>): Promise<T> {
    return this.#count([this.#key('set_up_at_address', '', networkOf(address))], [], attempt, 'not_found')
  }

  /** One try at the password of whoever is signed in and wants another phrase. Throws `sign_in_throttled`, and `wrong_credentials`. */
  async guardPhrase<T>(personId: string, attempt: () => Promise<T | null>): Promise<T> {
    const keys = [this.#key('phrase_of_person', personId, '')]
    return this.#count(keys, keys, attempt, 'wrong_credentials')
  }

  /**
   * Choosing a user name: one that is taken tells that somebody has it, and so counts like a guess from this address.
   * Throws `sign_in_throttled`, and what `attempt` throws.
   */
  async guardNewName<T>(address: string | undefined, attempt: () => Promise<T>): Promise<T> {
    const isTaken = (error: unknown): boolean => error instanceof RoundtableError && error.code === 'name_taken'
    const made = await this.#count(
      [this.#key('address', '', networkOf(address))],
      [],
      () =>
        attempt().then(
          (answer) => ({ answer }),
          (error: unknown) => {
            if (isTaken(error)) return null
            throw error
          }
        ),
      'name_taken'
    )
    return made.answer
  }

  async #count<T>(
    keys: readonly CountedKey[],
    cleared: readonly CountedKey[],
    attempt: () => Promise<T | null>,
    refusal: ErrorCode,
    inLine: InLine = (work) => this.#turnstile.take(work)
  ): Promise<T> {
    if (this.#turnstile.isFull) throw new RoundtableError('unavailable')
    const seconds = await inLine(() => this.store.enter(keys))
    if (seconds > 0) throw new RoundtableError('sign_in_throttled', { seconds })
    let found: T | null
    try {
      found = await attempt()
    } catch (error) {
      await inLine(() => this.store.takeBack(keys, []))
      throw error
    }
    if (found === null) throw new RoundtableError(refusal)
    const clearedHashes = cleared.map((key) => key.keyHash)
    await inLine(() => this.store.takeBack(keys, clearedHashes))
    return found
  }

  #key(scope: ThrottleScope, name: string, network: string): CountedKey {
    const parts = {
      name_at_address: [name, network],
      name: [name],
      address: [network],
      code_at_address: [network],
      set_up_at_address: [network],
      phrase_of_person: [name]
    }[scope]
    return { keyHash: hashSecret(JSON.stringify([scope, ...parts]), this.config.sessionSecret), rule: THROTTLE_RULES[scope] }
  }
}
