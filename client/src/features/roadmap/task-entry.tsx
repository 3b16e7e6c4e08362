import { memo, type KeyboardEvent } from 'react'
import type { Task } from '@roundtable/shared/document'
import type { TasksView } from '@roundtable/shared/protocol'
import { useText } from '../../locales/use-text.js'
import { arrangeKey } from './arrange-keys.js'
import type { TaskDesk } from './desk.js'
import { SelectTask } from './select-task.js'
import { TaskFields } from './task-fields.js'
import { TaskHandles } from './task-handles.js'
import { TaskStanding } from './task-standing.js'

export interface TaskEntryProps {
  readonly task: Task
  /** What it is called by number, in the whole roadmap. */
  readonly number: number
  readonly facts: TasksView | undefined
  readonly isOpen: boolean
  readonly level: 3 | 4
  /** The group it stands in, and its neighbours there; without a group `code` is null. */
  readonly code: string | null
  readonly previous: string | null
  readonly next: string | null
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

  function step(direction: 'up' | 'down') {
    if (direction === 'up' && previous !== null) desk.onStep(task.id, { before: previous }, code)
    if (direction === 'down' && next !== null) desk.onStep(task.id, { after: next }, code)
  }

  function press(event: KeyboardEvent<HTMLElement>) {
    // A dialog of the task stands elsewhere in the page: its keys are its own.
    const asked = canOrder && event.currentTarget.contains(event.target as Node) ? arrangeKey(event.nativeEvent) : null
    if (asked === null) return
    event.preventDefault()
    event.stopPropagation()
    if (asked === 'moveTo') desk.onMoveTo(task.id)
    else step(asked)
  }

  return (
    <li data-entry={task.id} onKeyDownCapture={press}>
      <article className="card entry entry--task">
        <div className="entry__head">
          {isSelected !== null && (
            <SelectTask name={name} isSelected={isSelected} onSelect={(isOn, isRange) => desk.onSelect(task.id, isOn, isRange)} />
          )}
          <Heading className="entry__heading" tabIndex={-1} data-entry-heading>
            {numbered}
          </Heading>
          {canOrder && (
            <TaskHandles
              name={name}
              isFirst={previous === null}
              isLast={next === null}
              onStep={step}
              onMoveTo={() => desk.onMoveTo(task.id)}
              onRemove={() => desk.onRemove(task.id)}
            />
          )}
        </div>
        <TaskFields task={task} isOpen={isOpen} onToggle={() => desk.onToggle(task.id)}>
          {facts && <TaskStanding taskId={task.id} name={name} facts={facts} isOpen={isOpen} level={level === 3 ? 4 : 5} />}
        </TaskFields>
      </article>
    </li>
  )
}, isSameEntry)

/** Every reading of the document makes new tasks: what counts is whether one says something else. */
function isSameEntry({ task, ...before }: TaskEntryProps, { task: nextTask, ...after }: TaskEntryProps): boolean {
  const names = Object.keys(after) as (keyof typeof after)[]
  return (
    names.every((name) => Object.is(before[name], after[name])) && (task === nextTask || JSON.stringify(task) === JSON.stringify(nextTask))
  )
}
