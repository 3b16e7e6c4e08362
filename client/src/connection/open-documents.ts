import type { DocumentView } from '@roundtable/shared/protocol'
import { useState, useSyncExternalStore } from 'react'
import { showDocument, type HeldDocument } from './held-documents.js'
import type { LiveDocument } from './live-document.js'
import type { LiveState } from './types.js'

export interface OpenLive {
  readonly live: LiveDocument
  readonly state: LiveState
}

/**
 * The live document of a view for as long as the component shows it; null in the first moment.
 * The component is keyed by document and epoch: a right that changed arrives over the live socket, only
 * another document, or another life of it, opens anew.
 */
export function useLiveDocument(view: DocumentView): OpenLive | null {
  const [store] = useState(() => liveStore(view))
  return useSyncExternalStore(store.subscribe, store.getSnapshot)
}

/** Opens with the first listener and lets go with the last, so that rendering alone opens nothing. */
function liveStore(view: DocumentView) {
  let open: { readonly held: HeldDocument; readonly stop: () => void } | null = null
  let snapshot: OpenLive | null = null
  const listeners = new Set<() => void>()
  const changed = (live: LiveDocument): void => {
    snapshot = { live, state: live.getSnapshot() }
    for (const listener of listeners) listener()
  }
  return {
    getSnapshot: () => snapshot,
    subscribe: (listener: () => void): (() => void) => {
      listeners.add(listener)
      if (!open) {
        const held = showDocument(view)
        open = { held, stop: held.live.subscribe(() => changed(held.live)) }
        changed(held.live)
      }
      return () => {
        listeners.delete(listener)
        if (listeners.size > 0) return
        open?.stop()
        open?.held.leave()
        open = null
        snapshot = null
      }
    }
  }
}
