import type { DocumentView, TaskFacts } from '@roundtable/shared/protocol'
import { useCreationKey } from '../../lib/use-creation-key.js'
import { useText } from '../../locales/use-text.js'
import { useAnnounce } from '../../ui/announcer.js'
import { factsOf, useTakeOnTask } from './task-facts.js'

/**
 * Taking a task on oneself: who says so has consented, and need not ask themselves first. It outlives its button, which
 * goes with what it does.
 */
export function useTakeOn(roadmap: DocumentView, { taskId, version }: TaskFacts, name: string, onDone: () => void) {
  const { t } = useText()
  const announce = useAnnounce()
  const keyFor = useCreationKey()
  const { mutate, isPending, error } = useTakeOnTask(roadmap)

  function take() {
    const body = { taskId, version, seatId: roadmap.mySeat.id }
    mutate(
      { ...body, key: keyFor(body) },
      {
        onSuccess: (view) => {
          const isMine = factsOf(view, taskId).assignments.some(({ id, answer }) => id === body.seatId && answer === 'accepted')
          announce(t(isMine ? 'standing.acceptedNow' : 'standing.askedYou', { name }))
          onDone()
        }
      }
    )
  }

  return { take, isPending, error }
}
