import { useCallback, useEffect, useState, type RefObject } from 'react'

/**
 * Gives the focus to a heading after an act that took away what had it. Called together with closing a dialog, it waits
 * until that has given the focus back to where nothing may be any more.
 */
export function useFocusAfter(heading: RefObject<HTMLElement | null>): () => void {
  const [acts, setActs] = useState(0)
  useEffect(() => {
    if (acts === 0) return
    const frame = requestAnimationFrame(() => heading.current?.focus())
    return () => cancelAnimationFrame(frame)
  }, [heading, acts])
  return useCallback(() => setActs((count) => count + 1), [])
}
