import { memo } from 'react'
import type { Task } from '@roundtable/shared/document'
import type { TasksView } from '@roundtable/shared/protocol'
import { useFormat } from '../../locales/use-format.js'
import { useText } from '../../locales/use-text.js'
import { assigneeWords } from './assignee-words.js'
import type { TaskDesk } from './desk.js'
import { askedFor } from './filter.js'
import { isSameTask } from './same-task.js'
import { SelectTask } from './select-task.js'
import { stepsOf, type Standing } from './steps.js'
import { factsOf } from './task-facts.js'
import { TaskLink } from './task-link.js'
import { TaskMenu } from './task-menu.js'
import { TaskSummary } from './task-summary.js'

interface TaskTileProps extends Standing {
  readonly task: Task
  readonly name: string
  readonly facts: TasksView | undefined
  /** Where the column does not say it. */
  readonly showsStatus: boolean
  readonly isSelected: boolean | null
  readonly canOrder: boolean
  readonly desk: TaskDesk
}

/** One task of a column in short, with one menu for all that can be done with it. */
export const TaskTile = memo(function TaskTile(props: TaskTileProps) {
  const { t } = useText()
  const { list } = useFormat()
  const { task, name, facts, showsStatus, code, previous, next, isSelected, canOrder, desk } = props
  const { id } = task
  const { press, steps } = stepsOf(id, { code, previous, next }, canOrder, desk)
  const said = facts && factsOf(facts, id)
  return (
    <li data-entry={id} onKeyDownCapture={press}>
      <article className="card task-tile">
        {isSelected !== null && <SelectTask name={name} isSelected={isSelected} onSelect={(...how) => desk.onSelect(id, ...how)} />}
        <div className="task-tile__text stack stack--tight">
          <TaskLink id={id} name={name} />
          {said && showsStatus && (
            <p>
              <span className="tag tag--state">{t(`taskStatus.${said.status}`)}</span>
            </p>
          )}
          {said && askedFor(said).length > 0 && (
            <p className="caption">
              <bdi>{list(askedFor(said).map((one) => assigneeWords(one, t)))}</bdi>
            </p>
          )}
          <TaskSummary task={task} />
        </div>
        {canOrder && <TaskMenu {...{ id, name, isSelected, desk, steps }} />}
      </article>
    </li>
  )
}, isSameTask)
