import { createContext, useCallback, useContext, useRef, useState, type ReactNode } from 'react'

/** `later` is for what others do: it waits until what was said last has had its time. */
type Urgency = 'polite' | 'assertive' | 'later'
type Announce = (sentence: string, urgency?: Urgency) => void

/** So long a sentence is left alone by what can wait (milliseconds). */
const LEFT_ALONE = 3000
/** Whoever reads to the end of a page after that would take it for a part of the page (milliseconds). */
const GONE_AFTER = 20_000

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
  const last = useRef(-LEFT_ALONE)
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined)
  const gone = useRef<Partial<Record<Urgency, ReturnType<typeof setTimeout>>>>({})
  const waitingWords = useRef<readonly string[]>([])
  const announce = useCallback<Announce>((sentence, urgency = 'polite') => {
    const say = (said: string) => {
      last.current = performance.now()
      odd.current = !odd.current
      const spoken = odd.current ? `${said}\u200b` : said
      const set = urgency === 'assertive' ? setAssertive : setPolite
      set(spoken)
      const region = urgency === 'assertive' ? 'assertive' : 'polite'
      clearTimeout(gone.current[region])
      gone.current[region] = setTimeout(() => set(''), GONE_AFTER)
    }
    const sayLater = () => {
      const wait = last.current + LEFT_ALONE - performance.now()
      clearTimeout(waiting.current)
      if (wait > 0) {
        waiting.current = setTimeout(sayLater, wait)
        return
      }
      const words = waitingWords.current.join(' ')
      waitingWords.current = []
      say(words)
    }
    if (urgency === 'later') {
      // What waits for the same pause is said together: none takes another's place.
      waitingWords.current = [...waitingWords.current.filter((words) => words !== sentence), sentence]
      return sayLater()
    }
    say(sentence)
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
