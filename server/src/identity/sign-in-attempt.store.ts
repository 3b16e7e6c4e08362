import type { ThrottleRule } from './domain/throttle-rule.js'

export interface CountedKey {
  readonly keyHash: Buffer
  readonly rule: ThrottleRule
}

/**
 * Attempts are counted *before* they are made, as if they had failed, and taken back afterwards: many guesses
 * at once therefore get no more tries than one after another, on however many nodes. All times are the database's.
 */
export abstract class SignInAttemptStore {
  /**
   * Counts one try under every key, or under none of them when one is blocked.
   * Answers the seconds still to wait: 0 when the try may be made.
   */
  abstract enter(keys: readonly CountedKey[]): Promise<number>

  /** Takes back one try under each key; those in `cleared` start anew. */
  abstract takeBack(keys: readonly CountedKey[], cleared: readonly Buffer[]): Promise<void>

  /** Forgets keys without a failure for `seconds`. Answers how many. */
  abstract clean(seconds: number): Promise<number>
}
