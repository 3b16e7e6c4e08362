import { useEffect, useRef } from 'react'
import { useText } from '../../../locales/use-text.js'
import { useAnnounce } from '../../../ui/announcer.js'
import { comingsAndGoings } from './comings-and-goings.js'
import type { PresentUser } from './present-user.js'

/** Others' coming and going is read out together, so that a busy document does not talk over its reader (milliseconds). */
const DIGEST_EVERY = 15_000

export function useSpokenPeople(people: readonly PresentUser[]): void {
  const { t, formatting } = useText()
  const announce = useAnnounce()
  const told = useRef<readonly PresentUser[]>([])
  const now = useRef(people)

  useEffect(() => {
    now.current = people
  }, [people])

  useEffect(() => {
    const list = new Intl.ListFormat(formatting)
    const timer = setInterval(() => {
      const { came, went } = comingsAndGoings(told.current, now.current)
      told.current = now.current
      if (came.length > 0) announce(t('people.came', { names: list.format(came) }))
      else if (went.length > 0) announce(t('people.went', { names: list.format(went) }))
    }, DIGEST_EVERY)
    return () => clearInterval(timer)
  }, [announce, t, formatting])
}
