import type { DocumentView } from '@roundtable/shared/protocol'
import { useState, useSyncExternalStore } from 'react'
import { CalmState } from './calm-state.js'
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
  const begin = (held: HeldDocument): void => {
    const { live } = held
    const tell = (state: LiveState): void => {
      snapshot = { live, state }
      for (const listener of listeners) listener()
    }
    const calm = new CalmState(live.getSnapshot(), tell)
    const stop = live.subscribe(() => calm.next(live.getSnapshot()))
    open = {
      held,
      stop: () => {
        stop()
        calm.end()
      }
    }
    tell(live.getSnapshot())
  }
  return {
    getSnapshot: () => snapshot,
    subscribe: (listener: () => void): (() => void) => {
      listeners.add(listener)
      if (!open) begin(showDocument(view))
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
