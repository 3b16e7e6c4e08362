import { useEffect } from 'react'
import { useOpenDocument } from '../open-document.js'
import { placeOn } from '../places/on-page.js'
import { placeKey, presenceAt } from '../places/place.js'

/** Tells the others in which field, text or entry this person is: when the focus moves to another one, and not at every letter. */
export function useOwnPlace(): void {
  const { live, doc, view } = useOpenDocument()
  useEffect(() => {
    const { awareness } = live
    let told = ''
    const tell = (element: EventTarget | null) => {
      const place = element instanceof Element && element.closest('.document__body') ? placeOn(element) : null
      // Whoever left and came back is nowhere to the others until it is told again.
      if (!place || (placeKey(place) === told && awareness.getLocalState()?.place !== undefined)) return
      told = placeKey(place)
      awareness.setLocalStateField('place', presenceAt(doc, view.kind, place))
    }
    const look = ({ target }: FocusEvent) => tell(target)
    const comeBack = ({ added }: { readonly added: readonly number[] }) => {
      if (added.includes(awareness.clientID)) tell(document.activeElement)
    }
    // The focus may be somewhere already: this part of the page comes after its text.
    tell(document.activeElement)
    document.addEventListener('focusin', look)
    awareness.on('change', comeBack)
    return () => {
      document.removeEventListener('focusin', look)
      awareness.off('change', comeBack)
    }
  }, [live, doc, view])
}
