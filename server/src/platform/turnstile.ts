export interface TurnstileLimits {
  readonly atOnce: number
  readonly mostWaiting: number
}

/** Does a few things at a time; the others stand in line. */
export class Turnstile {
  #running = 0
  readonly #waiting: (() => void)[] = []

  constructor(private readonly limits: TurnstileLimits) {}

  /** So many wait that another would wait too long: better to say so. */
  get isFull(): boolean {
    return this.#waiting.length >= this.limits.mostWaiting
  }

  get isEmpty(): boolean {
    return this.#running === 0
  }

  /** A place that becomes free is handed on to the next in line, so nobody who comes just then slips in beside them. */
  async take<T>(work: () => Promise<T>): Promise<T> {
    if (this.#running < this.limits.atOnce) this.#running += 1
    else await new Promise<void>((resolve) => this.#waiting.push(resolve))
    try {
      return await work()
    } finally {
      const next = this.#waiting.shift()
      if (next) next()
      else this.#running -= 1
    }
  }
}

/** A turnstile for each key, there while somebody stands at it. */
export class Turnstiles {
  readonly #turnstiles = new Map<string, Turnstile>()

  constructor(private readonly limits: TurnstileLimits) {}

  isFull(key: string): boolean {
    return this.#turnstiles.get(key)?.isFull === true
  }

  async take<T>(key: string, work: () => Promise<T>): Promise<T> {
    const turnstile = this.#turnstiles.get(key) ?? new Turnstile(this.limits)
    this.#turnstiles.set(key, turnstile)
    try {
      return await turnstile.take(work)
    } finally {
      if (turnstile.isEmpty) this.#turnstiles.delete(key)
    }
  }
}
