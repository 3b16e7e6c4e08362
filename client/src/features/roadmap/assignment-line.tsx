import { useState } from 'react'
import type { AssignmentView, DocumentView, TaskFacts } from '@roundtable/shared/protocol'
import { useFormat } from '../../locales/use-format.js'
import { useText } from '../../locales/use-text.js'
import { useAnnounce } from '../../ui/announcer.js'
import { Button } from '../../ui/button.js'
import { FormProblem } from '../../ui/form-problem.js'
import { ReasonDialog } from '../../ui/reason-dialog.js'
import { Said } from '../../ui/said.js'
import { assigneeWords } from './assignee-words.js'
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
  const isMine = mayAnswer.allowed && !hasLeft && task.status !== 'done'

  function acted(sentence: string) {
    announce(sentence)
    setDeclining(false)
    onActed()
  }
  const give = (given: 'accepted' | 'declined', why: string) =>
    answering.mutate(
      { assignmentId, version: task.version, answer: given, reason: why },
      { onSuccess: () => acted(t(given === 'accepted' ? 'standing.acceptedNow' : 'standing.declinedNow', { name })) }
    )
  return (
    <li className="standing__line">
      <p>
        <bdi>{t(hasLeft ? 'standing.answer.left' : `standing.answer.${answer}`, { who })}</bdi>
      </p>
      {reason !== '' && <Said>{reason}</Said>}
      <p className="caption muted">
        <bdi>
          {answeredBy !== null && answeredAt !== null
            ? t('form.said', { name: answeredBy, at: day(new Date(answeredAt)) })
            : t('standing.askedBy', { name: askedBy, at: day(new Date(askedAt)) })}
        </bdi>
      </p>
      {!isDeclining && <FormProblem error={answering.error ?? withdrawing.error} />}
      {(isMine || mayWithdraw) && (
        <div className="row no-print">
          {isMine && answer === 'proposed' && (
            <Button
              look="primary"
              isPending={answering.isPending}
              aria-label={t('standing.acceptNamed', { name, who })}
              onPress={() => give('accepted', '')}
            >
              {t('standing.accept')}
            </Button>
          )}
          {isMine && (answer === 'proposed' || answer === 'accepted') && (
            <Button aria-label={t('standing.declineNamed', { name, who })} onPress={() => setDeclining(true)}>
              {t(answer === 'proposed' ? 'standing.decline' : 'standing.stepBack')}
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
      {isDeclining && (
        <ReasonDialog
          title={t('standing.declineTitle', { name })}
          submit={t('standing.declineSubmit')}
          label={t('standing.reason')}
          hint={t('standing.declineHint')}
          missing={t('form.sayWhy')}
          error={answering.error}
          isPending={answering.isPending}
          onSend={(why) => give('declined', why)}
          onClose={() => setDeclining(false)}
        />
      )}
    </li>
  )
}
