/** How many tries a key has before waits begin, and how the waits grow. Times in seconds. */
export interface ThrottleRule {
  readonly freeTries: number
  readonly firstWait: number
  readonly longestWait: number
  /** After this long without a failure the key starts anew. */
  readonly forgottenAfter: number
}

export type ThrottleScope = 'name_at_address' | 'name' | 'address' | 'code_at_address' | 'set_up_at_address' | 'phrase_of_person'

const DAY = 86_400
const HOUR = 3600

/**
 * Three keys are counted for each attempt, the narrowest first:
 * - one name from one address: the ordinary guesser; five tries, then 15 s doubling to 15 min;
 * - one name from anywhere: a guesser with many addresses. The bound is high and the wait short,
 *   because whoever knows a name could otherwise keep its owner out;
 * - one address for all names: somebody trying one password on many people. Higher still, because
 *   a whole workshop shares one address (120 people, several slips each).
 */
export const THROTTLE_RULES: Readonly<Record<ThrottleScope, ThrottleRule>> = {
  name_at_address: { freeTries: 5, firstWait: 15, longestWait: 900, forgottenAfter: DAY },
  name: { freeTries: 50, firstWait: 15, longestWait: 120, forgottenAfter: DAY },
  address: { freeTries: 500, firstWait: 5, longestWait: 60, forgottenAfter: HOUR },
  code_at_address: { freeTries: 500, firstWait: 5, longestWait: 60, forgottenAfter: HOUR },
  /** A token is pasted, not typed: whoever has it needs one try. */
  set_up_at_address: { freeTries: 10, firstWait: 15, longestWait: 900, forgottenAfter: DAY },
  /** Of somebody who is signed in, wherever they are: a wrong guess at an open browser keeps nobody from signing in. */
  phrase_of_person: { freeTries: 5, firstWait: 15, longestWait: 900, forgottenAfter: DAY }
}

/** Nothing older than this is kept about anybody's attempts. */
export const LONGEST_MEMORY = DAY
