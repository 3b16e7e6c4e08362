/** Somebody who may or may not read: by the person's id. */
export type Readers = (personId: string | null) => boolean

const CANARY = /canary\d{4}/gi

/** Words that stand nowhere else, each with who may read it. */
export class Canaries {
  readonly #readers = new Map<string, { what: string; readers: Readers }>()

  /** A new word for `what`; lower case, letters and digits only, so that it fits a user name, an address and a title. */
  add(what: string, readers: Readers): string {
    const word = `canary${String(this.#readers.size).padStart(4, '0')}`
    this.#readers.set(word, { what, readers })
    return word
  }

  /** What stands in `text` that this person may not read. */
  strangeIn(text: string, personId: string | null): string[] {
    return this.#found(text).flatMap(({ what, readers }) => (readers(personId) ? [] : [what]))
  }

  /** What stands in `text`, whoever reads it. */
  named(text: string): string[] {
    return this.#found(text).map(({ what }) => what)
  }

  #found(text: string): { what: string; readers: Readers }[] {
    return [...new Set(text.match(CANARY) ?? [])].map((word) => this.#readers.get(word.toLowerCase())!)
  }
}
