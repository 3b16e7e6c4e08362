import { useState } from 'react'
import type { AssignmentView } from '@roundtable/shared/protocol'
import { useText } from '../../locales/use-text.js'
import { useAnnounce } from '../../ui/announcer.js'
import { ReasonDialog } from '../../ui/reason-dialog.js'
import type { TaskActProps } from './task-act.js'
import { useAnswerTask } from './task-facts.js'
import { useSeenTask } from './use-seen-task.js'

interface DeclineDialogProps extends TaskActProps {
  readonly assignment: AssignmentView
}

/** Declining what one was asked for, or stepping back from what one accepted, with the reason. */
export function DeclineDialog({ roadmap, task, name, assignment, onClose, onDone }: DeclineDialogProps) {
  const { t } = useText()
  const announce = useAnnounce()
  const declining = useAnswerTask(roadmap)
  const seen = useSeenTask(task, declining.isPending)
  // As it was when the form was opened: its words do not change under the writer.
  const [wasAccepted] = useState(assignment.answer === 'accepted')

  function send(reason: string) {
    if (seen.isUnread) return seen.showNotice()
    declining.mutate(
      { assignmentId: assignment.assignmentId, version: seen.version, answer: 'declined', reason },
      {
        onSuccess: () => {
          announce(t(wasAccepted ? 'standing.steppedBackNow' : 'standing.declinedNow', { name }))
          onClose()
          onDone()
        }
      }
    )
  }

  return (
    <ReasonDialog
      title={t(wasAccepted ? 'standing.stepBackTitle' : 'standing.declineTitle', { name })}
      submit={t(wasAccepted ? 'standing.stepBackSubmit' : 'standing.declineSubmit')}
      notice={seen.notice}
      label={t('standing.reason')}
      hint={t('standing.declineHint')}
      missing={t('form.sayWhy')}
      error={declining.error}
      isPending={declining.isPending}
      onSend={send}
      onClose={onClose}
    />
  )
}
