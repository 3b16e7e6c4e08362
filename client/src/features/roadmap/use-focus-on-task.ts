import { useEffect, useState, type RefObject } from 'react'

/**
 * Keeps the focus at a task that was moved or added. What has it and can still be pressed keeps it; a handle that has become
 * useless, or is gone with its place, gives it to the task's heading. `id` null: to the heading of the whole.
 */
export function useFocusOnTask(whole: RefObject<HTMLElement | null>): (id: string | null) => void {
  const [wanted, setWanted] = useState<{ readonly id: string | null } | null>(null)
  useEffect(() => {
    if (wanted === null) return
    // A dialog that closes at the same time gives the focus back first.
    const frame = requestAnimationFrame(() => focusOnTask(whole.current, wanted.id))
    return () => cancelAnimationFrame(frame)
  }, [wanted, whole])
  return (id) => setWanted({ id })
}

/** Gives the focus to a task, where it has not got it by now. */
export function focusOnTask(whole: HTMLElement | null, id: string | null): void {
  const places = id === null ? [] : [...(whole?.querySelectorAll<HTMLElement>(`[data-entry="${CSS.escape(id)}"]`) ?? [])]
  const active = document.activeElement
  if (active?.matches(':enabled') && places.some((place) => place.contains(active))) return
  const heading = (id === null ? null : headingOf(whole, id)) ?? whole?.querySelector<HTMLElement>('h2')
  heading?.focus()
  heading?.scrollIntoView({ block: 'nearest' })
}

export function headingOf(whole: HTMLElement | null, id: string): HTMLElement | null {
  return whole?.querySelector<HTMLElement>(`[data-entry="${CSS.escape(id)}"] [data-entry-heading]`) ?? null
}
