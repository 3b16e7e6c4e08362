import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react'
import type { Awareness } from 'y-protocols/awareness'
import { useText } from '../../../locales/use-text.js'
import { useAnnounce } from '../../../ui/announcer.js'
import { comingsAndGoings } from './comings-and-goings.js'
import { presentPeople, type PresentUser } from './present-user.js'

/** Who has the document open, live. Moving a caret is no change of people. */
export function usePresentPeople(awareness: Awareness): readonly PresentUser[] {
  const store = useMemo(() => peopleStore(awareness), [awareness])
  return useSyncExternalStore(store.subscribe, store.getSnapshot)
}

function peopleStore(awareness: Awareness) {
  const read = () => presentPeople(awareness.getStates().values())
  let people = read()
  return {
    getSnapshot: () => people,
    subscribe: (listener: () => void) => {
      const update = () => {
        const now = read()
        if (JSON.stringify(now) === JSON.stringify(people)) return
        people = now
        listener()
      }
      awareness.on('change', update)
      update()
      return () => awareness.off('change', update)
    }
  }
}

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
