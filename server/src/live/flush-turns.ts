import type { LiveRoom } from './connection.js'

const RETRY_FIRST_MS = 50
const RETRY_LONGEST_MS = 1000

/**
 * When rooms are flushed: all that have something to do together, one flush after the other, as fast as the database answers;
 * while it does not, less and less often.
 */
export class FlushTurns {
  readonly #due = new Set<LiveRoom>()
  #isRunning = false
  #isScheduled = false
  #retryMs = RETRY_FIRST_MS
  #retryTimer: NodeJS.Timeout | null = null

  constructor(
    /** False when the database did not take it; the rooms say themselves that they are still due. */
    private readonly flush: (rooms: readonly LiveRoom[]) => Promise<boolean>,
    private readonly mayFlush: () => boolean,
    private readonly onPause: () => void
  ) {}

  get isRunning(): boolean {
    return this.#isRunning
  }

  /** There is something to do in this room, at the next turn. */
  add(room: LiveRoom): void {
    this.#due.add(room)
  }

  /** There is something to do in this room: the next turn comes at once, unless the database is being waited for. */
  wake(room: LiveRoom): void {
    this.#due.add(room)
    if (this.#isScheduled || this.#isRunning || this.#retryTimer) return
    this.#isScheduled = true
    setImmediate(() => {
      this.#isScheduled = false
      void this.#run()
    })
  }

  /** The next turn comes after a while. */
  later(): void {
    if (this.#retryTimer) return
    this.#retryTimer = setTimeout(() => {
      this.#retryTimer = null
      void this.#run()
    }, this.#retryMs).unref()
    this.#retryMs = Math.min(this.#retryMs * 2, RETRY_LONGEST_MS)
  }

  /** The database answers: the next failure is waited for as the first. */
  answered(): void {
    this.#retryMs = RETRY_FIRST_MS
  }

  /** Never two at once: a second flush would judge edits without those that the first has under way. */
  async #run(): Promise<void> {
    if (this.#isRunning) return
    this.#isRunning = true
    try {
      while (this.#due.size > 0) {
        if (!this.mayFlush()) return this.later()
        const rooms = [...this.#due]
        this.#due.clear()
        if (!(await this.flush(rooms))) return this.later()
      }
    } finally {
      this.#isRunning = false
      this.onPause()
      if (this.#due.size > 0) this.later()
    }
  }
}
