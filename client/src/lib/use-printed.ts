import { useSyncExternalStore } from 'react'
import { flushSync } from 'react-dom'

let isPrinted = false

function subscribe(listener: () => void): () => void {
  const become = (printed: boolean) => () => {
    isPrinted = printed
    // What is on paper is complete before the browser takes its picture.
    flushSync(listener)
  }
  const [begins, ends] = [become(true), become(false)]
  window.addEventListener('beforeprint', begins)
  window.addEventListener('afterprint', ends)
  return () => {
    window.removeEventListener('beforeprint', begins)
    window.removeEventListener('afterprint', ends)
  }
}

/** The page is being put on paper, where nothing can be unfolded and no filter taken off: what they hide is shown. */
export function usePrinted(): boolean {
  return useSyncExternalStore(subscribe, () => isPrinted)
}
