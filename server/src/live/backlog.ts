import type { LiveItem } from './connection.js'

/** What edits that wait in this process may take of its memory while the database is slow or away (reliability F5). */
const MOST_BYTES = 32 * 1024 * 1024
/** What an edit takes beside its bytes: of a single letter it is by far the most. */
const BYTES_BESIDE = 300

/**
 * Counts what people have sent and the database has not taken yet: from its arrival, through inbox and transaction,
 * until it is committed or refused.
 */
export class Backlog {
  #items = 0
  #bytes = 0

  get isEmpty(): boolean {
    return this.#items === 0
  }

  get depth(): { updates: number; bytes: number } {
    return { updates: this.#items, bytes: this.#bytes }
  }

  /** False, and not counted, when it is too much. */
  take({ bytes }: LiveItem): boolean {
    const cost = bytes.length + BYTES_BESIDE
    if (this.#bytes + cost > MOST_BYTES) return false
    this.#items += 1
    this.#bytes += cost
    return true
  }

  leave({ bytes }: LiveItem): void {
    this.#items -= 1
    this.#bytes -= bytes.length + BYTES_BESIDE
  }
}
