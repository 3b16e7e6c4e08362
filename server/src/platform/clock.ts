/** Time as a dependency, so that tests can hold it still. `monotonic` never jumps (milliseconds). */
export interface Clock {
  now(): Date
  monotonic(): number
}

export const systemClock: Clock = { now: () => new Date(), monotonic: () => performance.now() }
