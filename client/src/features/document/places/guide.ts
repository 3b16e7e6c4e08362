import { createContext, useContext, useEffect, useLayoutEffect, useRef } from 'react'
import type { Place } from './place.js'

/** What the body of an open document knows of its places. */
export interface Guide {
  /** What people call the place, such as "Small numbers"; null for what this page does not show. */
  readonly nameOf: (place: Place) => string | null
  /** What people call what is answered there, such as "Due"; left out where nothing is known but the entry. After a step it is asked before the page shows it. */
  readonly fieldOf?: (place: Place) => string | null
  /** The number of an entry, from 1, where it is not its place in the list. */
  readonly numberOf?: (entry: string) => number | null
  /** Shows what holds the place where only some of it is shown at a time. Takes no focus. For whoever is `led`, what is folded stays so. */
  readonly open: (place: Place, isLed?: boolean) => void
}

/** The guide of whichever body stands on the page; while there is none, nothing has a name. */
export class GuideDesk implements Guide {
  #guide: Guide | null = null

  nameOf(place: Place): string | null {
    return this.#guide?.nameOf(place) ?? null
  }

  fieldOf(place: Place): string | null {
    return this.#guide?.fieldOf?.(place) ?? null
  }

  numberOf(entry: string): number | null {
    return this.#guide?.numberOf?.(entry) ?? null
  }

  open(place: Place, isLed?: boolean): void {
    this.#guide?.open(place, isLed)
  }

  /** Returns a function that takes it away again. */
  seat(guide: Guide): () => void {
    this.#guide = guide
    return () => {
      if (this.#guide === guide) this.#guide = null
    }
  }
}

export const GuideContext = createContext(new GuideDesk())

export function useGuide(): Guide {
  return useContext(GuideContext)
}

/** The body of a document offers itself as the guide to its places. */
export function useBeGuide(guide: Guide): void {
  const desk = useContext(GuideContext)
  const latest = useRef(guide)
  useLayoutEffect(() => {
    latest.current = guide
  })
  // Asked while other parts of the page render: an effect event would throw there.
  useEffect(
    () =>
      desk.seat({
        nameOf: (place) => latest.current.nameOf(place),
        fieldOf: (place) => latest.current.fieldOf?.(place) ?? null,
        numberOf: (entry) => latest.current.numberOf?.(entry) ?? null,
        open: (...asked) => latest.current.open(...asked)
      }),
    [desk]
  )
}
