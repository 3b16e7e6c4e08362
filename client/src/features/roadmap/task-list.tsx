import type { ReactNode } from 'react'
import { moveTask, removeTask, type Task } from '@roundtable/shared/document'
import { useText } from '../../locales/use-text.js'
import { EntryList, useOpenDocument } from '../document/index.js'
import { placeInWhole } from './grouping.js'

export interface TaskListProps {
  /** The whole roadmap in its order, and what each task is called in it by number. */
  readonly all: readonly Task[]
  readonly numbers: ReadonlyMap<string, number>
  readonly tasks: readonly Task[]
  /** Ordered and taken out by hand here. */
  readonly canOrder: boolean
  readonly level?: 3 | 4
  readonly empty?: string
  readonly onAdd?: () => string
  readonly body: (task: Task) => ReactNode
}

/** Some tasks of the roadmap, or all; each goes by its number in the whole. */
export function TaskList({ all, numbers, tasks, canOrder, level = 3, empty = '', onAdd, body }: TaskListProps) {
  const { t } = useText()
  const { doc } = useOpenDocument()
  return (
    <EntryList
      entries={tasks.map((task) => ({ ...task, name: task.title }))}
      canEdit={canOrder}
      link="task"
      level={level}
      words={{
        numbered: (place) => t('roadmap.numbered', { number: numbers.get(tasks[place - 1]?.id ?? '') ?? place }),
        add: t('roadmap.add'),
        empty
      }}
      {...(onAdd ? { onAdd } : {})}
      onMove={(id, after) => moveTask(doc, id, { after: placeInWhole(all, tasks, id, after) })}
      onRemove={(id) => removeTask(doc, id)}
    >
      {body}
    </EntryList>
  )
}
