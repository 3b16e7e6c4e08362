/** What goes first: what somebody waits for, what was left behind, and at the end what the worker took too long for. */
const LANES = ['now', 'behind', 'last'] as const
export type Lane = (typeof LANES)[number]
/** So that what was left behind has its turn too while people never pause, every so many it goes first. */
const BEHIND_EVERY = 8
const BEHIND_FIRST: readonly Lane[] = ['behind', 'now', 'last']

/** One after the other, for the worker is one; whoever comes later in a better lane is not kept waiting by a worse one. */
export class Turns {
  readonly #lanes: Readonly<Record<Lane, (() => Promise<void>)[]>> = { now: [], behind: [], last: [] }
  #running: Promise<void> | null = null
  #count = 0

  run<Result>(lane: Lane, work: () => Promise<Result>): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.#lanes[lane].push(() => work().then(resolve, reject))
      this.#running ??= this.#runAll()
    })
  }

  /** Resolves when nothing is left to do. */
  async idle(): Promise<void> {
    while (this.#running) await this.#running
  }

  async #runAll(): Promise<void> {
    for (let next = this.#next(); next; next = this.#next()) await next()
    // At once: whoever comes from now on starts anew.
    this.#running = null
  }

  #next(): (() => Promise<void>) | undefined {
    const lane = (++this.#count % BEHIND_EVERY === 0 ? BEHIND_FIRST : LANES).find((name) => this.#lanes[name].length > 0)
    return lane && this.#lanes[lane].shift()
  }
}
