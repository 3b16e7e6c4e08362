import type { LiveConnection } from './connection.js'
import { HEARTBEAT } from './domain/frames.js'

/** The stock provider hangs up after 30 s of silence. A dead peer is noticed at its second turn, and gone from presence by then. */
const ROUND_MS = 15_000
const BEATS = 60

/**
 * Keeps every line alive and finds the dead ones. One timer for all: each beat is one connection's turn in sixty, so
 * that ten thousand of them never hold up an edit, and each gets one write.
 */
export class Heartbeat {
  readonly #timer: NodeJS.Timeout
  #beat = 0

  /** `onRound`: called once in a round, for whatever else has time. */
  constructor(
    private readonly connections: ReadonlySet<LiveConnection>,
    private readonly onRound: () => void
  ) {
    this.#timer = setInterval(() => this.#next(), ROUND_MS / BEATS).unref()
  }

  #next(): void {
    this.#beat = (this.#beat + 1) % BEATS
    for (const connection of this.connections) {
      if (connection.number % BEATS !== this.#beat) continue
      if (connection.isGone()) connection.terminate()
      else connection.write(HEARTBEAT)
    }
    if (this.#beat === 0) this.onRound()
  }

  stop(): void {
    clearInterval(this.#timer)
  }
}
