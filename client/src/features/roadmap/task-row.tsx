import { memo } from 'react'
import type { Task } from '@roundtable/shared/document'
import type { TasksView } from '@roundtable/shared/protocol'
import { useFormat } from '../../locales/use-format.js'
import { useText } from '../../locales/use-text.js'
import type { TaskDesk } from './desk.js'
import { isSameTask } from './same-task.js'
import { SelectTask } from './select-task.js'
import { stepsOf, type Standing } from './steps.js'
import { cellWords, type TableColumn } from './table-columns.js'
import { factsOf } from './task-facts.js'
import { TaskLink } from './task-link.js'
import { TaskMenu } from './task-menu.js'

interface TaskRowProps extends Standing {
  readonly task: Task
  readonly name: string
  readonly number: number
  readonly facts: TasksView | undefined
  readonly columns: readonly TableColumn[]
  readonly isSelected: boolean | null
  readonly canOrder: boolean
  readonly desk: TaskDesk
}

/** One task in the table. */
export const TaskRow = memo(function TaskRow(props: TaskRowProps) {
  const { t } = useText()
  const format = useFormat()
  const { task, name, number, facts, columns, code, previous, next, isSelected, canOrder, desk } = props
  const { id } = task
  const { press, steps } = stepsOf(id, { code, previous, next }, canOrder, desk)
  return (
    <tr data-entry={id} onKeyDownCapture={press}>
      {isSelected !== null && (
        <td className="no-print">
          <SelectTask name={name} isSelected={isSelected} onSelect={(...how) => desk.onSelect(id, ...how)} />
        </td>
      )}
      <td>{number}</td>
      <th scope="row">
        <TaskLink id={id} name={name} />
      </th>
      {columns.map((column) => (
        <Cell key={column} column={column} words={cellWords(column, task, facts && factsOf(facts, id), t, format)} />
      ))}
      {canOrder && (
        <td className="no-print">
          <TaskMenu {...{ id, name, isSelected, desk, steps }} />
        </td>
      )}
    </tr>
  )
}, isSameTask)

/** People's names break anywhere, as long as they may be; other words stay whole, and a day stands in one line. */
function Cell({ column, words }: { readonly column: TableColumn; readonly words: string }) {
  const isDay = column === 'start' || column === 'due'
  return <td className={isDay ? 'task-table__day' : undefined}>{column === 'owner' ? <bdi>{words}</bdi> : words}</td>
}
