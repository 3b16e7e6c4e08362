import { placeFromKey, placeKey, type Place } from './place.js'

/** The part of the page that shows a place, as exact as there is one; null when nothing on the page does. */
export function elementAt(within: ParentNode, place: Place): HTMLElement | null {
  const exact = [
    placeKey(place),
    placeKey({ ...place, field: null }),
    ...(place.entry === null ? [placeKey({ entry: null, part: place.part, field: null })] : [])
  ]
  for (const key of exact) {
    const found = within.querySelector<HTMLElement>(`[data-place="${CSS.escape(key)}"]`)
    if (found) return found
  }
  return place.entry === null ? null : within.querySelector<HTMLElement>(`[data-entry="${CSS.escape(place.entry)}"]`)
}

/** The place that an element of the page belongs to; null outside of everything that has one. */
export function placeOn(element: Element | null): Place | null {
  const found = element?.closest<HTMLElement>('[data-place], [data-entry]')
  if (!found) return null
  return found.dataset.place === undefined
    ? { entry: found.dataset.entry ?? null, part: null, field: null }
    : placeFromKey(found.dataset.place)
}

export function isInView(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect()
  const covered = document.querySelector('.document__bar')?.getBoundingClientRect().bottom ?? 0
  return bottom > Math.max(0, covered) && top < window.innerHeight
}

/** Scrolls to an element, at once: what somebody is led to has nothing to show on the way. What it is folded away in opens. */
export function bringIntoView(element: Element): void {
  const folded = element.closest('details')
  if (folded) folded.open = true
  if (!isInView(element)) element.scrollIntoView({ block: 'center' })
}

/** What is opened, or comes back, is on the page some frames later; after so many it will not come. */
const MOST_FRAMES = 60

/**
 * Hands over the part of the page that shows a place as soon as it is there.
 *
 * @returns a function that ends the waiting
 */
export function whenOnPage(place: Place, then: (element: HTMLElement) => void): () => void {
  let frames = 0
  let next = requestAnimationFrame(look)
  function look(): void {
    // The frame before may still show what is about to go.
    const element = frames > 0 ? elementAt(document, place) : null
    if (element) then(element)
    else if (frames++ < MOST_FRAMES) next = requestAnimationFrame(look)
  }
  return () => cancelAnimationFrame(next)
}
