import type { Life } from './life.js'

/** So long after others' last change it is marked in the copy as confirmed. */
const MARKED_AFTER_MS = 1000

/** How far the server has confirmed what one life of a document holds, which its copy is marked with. */
export class Confirmation {
  /** The server has confirmed everything once in this life. */
  #isConfirmed = false
  /** When it last confirmed something of this visit; opening a document saves nothing. */
  #savedAt: Date | null = null
  #marking: ReturnType<typeof setTimeout> | undefined

  constructor(private readonly life: Pick<Life, 'ledger' | 'copy'>) {}

  get isConfirmed(): boolean {
    return this.#isConfirmed
  }
  get savedAt(): Date | null {
    return this.#savedAt
  }
  /** Nothing waits, also not from an earlier visit. */
  get isAll(): boolean {
    return this.life.ledger.waiting === 0 && this.#isConfirmed
  }

  /** The server has so many messages. True when nothing that was sent waits any more. */
  confirmed(count: number): boolean {
    const { ledger, copy } = this.life
    const carriesEdits = ledger.waiting > 0
    ledger.confirmed(count)
    if (!ledger.isSettled) return false
    this.#isConfirmed = true
    if (carriesEdits) this.#savedAt = new Date()
    void copy.markConfirmed()
    return true
  }

  /** What others write is confirmed as it comes: a later visit must not take it for something of its own that waits. */
  markSoon(): void {
    if (!this.isAll) return
    clearTimeout(this.#marking)
    this.#marking = setTimeout(() => {
      if (this.isAll) void this.life.copy.markConfirmed()
    }, MARKED_AFTER_MS)
  }

  end(): void {
    clearTimeout(this.#marking)
  }
}
