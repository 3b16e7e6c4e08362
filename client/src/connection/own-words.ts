import * as Y from 'yjs'
import { wordsOf } from './recovered-texts.js'

/** Keystrokes of one entry are merged into one update when they are so many; of so many entries words are remembered. */
const MOST_UPDATES = 500
const MOST_ENTRIES = 100

interface Written {
  readonly begunWith: readonly string[]
  readonly updates: readonly Uint8Array[]
}

/**
 * What this page's person has written in each entry of a document during this visit. Whoever writes in a clause that
 * somebody else removes at that moment finds the clause gone for everybody, and gets their own words back (SAVE-13).
 */
export class OwnWords {
  readonly #written = new Map<string, Written>()
  readonly #entries: Y.Map<unknown>

  constructor(doc: Y.Doc, root: string, onLost: (texts: readonly string[]) => void) {
    this.#entries = doc.getMap(root)
    this.#entries.observe(({ changes, transaction }) => {
      for (const [id, { action }] of changes.keys) {
        if (action === 'add' && transaction.local) this.#keep(id, { begunWith: wordsIn(this.#entries.get(id)) })
        const written = action === 'delete' ? this.#written.get(id) : undefined
        if (!written) continue
        this.#written.delete(id)
        const texts = transaction.local ? [] : [...written.begunWith, ...wordsOf(written.updates)]
        if (texts.length > 0) onLost(texts)
      }
    })
    doc.on('update', (update: Uint8Array, _origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) => {
      if (!transaction.local) return
      for (const id of this.#touched(transaction)) this.#keep(id, { update })
    })
  }

  /** The entries in which a transaction changed something; one that it removed is not among them. */
  #touched({ changedParentTypes }: Y.Transaction): string[] {
    return [...changedParentTypes.keys()].flatMap((type) => {
      const id = type.parent === this.#entries ? type._item?.parentSub : null
      return typeof id === 'string' && this.#entries.has(id) ? [id] : []
    })
  }

  #keep(id: string, { update, begunWith = [] }: { readonly update?: Uint8Array; readonly begunWith?: readonly string[] }): void {
    const before = this.#written.get(id) ?? { begunWith, updates: [] }
    const updates = update ? [...before.updates, update] : before.updates
    // Set anew, so that the entry that was written in last is forgotten last.
    this.#written.delete(id)
    this.#written.set(id, { ...before, updates: updates.length < MOST_UPDATES ? updates : [Y.mergeUpdates([...updates])] })
    const [oldest] = this.#written.keys()
    if (this.#written.size > MOST_ENTRIES && oldest !== undefined) this.#written.delete(oldest)
  }
}

/** The plain words with which an entry was made, such as a task's title. */
function wordsIn(entry: unknown): string[] {
  if (!(entry instanceof Y.Map)) return []
  return [...entry.values()].flatMap((part) => (part instanceof Y.Text && part.length > 0 ? [part.toJSON()] : []))
}
