import { useEffect } from 'react'
import { useOpenDocument } from '../open-document.js'
import { placeOn } from '../places/on-page.js'
import { placeKey, presenceAt } from '../places/place.js'

/** Tells the others in which field, text or entry this person is: when the focus moves to another one, and not at every letter. */
export function useOwnPlace(): void {
  const { live, doc, view } = useOpenDocument()
  useEffect(() => {
    let told = ''
    const look = ({ target }: FocusEvent) => {
      const place = target instanceof Element && target.closest('.document__body') ? placeOn(target) : null
      if (!place || placeKey(place) === told) return
      told = placeKey(place)
      live.awareness.setLocalStateField('place', presenceAt(doc, view.kind, place))
    }
    document.addEventListener('focusin', look)
    return () => document.removeEventListener('focusin', look)
  }, [live, doc, view])
}
