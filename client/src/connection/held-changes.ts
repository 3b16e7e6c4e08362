import * as Y from 'yjs'

/** What somebody writes without a pause of this length is one change to whoever waits for it (milliseconds). */
const ONE_CHANGE_MS = 2000
/** So many updates are merged into one, so that a long wait takes no more room than what it will show. */
const MOST_UPDATES = 500

type DeleteSet = ReturnType<typeof Y.createDeleteSet>

/**
 * Others' changes that wait until the person wants to see them (focus mode).
 *
 * They wait before they reach the Y.Doc, all of them, in the order in which they came: the document then is what it was for
 * somebody who has no line for a while, which Yjs merges without loss whenever it ends. Holding back the view of some blocks
 * alone would let the editor compare what it shows with a document that is ahead of it, and write the old text back over
 * others' words. One's own edits go out as ever: they refer only to what is here, and the server knows all of that.
 * Nothing is kept that the server does not have, so that whatever ends the page ends nothing else.
 */
export class HeldChanges {
  #updates: Uint8Array[] | null = null
  #count = 0
  readonly #lastOf = new Map<number | null, number>()
  /** How far each writer's words are among what waits, and what is taken away by it. */
  readonly #ends = new Map<number, number>()
  #gone = Y.createDeleteSet()

  constructor(
    private readonly doc: Y.Doc,
    /** Whom the changes are said to come from: they are not sent back to where they were got. */
    private readonly origin: unknown,
    private readonly onChanged: () => void,
    private readonly now: () => number = () => performance.now()
  ) {}

  /** How many changes wait; null while nothing is held. */
  get waiting(): number | null {
    return this.#updates && this.#count
  }

  hold(): void {
    if (this.#updates) return
    this.#updates = []
    this.#count = 0
    this.#lastOf.clear()
    this.#ends.clear()
    this.#gone = Y.createDeleteSet()
    this.onChanged()
  }

  /** Takes an update that has come. False while nothing is held: it is to be applied as ever. */
  take(update: Uint8Array): boolean {
    if (!this.#updates) return false
    this.#updates.push(update)
    if (this.#updates.length > MOST_UPDATES) this.#updates = [Y.mergeUpdates(this.#updates)]
    this.#note(update)
    this.onChanged()
    return true
  }

  /** Everything that has waited becomes part of the document, as one change. */
  release(): void {
    const updates = this.#updates
    this.#updates = null
    if (updates && updates.length > 0) Y.applyUpdate(this.doc, Y.mergeUpdates(updates), this.origin)
    if (updates) this.onChanged()
  }

  #note(update: Uint8Array): void {
    const { structs, ds } = Y.decodeUpdate(update)
    const writers = new Set<number | null>()
    for (const { id, length } of structs) {
      const end = id.clock + length
      // A line that came back brings once more what waits already, and what was always taken away.
      if (end <= Math.max(this.#ends.get(id.client) ?? 0, Y.getState(this.doc.store, id.client))) continue
      this.#ends.set(id.client, end)
      writers.add(id.client)
    }
    // Who takes words away is not named by it.
    if (writers.size === 0 && this.#takesAway(ds)) writers.add(null)
    if (ds.clients.size > 0) this.#gone = Y.mergeDeleteSets([this.#gone, ds])
    for (const writer of writers) {
      const before = this.#lastOf.get(writer)
      if (before === undefined || this.now() - before >= ONE_CHANGE_MS) this.#count += 1
      this.#lastOf.set(writer, this.now())
    }
  }

  /** Whether it takes away what neither the document nor anything that waits has taken away already. */
  #takesAway(ds: DeleteSet): boolean {
    if (ds.clients.size === 0) return false
    const known = Y.mergeDeleteSets([Y.createDeleteSetFromStructStore(this.doc.store), this.#gone])
    return !Y.equalDeleteSets(known, Y.mergeDeleteSets([known, ds]))
  }
}
