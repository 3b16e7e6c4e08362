import { createContext, useCallback, useContext, useRef, useState, type ReactNode } from 'react'

type Urgency = 'polite' | 'assertive'
type Announce = (sentence: string, urgency?: Urgency) => void

const AnnouncerContext = createContext<Announce>(() => undefined)

/**
 * The one voice towards screen readers. Two live regions stand in the page from the start (a region that
 * appears together with its text is often not read); repeating a sentence alternates an invisible mark,
 * since an unchanged region is not read again.
 */
export function Announcer({ children }: { readonly children: ReactNode }) {
  const [polite, setPolite] = useState('')
  const [assertive, setAssertive] = useState('')
  const odd = useRef(false)
  const announce = useCallback<Announce>((sentence, urgency = 'polite') => {
    odd.current = !odd.current
    const spoken = odd.current ? `${sentence}\u200b` : sentence
    if (urgency === 'assertive') setAssertive(spoken)
    else setPolite(spoken)
  }, [])
  return (
    <AnnouncerContext value={announce}>
      {children}
      <div className="visually-hidden" aria-live="polite" aria-atomic="true" data-live-announcer="true">
        {polite}
      </div>
      <div className="visually-hidden" aria-live="assertive" aria-atomic="true" data-live-announcer="true">
        {assertive}
      </div>
    </AnnouncerContext>
  )
}

export function useAnnounce(): Announce {
  return useContext(AnnouncerContext)
}
