import type { RefObject } from 'react'
import type { TaskFacts } from '@roundtable/shared/protocol'
import { useText } from '../../locales/use-text.js'
import { Banner } from '../../ui/banner.js'
import { Button } from '../../ui/button.js'
import { Said } from '../../ui/said.js'
import { answerWords } from './assignee-words.js'
import { SideLines } from './side-lines.js'

interface SaidMeanwhileProps {
  readonly task: TaskFacts
  readonly words: RefObject<HTMLParagraphElement | null>
  /** Null: it was read. */
  readonly onRead: (() => void) | null
}

/** In a form about a task: that something else was said of it since the form was opened, and how the task stands now. */
export function SaidMeanwhile({ task, words, onRead }: SaidMeanwhileProps) {
  const { t } = useText()
  const { status, reason, assignments, sides } = task
  return (
    <Banner tone="caution" role="alert">
      <p ref={words} tabIndex={-1}>
        {t('standing.meanwhile', { status: t(`taskStatus.${status}`) })}
      </p>
      {reason !== '' && <Said>{reason}</Said>}
      {assignments.length > 0 && (
        <ul className="standing__lines">
          {assignments.map((assignment) => (
            <li key={assignment.assignmentId} className="standing__line">
              <p>
                <bdi>{answerWords(assignment, t)}</bdi>
              </p>
              {assignment.reason !== '' && <Said>{assignment.reason}</Said>}
            </li>
          ))}
        </ul>
      )}
      {assignments.some(({ answer }) => answer === 'accepted') && <SideLines sides={sides} isOpen />}
      {onRead && (
        <div className="row">
          <Button onPress={onRead}>{t('standing.readIt')}</Button>
        </div>
      )}
    </Banner>
  )
}
