/** Does a few things at a time; the others stand in line. */
export class Turnstile {
  #running = 0
  readonly #waiting: (() => void)[] = []

  constructor(private readonly limits: { readonly atOnce: number; readonly mostWaiting: number }) {}

  /** So many wait that another would wait too long: better to say so. */
  get isFull(): boolean {
    return this.#waiting.length >= this.limits.mostWaiting
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
