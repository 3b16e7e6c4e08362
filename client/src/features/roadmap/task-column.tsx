import type { Task } from '@roundtable/shared/document'
import type { Grouping } from './grouping.js'
import type { TaskListProps } from './task-list.js'
import { TaskTile } from './task-tile.js'

interface TaskColumnProps extends Omit<TaskListProps, 'opened' | 'level' | 'numbers'> {
  readonly grouping: Grouping
  readonly nameOf: (task: Task) => string
}

/** One column: its tasks in short. */
export function TaskColumn({ tasks, facts, selected, canOrder, code = null, desk, grouping, nameOf }: TaskColumnProps) {
  return (
    <ol className="entries">
      {tasks.map((task, index) => (
        <TaskTile
          key={task.id}
          {...{ task, facts, canOrder, code, desk }}
          name={nameOf(task)}
          previous={tasks[index - 1]?.id ?? null}
          next={tasks[index + 1]?.id ?? null}
          isSelected={selected && selected.has(task.id)}
          showsStatus={grouping !== 'status'}
        />
      ))}
    </ol>
  )
}
