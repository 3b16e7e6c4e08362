import { createContext, useContext, useEffect, useRef, type ReactNode, type RefObject } from 'react'
import { useLocation } from 'react-router'

/** The page last shown, and whether its heading was given the focus; null until the first page is shown. */
export const LastPage = createContext<RefObject<{ readonly path: string; readonly wasFocused: boolean } | null>>({ current: null })

interface PageProps {
  /** The page's only h1, and the window's title. */
  readonly title: string
  readonly width?: 'column' | 'wide' | 'narrow'
  readonly breadcrumb?: ReactNode
  /** What stands beside the heading. */
  readonly aside?: ReactNode
  readonly children: ReactNode
}

/**
 * A page with its heading. After a change of route the heading takes the focus, so that a screen reader
 * says where it is and the next Tab goes into the page; the first page of a visit leaves the focus alone.
 */
export function Page({ title, width = 'column', breadcrumb, aside, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  const lastPageRef = useContext(LastPage)
  const { pathname } = useLocation()
  useEffect(() => {
    const last = lastPageRef.current
    const isNew = last !== null && last.path !== pathname
    // The same page again: its waiting state gave way to itself and took the focus with it.
    const lostFocus = last !== null && last.wasFocused && document.activeElement === document.body
    const takesFocus = isNew || lostFocus
    lastPageRef.current = { path: pathname, wasFocused: isNew || (last?.wasFocused ?? false) }
    if (takesFocus) heading.current?.focus({ preventScroll: true })
    if (isNew) window.scrollTo({ top: 0 })
  }, [pathname, lastPageRef])
  return (
    <div className={`page page--${width}`}>
      <title>{`${title} · Roundtable`}</title>
      {breadcrumb}
      <div className="page__head">
        <h1 ref={heading} tabIndex={-1}>
          <bdi>{title}</bdi>
        </h1>
        {aside}
      </div>
      {children}
    </div>
  )
}
