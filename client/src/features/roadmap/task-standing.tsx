import { useRef, useState } from 'react'
import type { TasksView } from '@roundtable/shared/protocol'
import { useFocusAfter } from '../../lib/use-focus-after.js'
import { useText } from '../../locales/use-text.js'
import { Button } from '../../ui/button.js'
import { FormProblem } from '../../ui/form-problem.js'
import { Said } from '../../ui/said.js'
import { useOpenDocument } from '../document/index.js'
import { WhyNot } from '../workspace/index.js'
import { AskDialog } from './ask-dialog.js'
import { AssignmentLine } from './assignment-line.js'
import { DoneDialog } from './done-dialog.js'
import { SideLines } from './side-lines.js'
import { StatusDialog } from './status-dialog.js'
import { factsOf } from './task-facts.js'
import { TaskHistory } from './task-history.js'
import { useTakeOn } from './use-take-on.js'

interface TaskStandingProps {
  readonly taskId: string
  readonly name: string
  readonly facts: TasksView
  /** With why one may not, and all that was said; closed, it is who and how far, and what one may do. */
  readonly isOpen: boolean
  /** Of its heading: one below the task's. */
  readonly level?: 4 | 5
}

const ACTS = ['ask', 'howFar', 'isDone'] as const
type Act = (typeof ACTS)[number]

/** Who was asked for a task, who accepted, how far it is, and which side calls it done. */
export function TaskStanding({ taskId, name, facts, isOpen, level = 4 }: TaskStandingProps) {
  const { t } = useText()
  const { view } = useOpenDocument()
  const [act, setAct] = useState<Act | null>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const focusHeading = useFocusAfter(() => heading.current)
  const task = factsOf(facts, taskId)
  const taking = useTakeOn(view, task, name, focusHeading)
  const seatId = view.mySeat.id
  const mayAsk = facts.mayAsk.allowed && task.status !== 'done'
  const mayTakeOn =
    mayAsk &&
    facts.assignees.some(({ id }) => id === seatId) &&
    !task.assignments.some(({ id, answer, mayAnswer }) =>
      // Whoever answers for an organisation or a side that has accepted does it already.
      answer === 'accepted' ? id === seatId || mayAnswer.allowed : answer === 'proposed' && id === seatId
    )
  const Heading = level === 4 ? 'h4' : 'h5'
  const { status, reason, assignments, sides } = task
  const may: Readonly<Record<Act, boolean>> = {
    ask: mayAsk,
    howFar: task.maySetStatus.allowed && status !== 'done',
    isDone: task.maySayDone.allowed && status !== 'dropped'
  }
  const acts = ACTS.filter((one) => may[one])
  const isTaken = assignments.some(({ answer }) => answer === 'accepted')
  const shown = isOpen ? assignments : assignments.filter(({ answer }) => answer !== 'declined')
  const dialog = { roadmap: view, task, name, onClose: () => setAct(null), onDone: focusHeading }
  return (
    <div role="group" className="standing stack stack--tight" aria-label={t('standing.titleNamed', { name })}>
      <Heading ref={heading} tabIndex={-1} className="standing__title">
        {t('standing.title')}{' '}
        <span className={`tag tag--state standing__status standing__status--${status}`}>{t(`taskStatus.${status}`)}</span>
      </Heading>
      {reason !== '' && <Said>{reason}</Said>}
      {shown.length > 0 && (
        <ul className="standing__lines">
          {shown.map((assignment) => (
            <AssignmentLine key={assignment.assignmentId} {...{ roadmap: view, task, name, assignment }} onActed={focusHeading} />
          ))}
        </ul>
      )}
      {isTaken && <SideLines sides={sides} isOpen={isOpen} />}
      <FormProblem error={taking.error} />
      {acts.length > 0 && (
        <div className="row no-print">
          {mayTakeOn && (
            <Button isPending={taking.isPending} aria-label={t('standing.takeOnNamed', { name })} onPress={taking.take}>
              {t('standing.takeOn')}
            </Button>
          )}
          {acts.map((one) => (
            <Button key={one} aria-label={t(`standing.${one}Named`, { name })} onPress={() => setAct(one)}>
              {t(`standing.${one}`)}
            </Button>
          ))}
        </div>
      )}
      {isOpen && (
        <>
          {!facts.mayAsk.allowed && <WhyNot cannot={t('standing.cannotAsk')} because={facts.mayAsk.because} />}
          {isTaken && !task.maySetStatus.allowed && <WhyNot cannot={t('standing.cannotSet')} because={task.maySetStatus.because} />}
          {isTaken && !task.maySayDone.allowed && <WhyNot cannot={t('standing.cannotSay')} because={task.maySayDone.because} />}
          {task.version > 0 && <TaskHistory roadmap={view} taskId={taskId} name={name} version={task.version} />}
        </>
      )}
      {act === 'ask' && <AskDialog {...dialog} assignees={facts.assignees} />}
      {act === 'howFar' && <StatusDialog {...dialog} />}
      {act === 'isDone' && <DoneDialog {...dialog} />}
    </div>
  )
}
