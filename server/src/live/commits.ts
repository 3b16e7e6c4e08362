/** Says of a document that something was committed to it: whoever keeps what is made from its log hears of it here. */
export class Commits {
  readonly #hearers: ((documentId: string) => void)[] = []

  /** At every flush, and when a document is made: `hear` must be quick, and a making may still be in its transaction. */
  onCommitted(hear: (documentId: string) => void): void {
    this.#hearers.push(hear)
  }

  tell(documentId: string): void {
    for (const hear of this.#hearers) hear(documentId)
  }
}
