import { useCallback, useSyncExternalStore } from 'react'
import type * as Y from 'yjs'

/** The words of a Y.Text, live: for headings and menus that name what is written elsewhere. */
export function useWords(text: Y.Text | undefined): string {
  const subscribe = useCallback(
    (listener: () => void) => {
      text?.observe(listener)
      return () => text?.unobserve(listener)
    },
    [text]
  )
  return useSyncExternalStore(subscribe, () => text?.toJSON() ?? '')
}
