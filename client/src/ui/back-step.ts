/*
 * A phone's Back while something is open over the page is meant for that, and not for the page. The step that the browser has
 * taken by then is taken back before the router hears of it: nothing is added to the window's history, so nothing is left in it.
 */

/** What is open, the last on top: how each is closed. */
const open: (() => void)[] = []
/** Where the page stands in the window's history, as the router counts. */
let place: number | null = null
/** The step that is being taken back leads there. */
let returnsTo: number | null = null

/** Before the router listens: browsers ask the window's listeners in the order in which they came. */
export function hearBackFirst(): void {
  window.addEventListener('popstate', stepped)
}

/** Has Back close it, until the answer is called. */
export function closeByBack(close: () => void): () => void {
  open.push(close)
  return () => void open.splice(open.indexOf(close), 1)
}

export function noteStep(): void {
  place = placeOf(window.history.state)
}

function stepped(event: PopStateEvent): void {
  const to = placeOf(event.state)
  const isReturn = returnsTo !== null && to === returnsTo
  returnsTo = null
  if (isReturn) return event.stopImmediatePropagation()
  const close = open.at(-1)
  if (!close || to === null || place === null || to >= place) return
  event.stopImmediatePropagation()
  returnsTo = place
  window.history.go(place - to)
  close()
}

const placeOf = (state: unknown): number | null => (state as { readonly idx?: number } | null)?.idx ?? null
