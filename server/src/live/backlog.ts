import { type LiveItem } from './connection.js'

/** Bytes of edits that may wait in this process while the database is slow or away (reliability F5). */
const MOST_BYTES = 32 * 1024 * 1024

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
    if (this.#bytes + bytes.length > MOST_BYTES) return false
    this.#items += 1
    this.#bytes += bytes.length
    return true
  }

  leave({ bytes }: LiveItem): void {
    this.#items -= 1
    this.#bytes -= bytes.length
  }
}
