import * as Y from 'yjs'
import { applyLogged } from '@roundtable/shared/document'
import type { ClockRange } from './known-state.js'

/**
 * A Y.Doc of what is committed, for the rare question what a deletion means. It is fed with committed updates only.
 *
 * Merging deletes by itself: of two values set at once one stays, and formatting that is said twice is tidied up.
 * Every client does so for itself and tells the server when it can; in a state vector and the deletions that were
 * sent this does not show.
 */
export class MergedCopy {
  readonly #doc = new Y.Doc()
  #seq: number

  constructor(base: Uint8Array | null, seq: number) {
    this.#seq = seq
    if (base) applyLogged(this.#doc, [base])
  }

  /** Takes what is new; `tail` stands in the order of `seq`, without gaps. */
  follow(tail: readonly { readonly seq: number; readonly bytes: Uint8Array }[]): void {
    const fresh = tail.filter(({ seq }) => seq > this.#seq)
    applyLogged(
      this.#doc,
      fresh.map(({ bytes }) => bytes)
    )
    this.#seq = fresh.at(-1)?.seq ?? this.#seq
  }

  /** True when everything in these ranges is deleted already or is formatting: no words, no values go with it. */
  losesNothing(ranges: readonly ClockRange[]): boolean {
    const { store } = this.#doc
    return ranges.every(({ client, from, to }) => {
      for (let clock = from; clock < to;) {
        const struct: Y.Item | Y.GC = Y.getItem(store, Y.createID(client, clock))
        if (!struct.deleted && !(struct instanceof Y.Item && struct.content instanceof Y.ContentFormat)) return false
        clock = struct.id.clock + struct.length
      }
      return true
    })
  }

  destroy(): void {
    this.#doc.destroy()
  }
}
