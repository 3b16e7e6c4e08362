import { useEffect, useEffectEvent, type RefObject } from 'react'
import { useLocation, useSearchParams } from 'react-router'
import type { LinkName } from '../../../lib/entry-address.js'

/** The entry that this page's address names; null where it names none. */
export function useLinkedEntry(link: LinkName): string | null {
  return useSearchParams()[0].get(link)
}

/** Takes entries that are about to go out of this page's address, which would name what is not there. */
export function useLeaveLink(link: LinkName): (ids: readonly string[]) => void {
  const [search, setSearch] = useSearchParams()
  return (ids) => {
    const linked = search.get(link)
    if (linked === null || !ids.includes(linked)) return
    const rest = new URLSearchParams(search)
    rest.delete(link)
    setSearch(rest, { replace: true })
  }
}

/** The visit (an entry of the browser's history) in which a linked entry was given the focus. */
let arrivedIn: string | null = null

/**
 * Gives the focus to what the address names, once a visit: an entry that is shown anew while somebody writes elsewhere does not
 * take it again. `find` answers null until the entry is there.
 */
export function useFocusOnArrival(find: () => HTMLElement | null | undefined, isThere: boolean): void {
  const { key, pathname } = useLocation()
  const visit = `${pathname} ${key}`
  const arrive = useEffectEvent(() => {
    const target = find()
    if (!target) return
    arrivedIn = visit
    target.focus()
    // The browser brings it just into view: at the lower edge what was linked to would hang below the screen.
    if (target.getBoundingClientRect().top > window.innerHeight / 2) target.scrollIntoView({ block: 'start' })
  })
  useEffect(() => {
    if (isThere && arrivedIn !== visit) arrive()
  }, [isThere, visit])
}

/** The same for a heading that stands there as soon as it is chosen. */
export function useHeadingOnArrival(heading: RefObject<HTMLElement | null>, isLinked: boolean): void {
  useFocusOnArrival(() => heading.current, isLinked)
}
