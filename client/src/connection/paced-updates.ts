/** Of the page's thread, what others' edits may take in the long run: one part of so many. */
const SHARE = 8
/** Nobody waits longer for what others write (milliseconds), however long applying it takes. */
const LONGEST_WAIT = 2000
/** More than this is not kept waiting: it is applied at once. */
const MOST_WAITING = 500

/** The page's clock, in milliseconds; another one in tests. */
export interface Pace {
  now(): number
  later(act: () => void, ms: number): () => void
}

const PAGE: Pace = {
  now: () => performance.now(),
  later: (act, ms) => {
    const timer = setTimeout(act, ms)
    return () => clearTimeout(timer)
  }
}

/**
 * Others' edits, in their order, applied several at a time. What one application costs grows with the document (an editor
 * compares all of it), not with the edit: fifty people in a long text would otherwise leave no time to show what is typed here.
 * After an application the next one waits seven times as long as that one took: what is drawn after it takes time as well. In a
 * short text this is nothing.
 */
export class PacedUpdates {
  #waiting: Uint8Array[] = []
  #notBefore = 0
  #cancel: (() => void) | null = null

  /** `apply` gets what waited, oldest first, at once. */
  constructor(
    private readonly apply: (updates: readonly Uint8Array[]) => void,
    private readonly pace: Pace = PAGE
  ) {}

  add(update: Uint8Array): void {
    this.#waiting.push(update)
    const wait = this.#notBefore - this.pace.now()
    if (wait <= 0 || this.#waiting.length >= MOST_WAITING) this.flush()
    else this.#cancel ??= this.pace.later(() => this.flush(), wait)
  }

  /** Applies what waits now: something that comes after it is about to be. */
  flush(): void {
    this.#cancel?.()
    this.#cancel = null
    if (this.#waiting.length === 0) return
    const updates = this.#waiting
    this.#waiting = []
    const started = this.pace.now()
    try {
      this.apply(updates)
    } finally {
      const ended = this.pace.now()
      this.#notBefore = ended + Math.min((ended - started) * (SHARE - 1), LONGEST_WAIT)
    }
  }

  /** Forgets what waits: the document is let go of, and the server has it. */
  end(): void {
    this.#cancel?.()
    this.#cancel = null
    this.#waiting = []
  }
}
