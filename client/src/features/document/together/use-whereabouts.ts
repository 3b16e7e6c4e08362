import { useMemo, useSyncExternalStore } from 'react'
import { useOpenDocument } from '../open-document.js'
import { whereabouts, type Whereabouts } from './whereabouts.js'

/** Moves are told so often at most (milliseconds): with many people there is no end of them. */
const PACE = 500

/** Where the others are, live; null while nobody wants to know. */
export function useWhereabouts(isWanted: boolean): ReadonlyMap<string, Whereabouts> | null {
  const { live, doc, view } = useOpenDocument()
  const { awareness } = live
  const store = useMemo(() => {
    const read = () => (isWanted ? whereabouts(awareness, view.kind, view.mySeat.id) : null)
    let now = read()
    return {
      getSnapshot: () => now,
      subscribe: (listener: () => void) => {
        let pause: ReturnType<typeof setTimeout> | undefined
        const refresh = () => {
          pause = undefined
          now = read()
          listener()
        }
        const changed = () => (pause ??= setTimeout(refresh, PACE))
        if (isWanted) {
          awareness.on('change', changed)
          doc.on('afterTransaction', changed)
          refresh()
        }
        return () => {
          clearTimeout(pause)
          awareness.off('change', changed)
          doc.off('afterTransaction', changed)
        }
      }
    }
  }, [isWanted, awareness, doc, view])
  return useSyncExternalStore(store.subscribe, store.getSnapshot)
}
