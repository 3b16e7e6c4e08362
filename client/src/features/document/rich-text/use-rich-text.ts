import { useMemo, useSyncExternalStore } from 'react'
import { readRichText, type RichText } from '@roundtable/shared/document'
import type * as Y from 'yjs'

/** What others type reaches a reader in steps of this length (milliseconds). */
const PACE = 250

/** A fragment's content to read, live. */
export function useRichText(fragment: Y.XmlFragment): RichText {
  const store = useMemo(() => fragmentStore(fragment), [fragment])
  return useSyncExternalStore(store.subscribe, store.getSnapshot)
}

function fragmentStore(fragment: Y.XmlFragment) {
  let text = readRichText(fragment)
  return {
    getSnapshot: () => text,
    subscribe: (listener: () => void) => {
      let pending: ReturnType<typeof setTimeout> | undefined
      const refresh = () => {
        pending = undefined
        text = readRichText(fragment)
        listener()
      }
      const observe = () => (pending ??= setTimeout(refresh, PACE))
      fragment.observeDeep(observe)
      refresh()
      return () => {
        clearTimeout(pending)
        fragment.unobserveDeep(observe)
      }
    }
  }
}
