import { type DocumentView } from '@roundtable/shared/protocol'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { LiveDocument } from './live-document.js'
import { type LiveState } from './types.js'

const open = new Set<LiveDocument>()

/** Opens a document. The caller destroys it. */
export function openLiveDocument(view: DocumentView): LiveDocument {
  const live = new LiveDocument(view)
  open.add(live)
  if (open.size === 1) window.addEventListener('beforeunload', warnWhenUnsent)
  const destroy = live.destroy.bind(live)
  live.destroy = () => {
    open.delete(live)
    if (open.size === 0) window.removeEventListener('beforeunload', warnWhenUnsent)
    destroy()
  }
  return live
}

/** Edits, over all open documents, that the server has not confirmed. */
export function unsentCount(): number {
  return [...open].reduce((sum, live) => sum + live.unsent, 0)
}

/** The browser asks before leaving, and only when something would be at stake. */
function warnWhenUnsent(event: BeforeUnloadEvent): void {
  if (unsentCount() > 0) event.preventDefault()
}

/** The live document of a view for as long as the component shows it; null in the first moment. */
export function useLiveDocument(view: DocumentView): { live: LiveDocument; state: LiveState } | null {
  const [live, setLive] = useState<LiveDocument | null>(null)
  const { id, epoch } = view
  useEffect(() => {
    const opened = openLiveDocument(view)
    setLive(opened)
    return () => {
      setLive(null)
      opened.destroy()
    }
    // A right that changed arrives over the live socket: only another document, or another life of it, opens anew.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [id, epoch])
  const state = useSyncExternalStore(live?.subscribe ?? subscribeToNothing, live?.getSnapshot ?? nothing)
  return live && state ? { live, state } : null
}

const subscribeToNothing = (): (() => void) => () => undefined
const nothing = (): null => null
