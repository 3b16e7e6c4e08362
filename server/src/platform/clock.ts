/** Time as a dependency, so that tests can hold it still. Milliseconds that never jump: the wall clock is the database's business. */
export interface Clock {
  monotonic(): number
}

export const systemClock: Clock = { monotonic: () => performance.now() }
