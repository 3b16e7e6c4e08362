/** What stands in a field and has not been handed over: these words are nowhere else yet. */
export interface Draft {
  readonly label: string
  readonly words: string
}

/**
 * The open drafts of a document. A field hands its value over as a whole, so until then nothing of it is in the Y.Doc;
 * whoever asks what is unsent, or loses the right to write, has to know of it all the same.
 */
export class Drafts {
  readonly #open = new Map<string, Draft>()

  constructor(
    private readonly onChanged: () => void,
    private readonly onHandedBack: (text: string) => void
  ) {}

  get count(): number {
    return this.#open.size
  }

  get words(): readonly string[] {
    return [...this.#open.values()].map(textOf)
  }

  isKept(field: string): boolean {
    return this.#open.has(field)
  }

  keep(field: string, draft: Draft): void {
    const isNew = !this.#open.has(field)
    this.#open.set(field, draft)
    if (isNew) this.onChanged()
  }

  /** The field's words were taken, or the person took them back. */
  drop(field: string): void {
    if (this.#open.delete(field)) this.onChanged()
  }

  /** The field goes, and its words were not taken. */
  handBack(field: string): void {
    const draft = this.#open.get(field)
    if (!draft) return
    this.#open.delete(field)
    this.onHandedBack(textOf(draft))
  }

  /** Takes all words out, to be recovered. Their fields find that they are not kept any more, and do not hand them over later. */
  takeAll(): readonly string[] {
    const taken = this.words
    this.#open.clear()
    return taken
  }
}

/** Read outside of its field, an answer such as "36" needs its question. */
function textOf({ label, words }: Draft): string {
  return `${label}\n${words}`
}
