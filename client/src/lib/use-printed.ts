import { useSyncExternalStore } from 'react'
import { flushSync } from 'react-dom'

let isPrinted = false
const listeners = new Set<() => void>()

function become(printed: boolean): void {
  isPrinted = printed
  // What is on paper is complete before the browser takes its picture.
  flushSync(() => listeners.forEach((listener) => listener()))
}

window.addEventListener('beforeprint', () => become(true))
window.addEventListener('afterprint', () => become(false))

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The page is being put on paper, where nothing can be unfolded and no filter taken off: what they hide is shown. */
export function usePrinted(): boolean {
  return useSyncExternalStore(subscribe, () => isPrinted)
}
