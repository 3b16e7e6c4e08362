import { placeKey, type Place } from '../places/place.js'
import type { Scope } from './scope.js'

/** Others' changes since something was last said of them, merged. Names and places each once, in the order of their first. */
export interface Told {
  /** Whoever is known by name. */
  readonly names: readonly string[]
  readonly places: readonly Place[]
}

/** Others' changes are told together, so seldom at most (milliseconds): a busy document does not talk over its reader. */
export const DIGEST_EVERY = 15_000

/** Names and places beyond this are only counted anyway. */
const MOST_KEPT = 50

/** Gathers what others change, clause by clause, until it is told. */
export class Digest {
  readonly #names = new Set<string>()
  readonly #places = new Map<string, Place>()

  /** @param mine the entry or text where the person is, for the scope that hears of nothing else */
  note(names: readonly string[], places: readonly Place[], { scope, mine }: { readonly scope: Scope; readonly mine: Place | null }): void {
    const wanted =
      scope === 'off' ? [] : scope === 'document' ? places : places.filter((place) => mine !== null && wholeOf(place) === wholeOf(mine))
    if (wanted.length === 0) return
    for (const name of names) if (this.#names.size < MOST_KEPT) this.#names.add(name)
    for (const place of wanted)
      if (this.#places.size < MOST_KEPT && !this.#places.has(wholeOf(place))) this.#places.set(wholeOf(place), place)
  }

  /** What there is to tell, and forgets it; null when nothing has changed. */
  take(): Told | null {
    if (this.#places.size === 0) return null
    const told = { names: [...this.#names], places: [...this.#places.values()] }
    this.#names.clear()
    this.#places.clear()
    return told
  }
}

/** A clause, task, question or objective as a whole; a text of the document as a whole by itself. */
function wholeOf({ entry, part }: Place): string {
  return placeKey({ entry, part: entry === null ? part : null, field: null })
}
