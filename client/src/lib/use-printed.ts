import { useSyncExternalStore } from 'react'

let isPrinted = false

function subscribe(listener: () => void): () => void {
  const become = (printed: boolean) => () => {
    isPrinted = printed
    listener()
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
