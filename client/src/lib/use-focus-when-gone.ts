import { useEffectEvent, useLayoutEffect, useRef, type RefObject } from 'react'
import { focusPage } from './focus-page.js'

/**
 * Hears that an element goes while it has the focus, which has to go somewhere: by a press, a key, or what others do,
 * whichever way it goes. A dialog that is open over it has the focus itself.
 */
export function useFocusWhenGone<E extends HTMLElement>(onGone: () => void = focusPage): RefObject<E | null> {
  const ref = useRef<E>(null)
  const gone = useEffectEvent(onGone)
  useLayoutEffect(() => {
    const element = ref.current
    return () => {
      if (element?.contains(document.activeElement)) gone()
    }
  }, [])
  return ref
}
