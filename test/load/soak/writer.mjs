const TOKENS_KEPT = 40

/** Somebody who writes words that can be told apart and takes back their oldest, so that a document lives without growing for ever. */
export class Writer {
  #words = []
  #count = 0
  /** The clock behind each edit of theirs, by its number. */
  #ends = []

  constructor(name, room, person) {
    Object.assign(this, { name, room, person })
  }

  write(due) {
    const { own, record } = this.person
    const text = own.getText('content')
    const word = `${this.name}.${this.#count++};`
    const note = () => {
      const end = own.store.clients.get(own.clientID)?.at(-1)
      this.#ends.push(end.id.clock + end.length)
      record.typed(own.clientID, this.#ends.at(-1), due)
    }
    const oldest = this.#words.length >= TOKENS_KEPT ? this.#words.shift() : ''
    this.#words.push(word)
    this.person.change(() => {
      text.insert(text.length, word)
      if (oldest) text.delete(0, oldest.length)
    }, note)
  }

  get written() {
    return this.#ends.length
  }

  /** Edits the server has called durable; the first message of a connection, step 2, is none. */
  get acknowledged() {
    return Math.max(0, Math.min(this.written, this.person.durable - 1))
  }

  get isSettled() {
    return this.person.durable >= this.person.sent
  }

  /** What is wrong with what is stored, in words; null when every acknowledged edit is in it and no word twice. */
  lacks({ clocks, text }) {
    const stored = clocks.get(this.person.own.clientID) ?? 0
    const acknowledged = this.#ends[this.acknowledged - 1] ?? 0
    if (stored < acknowledged) return `${this.name}: stored up to clock ${stored}, acknowledged up to ${acknowledged}`
    const wrong = this.isSettled ? this.#words.filter((word) => text.split(word).length !== 2) : []
    return wrong.length > 0 ? `${this.name}: not stored once: ${wrong.slice(0, 3).join(' ')}` : null
  }
}
