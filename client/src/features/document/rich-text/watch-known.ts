import { useMemo, useSyncExternalStore } from 'react'
import { holdsOnlyKnown } from '@roundtable/shared/document'
import * as Y from 'yjs'

/**
 * Tells when a text begins or ceases to hold what this build does not know. It tells before any observer of the text has
 * seen the change: an editor that did would take the unknown out, for everybody and without a word.
 */
export function watchKnown(fragment: Y.XmlFragment, listener: (isKnown: boolean) => void): () => void {
  const { doc } = fragment
  let isKnown = holdsOnlyKnown(fragment)
  const look = (transaction: Y.Transaction) => {
    // What is written here is known here.
    if ((isKnown && transaction.local) || ![...transaction.changed.keys()].some((type) => isIn(type, fragment))) return
    const now = holdsOnlyKnown(fragment)
    if (now === isKnown) return
    isKnown = now
    listener(now)
  }
  doc?.on('beforeObserverCalls', look)
  return () => doc?.off('beforeObserverCalls', look)
}

function isIn(type: unknown, fragment: Y.XmlFragment): boolean {
  for (let at = type; at instanceof Y.AbstractType; at = at._item?.parent) if (at === fragment) return true
  return false
}

/** Whether an editor of this build can hold all of the text, live. */
export function useIsKnown(fragment: Y.XmlFragment): boolean {
  const store = useMemo(() => knownStore(fragment), [fragment])
  return useSyncExternalStore(store.subscribe, store.getSnapshot)
}

function knownStore(fragment: Y.XmlFragment) {
  const listeners = new Set<() => void>()
  // Null while nobody watches: then it is looked up whenever it is asked for.
  let isKnown: boolean | null = null
  let stop: (() => void) | undefined
  return {
    getSnapshot: () => isKnown ?? holdsOnlyKnown(fragment),
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      isKnown ??= holdsOnlyKnown(fragment)
      stop ??= watchKnown(fragment, (now) => {
        isKnown = now
        for (const each of listeners) each()
      })
      return () => {
        listeners.delete(listener)
        if (listeners.size > 0) return
        stop?.()
        stop = undefined
        isKnown = null
      }
    }
  }
}
