import type { Task } from '@roundtable/shared/document'
import type { TasksView } from '@roundtable/shared/protocol'
import type { TaskDesk } from './desk.js'
import { TaskEntry } from './task-entry.js'

export interface TaskListProps {
  /** What each task is called by number in the whole roadmap. */
  readonly numbers: ReadonlyMap<string, number>
  readonly tasks: readonly Task[]
  readonly facts: TasksView | undefined
  readonly opened: ReadonlySet<string>
  /** Null while nobody selects. */
  readonly selected: ReadonlySet<string> | null
  readonly canOrder: boolean
  readonly level?: 3 | 4
  /** The group these tasks stand in; null outside of groups. */
  readonly code?: string | null
  readonly desk: TaskDesk
}

/** Some tasks of the roadmap, or all; each goes by its number in the whole. */
export function TaskList({ numbers, tasks, facts, opened, selected, canOrder, level = 3, code = null, desk }: TaskListProps) {
  return (
    <ol className="entries">
      {tasks.map((task, index) => (
        <TaskEntry
          key={task.id}
          task={task}
          number={numbers.get(task.id) ?? 0}
          facts={facts}
          isOpen={opened.has(task.id)}
          level={level}
          code={code}
          previous={tasks[index - 1]?.id ?? null}
          next={tasks[index + 1]?.id ?? null}
          canOrder={canOrder}
          isSelected={selected && selected.has(task.id)}
          desk={desk}
        />
      ))}
    </ol>
  )
}
