import { useEffect, useEffectEvent, useRef } from 'react'
import { useLocation } from 'react-router'

/*
 * A phone's Back while something is open over the page is meant for that, and not for the page. The step that the browser has
 * taken by then is taken back before the router hears of it: nothing is added to the window's history, so nothing is left in it.
 */

/** What is open, the last on top: how each is closed. */
const open: (() => void)[] = []
/** Where the page stands in the window's history, as the router counts. */
let place: number | null = null
/** The step that is being taken back leads there. */
let returnsTo: number | null = null

/** Has Back close what is open, and every other way from the page as well: a page takes what is open over it along. */
export function useCloseByBack(isOpen: boolean, onClose: () => void): void {
  const { pathname, key } = useLocation()
  const opened = useRef(pathname)
  const close = useEffectEvent(onClose)
  useEffect(() => {
    if (isOpen) place = placeOf(window.history.state)
  }, [isOpen, key])
  useEffect(() => {
    if (!isOpen) return undefined
    const closeIt = () => close()
    open.push(closeIt)
    // The same listener again is no second one. Before the router's own.
    window.addEventListener('popstate', stepped, true)
    return () => void open.splice(open.indexOf(closeIt), 1)
  }, [isOpen])
  useEffect(() => {
    if (!isOpen) opened.current = pathname
    else if (opened.current !== pathname) close()
  }, [isOpen, pathname])
}

function stepped(event: PopStateEvent): void {
  const to = placeOf(event.state)
  const isReturn = returnsTo !== null && to === returnsTo
  returnsTo = null
  if (isReturn) return event.stopImmediatePropagation()
  const close = open.at(-1)
  if (!close || to === null || place === null || to >= place) return
  event.stopImmediatePropagation()
  returnsTo = place
  window.history.go(place - to)
  close()
}

function placeOf(state: unknown): number | null {
  return typeof state === 'object' && state !== null && 'idx' in state && typeof state.idx === 'number' ? state.idx : null
}
