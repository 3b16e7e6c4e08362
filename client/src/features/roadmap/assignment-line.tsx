import { useState } from 'react'
import type { AssignmentView, DocumentView, TaskFacts } from '@roundtable/shared/protocol'
import { useFormat } from '../../locales/use-format.js'
import { useText } from '../../locales/use-text.js'
import { useAnnounce } from '../../ui/announcer.js'
import { Button } from '../../ui/button.js'
import { FormProblem } from '../../ui/form-problem.js'
import { Said } from '../../ui/said.js'
import { answerWords, assigneeWords } from './assignee-words.js'
import { DeclineDialog } from './decline-dialog.js'
import { useAnswerTask, useWithdrawAssignment } from './task-facts.js'

interface AssignmentLineProps {
  readonly roadmap: DocumentView
  readonly task: TaskFacts
  readonly name: string
  readonly assignment: AssignmentView
  /** The buttons are gone with the act: the focus goes to the heading. */
  readonly onActed: () => void
}

/** One who was asked, what they answered, and the reader's own answer where it is theirs to give. */
export function AssignmentLine({ roadmap, task, name, assignment, onActed }: AssignmentLineProps) {
  const { t } = useText()
  const { day } = useFormat()
  const announce = useAnnounce()
  const [isDeclining, setDeclining] = useState(false)
  const answering = useAnswerTask(roadmap)
  const withdrawing = useWithdrawAssignment(roadmap)
  const { assignmentId, answer, reason, askedBy, askedAt, answeredBy, answeredAt, hasLeft, mayAnswer, mayWithdraw } = assignment
  const who = assigneeWords(assignment, t)
  const declining = answer === 'proposed' ? 'decline' : 'stepBack'
  const isMine = mayAnswer.allowed && !hasLeft && task.status !== 'done'

  function acted(sentence: string) {
    announce(sentence)
    onActed()
  }
  // It stands beside what was said: what is on the screen is what was seen.
  const accept = () =>
    answering.mutate(
      { assignmentId, version: task.version, answer: 'accepted', reason: '' },
      { onSuccess: () => acted(t('standing.acceptedNow', { name })) }
    )
  return (
    <li className="standing__line">
      <p>
        <bdi>{answerWords(assignment, t)}</bdi>
      </p>
      {reason !== '' && <Said>{reason}</Said>}
      <p className="caption muted">
        <bdi>
          {answeredBy !== null && answeredAt !== null
            ? t('form.said', { name: answeredBy, at: day(new Date(answeredAt)) })
            : t('standing.askedBy', { name: askedBy, at: day(new Date(askedAt)) })}
        </bdi>
      </p>
      <FormProblem error={answering.error ?? withdrawing.error} />
      {(isMine || mayWithdraw) && (
        <div className="row no-print">
          {isMine && answer === 'proposed' && (
            <Button look="primary" isPending={answering.isPending} aria-label={t('standing.acceptNamed', { name, who })} onPress={accept}>
              {t('standing.accept')}
            </Button>
          )}
          {isMine && (answer === 'proposed' || answer === 'accepted') && (
            <Button aria-label={t(`standing.${declining}Named`, { name, who })} onPress={() => setDeclining(true)}>
              {t(`standing.${declining}`)}
            </Button>
          )}
          {mayWithdraw && (
            <Button
              look="link"
              isPending={withdrawing.isPending}
              aria-label={t('standing.withdrawNamed', { name, who })}
              onPress={() => withdrawing.mutate(assignmentId, { onSuccess: () => acted(t('standing.withdrawnNow', { name })) })}
            >
              {t('standing.withdraw')}
            </Button>
          )}
        </div>
      )}
      {isDeclining && <DeclineDialog {...{ roadmap, task, name, assignment }} onClose={() => setDeclining(false)} onDone={onActed} />}
    </li>
  )
}
