import { memo } from 'react'
import type { Task } from '@roundtable/shared/document'
import type { TasksView } from '@roundtable/shared/protocol'
import { useText } from '../../locales/use-text.js'
import { CopyLink } from '../document/index.js'
import type { TaskDesk } from './desk.js'
import { isSameTask } from './same-task.js'
import { SelectTask } from './select-task.js'
import { stepsOf, type Standing } from './steps.js'
import { TaskFields } from './task-fields.js'
import { TaskHandles } from './task-handles.js'
import { TaskStanding } from './task-standing.js'

interface TaskEntryProps extends Standing {
  readonly task: Task
  /** What it is called by number, in the whole roadmap. */
  readonly number: number
  readonly facts: TasksView | undefined
  readonly isOpen: boolean
  readonly level: 3 | 4
  /** Ordered and taken out by hand here. */
  readonly canOrder: boolean
  /** Whether it is selected; null while nobody selects. */
  readonly isSelected: boolean | null
  readonly desk: TaskDesk
}

/** One task of the roadmap with its number, its handles, what it says and what was said of it. */
export const TaskEntry = memo(function TaskEntry(props: TaskEntryProps) {
  const { t } = useText()
  const { task, number, facts, isOpen, level, code, previous, next, canOrder, isSelected, desk } = props
  const numbered = t('roadmap.numbered', { number })
  const name = task.title || numbered
  const Heading = level === 3 ? 'h3' : 'h4'
  const below = level === 3 ? 4 : 5

  const { step, press } = stepsOf(task.id, { code, previous, next }, canOrder, desk)

  return (
    <li data-entry={task.id} onKeyDownCapture={press}>
      <article className="card entry entry--task">
        <div className="entry__head">
          {isSelected !== null && (
            <SelectTask name={name} isSelected={isSelected} onSelect={(isOn, isRange) => desk.onSelect(task.id, isOn, isRange)} />
          )}
          <Heading
            className="entry__heading"
            tabIndex={-1}
            data-entry-heading
            aria-label={task.title ? t('roadmap.heading', { numbered, name }) : undefined}
          >
            {numbered}
          </Heading>
          <CopyLink link="task" id={task.id} name={name} />
          {canOrder && (
            <TaskHandles {...{ id: task.id, name, isSelected, desk }} isFirst={previous === null} isLast={next === null} onStep={step} />
          )}
        </div>
        <TaskFields {...{ task, numbered, name, isOpen }} level={below} onToggle={() => desk.onToggle(task.id)}>
          {facts && <TaskStanding taskId={task.id} name={name} facts={facts} isOpen={isOpen} level={below} />}
        </TaskFields>
      </article>
    </li>
  )
}, isSameTask)
