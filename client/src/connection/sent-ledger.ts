interface Edit {
  readonly bytes: Uint8Array
  /** When it was made. */
  readonly at: number
  /** Ordinal of the message that carries it on the present connection; null: not sent on this one. */
  ordinal: number | null
}

/**
 * Which of this person's edits the server has confirmed.
 *
 * The server counts content messages (step 2 and update) of a connection and says how many are
 * durable. Everything not covered by that count is unsent in the sense that matters: a crash of the
 * server could lose it. A new connection starts counting at 0, and its step 2 carries whatever is missing.
 */
export class SentLedger {
  #edits: Edit[] = []
  #sent = 0
  #durable = 0

  /** Edits that the server has not confirmed. */
  get waiting(): number {
    return this.#edits.length
  }

  /** When the oldest edit was made that the server has not confirmed; null when it has confirmed all. */
  get waitingSince(): number | null {
    return this.#edits[0]?.at ?? null
  }

  /** Every content message of this connection is confirmed, and nothing waits for one. */
  get isSettled(): boolean {
    return this.#edits.length === 0 && this.#durable >= this.#sent
  }

  get unconfirmed(): readonly Uint8Array[] {
    return this.#edits.map((edit) => edit.bytes)
  }

  edited(bytes: Uint8Array, at: number): void {
    this.#edits.push({ bytes, at, ordinal: null })
  }

  connectionOpened(): void {
    this.#sent = 0
    this.#durable = 0
    for (const edit of this.#edits) edit.ordinal = null
  }

  /** Step 2 carries everything the server lacks, an update the oldest edit that has not been sent. */
  messageSent(type: 'step2' | 'update'): void {
    this.#sent += 1
    const unsent = this.#edits.filter((edit) => edit.ordinal === null)
    for (const edit of type === 'step2' ? unsent : unsent.slice(0, 1)) edit.ordinal = this.#sent
  }

  confirmed(count: number): void {
    this.#durable = Math.max(this.#durable, count)
    this.#edits = this.#edits.filter((edit) => edit.ordinal === null || edit.ordinal > this.#durable)
  }

  /** Takes what is unconfirmed out, to be recovered. */
  takeUnconfirmed(): readonly Uint8Array[] {
    const taken = this.unconfirmed
    this.#edits = []
    return taken
  }
}
