import type { DocumentView, TaskFacts } from '@roundtable/shared/protocol'
import { useCreationKey } from '../../lib/use-creation-key.js'
import { useText } from '../../locales/use-text.js'
import { useAnnounce } from '../../ui/announcer.js'
import { Button } from '../../ui/button.js'
import { FormProblem } from '../../ui/form-problem.js'
import { factsOf, useTakeOnTask } from './task-facts.js'

interface TakeOnProps {
  readonly roadmap: DocumentView
  readonly task: TaskFacts
  readonly name: string
  /** The button is gone with the act: the focus goes to the heading. */
  readonly onDone: () => void
}

/** Taking a task on oneself: who says so has consented, and need not ask themselves first. */
export function TakeOn({ roadmap, task, name, onDone }: TakeOnProps) {
  const { t } = useText()
  const announce = useAnnounce()
  const keyFor = useCreationKey()
  const taking = useTakeOnTask(roadmap)
  const { taskId, version } = task

  function take() {
    const body = { taskId, version, seatId: roadmap.mySeat.id }
    taking.mutate(
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

  return (
    <>
      <Button isPending={taking.isPending} aria-label={t('standing.takeOnNamed', { name })} onPress={take}>
        {t('standing.takeOn')}
      </Button>
      <FormProblem error={taking.error} />
    </>
  )
}
