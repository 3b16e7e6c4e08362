const FIRST_MS = 60_000
const LONGEST_MS = 60 * 60_000
/** Whoever takes longer than this keeps others waiting. */
const SLOW_MS = 3000
/** So many failing documents are remembered; of more, the one that failed longest ago is tried as if it never had. */
const MOST = 10_000

interface Rest {
  readonly until: number
  readonly restMs: number
  readonly isSlow: boolean
}

/** Documents that could not be read rest: a minute, and twice as long each time, up to an hour. */
export class Rests {
  readonly #rests = new Map<string, Rest>()

  constructor(
    private readonly now: () => number = () => performance.now(),
    private readonly most = MOST
  ) {}

  get size(): number {
    return this.#rests.size
  }

  isResting(documentId: string): boolean {
    return (this.#rests.get(documentId)?.until ?? -Infinity) > this.now()
  }

  /** Its last try took long or was ended at the limit: it goes after all others. */
  isSlow(documentId: string): boolean {
    return this.#rests.get(documentId)?.isSlow ?? false
  }

  /** Answers how long it rests. */
  failed(documentId: string, isSlow: boolean): number {
    const before = this.#rests.get(documentId)
    const restMs = before && before.restMs > 0 ? Math.min(before.restMs * 2, LONGEST_MS) : FIRST_MS
    this.#remember(documentId, { until: this.now() + restMs, restMs, isSlow })
    return restMs
  }

  /** Forgets that it failed. */
  succeeded(documentId: string, tookMs: number): void {
    if (tookMs > SLOW_MS) this.#remember(documentId, { until: -Infinity, restMs: 0, isSlow: true })
    else this.#rests.delete(documentId)
  }

  #remember(documentId: string, rest: Rest): void {
    this.#rests.delete(documentId)
    this.#rests.set(documentId, rest)
    const oldest = this.#rests.keys().next()
    if (this.#rests.size > this.most && !oldest.done) this.#rests.delete(oldest.value)
  }
}
