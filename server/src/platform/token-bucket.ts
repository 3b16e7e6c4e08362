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

  /**
   * Takes `cost` tokens; false when there is not one. What costs more than there is leaves a debt.
   * `now` in milliseconds of a monotonic clock.
   */
  take(now: number, cost = 1): boolean {
    if (this.perSecond === 0) return true
    this.#fill(now)
    if (this.#tokens < 1) return false
    this.#tokens -= cost
    return true
  }

  /** True when nothing has been taken for long enough. */
  isFull(now: number): boolean {
    this.#fill(now)
    return this.#tokens >= this.burst
  }

  #fill(now: number): void {
    this.#tokens = Math.min(this.burst, this.#tokens + ((now - this.#filledAt) / 1000) * this.perSecond)
    this.#filledAt = now
  }
}
