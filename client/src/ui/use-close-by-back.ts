import { useEffect, useEffectEvent, useRef } from 'react'
import { useLocation } from 'react-router'
import { closeByBack, noteStep } from './back-step.js'

/** Has Back close what is open, and every other way from the page as well: a page takes what is open over it along. */
export function useCloseByBack(isOpen: boolean, onClose: () => void): void {
  const { pathname, key } = useLocation()
  const opened = useRef(pathname)
  const close = useEffectEvent(onClose)
  useEffect(() => {
    if (isOpen) noteStep()
  }, [isOpen, key])
  useEffect(() => (isOpen ? closeByBack(() => close()) : undefined), [isOpen])
  useEffect(() => {
    if (!isOpen) opened.current = pathname
    else if (opened.current !== pathname) close()
  }, [isOpen, pathname])
}
