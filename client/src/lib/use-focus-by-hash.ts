import { useEffect, useRef, type RefObject } from 'react'
import { useLocation } from 'react-router'

/** For the heading of a place on the page: it has the focus when the address names it, also when it is named once more. */
export function useFocusByHash(id: string): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null)
  const { hash, key } = useLocation()
  useEffect(() => {
    if (hash === `#${id}`) heading.current?.focus()
  }, [hash, key, id])
  return heading
}
