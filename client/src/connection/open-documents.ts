import type { DocumentView } from '@roundtable/shared/protocol'
import { useState, useSyncExternalStore } from 'react'
import { countIn } from './at-stake.js'
import { LiveDocument } from './live-document.js'
import type { LiveState } from './types.js'

/** Opens a document. The caller destroys it. */
function openLiveDocument(view: DocumentView): LiveDocument {
  const live = new LiveDocument(view)
  const countOut = countIn(live)
  const destroy = live.destroy.bind(live)
  live.destroy = () => {
    countOut()
    destroy()
  }
  return live
}

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
  let live: LiveDocument | null = null
  let snapshot: OpenLive | null = null
  const listeners = new Set<() => void>()
  const changed = (): void => {
    snapshot = live && { live, state: live.getSnapshot() }
    for (const listener of listeners) listener()
  }
  return {
    getSnapshot: () => snapshot,
    subscribe: (listener: () => void): (() => void) => {
      listeners.add(listener)
      if (!live) {
        live = openLiveDocument(view)
        live.subscribe(changed)
        changed()
      }
      return () => {
        listeners.delete(listener)
        if (listeners.size > 0) return
        live?.destroy()
        live = null
        snapshot = null
      }
    }
  }
}
