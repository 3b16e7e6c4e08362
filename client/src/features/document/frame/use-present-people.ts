import { useMemo, useSyncExternalStore } from 'react'
import type { Awareness } from 'y-protocols/awareness'
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
