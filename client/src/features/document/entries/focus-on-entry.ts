import type { RefObject } from 'react'
import { useFocusAfter } from '../../../lib/use-focus-after.js'

/**
 * Keeps the focus at an entry that was moved or added. What has it and can still be pressed keeps it; a handle that has become
 * useless, or is gone with its place, gives it to the entry's heading. `id` null: to the heading of the whole,
 * or, in a list without one, to what adds an entry.
 */
export function useFocusOnEntry(whole: RefObject<HTMLElement | null>): (id: string | null) => void {
  return useFocusAfter((id: string | null) => {
    const active = document.activeElement
    if (active?.matches(':enabled') && active.closest<HTMLElement>('[data-entry]')?.dataset.entry === id) return null
    const heading = headingOf(whole.current, id) ?? whole.current?.querySelector<HTMLElement>('h2, :scope > .row > button')
    heading?.scrollIntoView({ block: 'nearest' })
    return heading
  })
}

export function headingOf(whole: HTMLElement | null, id: string | null): HTMLElement | null {
  return id === null ? null : (whole?.querySelector<HTMLElement>(`[data-entry="${CSS.escape(id)}"] [data-entry-heading]`) ?? null)
}
