import { useCallback, useEffect, useEffectEvent, useState } from 'react'

/**
 * Moves the focus after an act that took away, or moved, what had it. Called together with closing a dialog, it waits until
 * that has given the focus back to where nothing may be any more. `find` answers null where the focus is to stay.
 */
export function useFocusAfter<What = void>(find: (what: What) => HTMLElement | null | undefined): (what: What) => void {
  const [act, setAct] = useState<{ readonly what: What } | null>(null)
  const focus = useEffectEvent((what: What) => find(what)?.focus())
  useEffect(() => {
    if (act === null) return undefined
    const frame = requestAnimationFrame(() => focus(act.what))
    return () => cancelAnimationFrame(frame)
  }, [act])
  return useCallback((what: What) => setAct({ what }), [])
}
