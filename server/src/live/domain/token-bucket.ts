/** A sustained rate with bursts: `perSecond` tokens flow in, at most `burst` are kept. A rate of 0 is no limit. */
export class TokenBucket {
  #tokens: number
  #filledAt: number

  constructor(
    private readonly perSecond: number,
    private readonly burst: number,
    now: number
  ) {
    this.#tokens = burst
    this.#filledAt = now
  }

  /** Takes one token; false when there is none. `now` in milliseconds of a monotonic clock. */
  take(now: number): boolean {
    if (this.perSecond === 0) return true
    this.#tokens = Math.min(this.burst, this.#tokens + ((now - this.#filledAt) / 1000) * this.perSecond)
    this.#filledAt = now
    if (this.#tokens < 1) return false
    this.#tokens -= 1
    return true
  }
}
