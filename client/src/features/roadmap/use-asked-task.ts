import { useEffect, useRef } from 'react'
import { useSearchParams } from 'react-router'

/**
 * The task that the page's address names (`?task=`): its heading takes the focus once, when the task is
 * there.
 */
export function useAskedTask(ids: readonly string[]): void {
  const [search] = useSearchParams()
  const asked = search.get('task')
  const shown = useRef<string | null>(null)
  const isThere = asked !== null && ids.includes(asked)
  useEffect(() => {
    if (!isThere || shown.current === asked) return
    shown.current = asked
    const entry = document.querySelector<HTMLElement>(`[data-entry="${CSS.escape(asked)}"]`)
    entry?.scrollIntoView()
    entry?.querySelector<HTMLElement>('[data-entry-heading]')?.focus()
  }, [asked, isThere])
}
