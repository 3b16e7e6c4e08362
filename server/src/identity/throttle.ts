import { Inject, Injectable } from '@nestjs/common'
import { RoundtableError } from '@roundtable/shared/error'
import { type Config } from '../config/index.js'
import { CONFIG, hashSecret } from '../platform/tokens.js'
import { networkOf } from './domain/address.js'
import { THROTTLE_RULES, type ThrottleScope } from './domain/throttle-rule.js'
import { type CountedKey, SignInAttemptStore } from './sign-in-attempt.store.js'

const SCOPES: readonly ThrottleScope[] = ['name_at_address', 'name', 'address']

/** Slows guessing down, in the database: over several nodes, restarts and parallel tries alike. */
@Injectable()
export class Throttle {
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
    const seconds = await this.store.enter(keys)
    if (seconds > 0) throw new RoundtableError('sign_in_throttled', { seconds })
    let found: T | null
    try {
      found = await attempt()
    } catch (error) {
      await this.store.takeBack(keys, [])
      throw error
    }
    if (found === null) throw new RoundtableError(refusal)
    await this.store.takeBack(
      keys,
      keys.slice(0, 1).map((key) => key.keyHash)
    )
    return found
  }

  #key(scope: ThrottleScope, name: string, network: string): CountedKey {
    const parts = { name_at_address: [name, network], name: [name], address: [network] }[scope]
    return { keyHash: hashSecret(JSON.stringify([scope, ...parts]), this.config.sessionSecret), rule: THROTTLE_RULES[scope] }
  }
}
