import { useId, useState } from 'react'
import type { Task } from '@roundtable/shared/document'
import { useText } from '../../locales/use-text.js'
import { Button } from '../../ui/button.js'
import { ChoiceGroup } from '../../ui/choice-group.js'
import { keepColumns, readColumns, TABLE_COLUMNS, type TableColumn } from './table-columns.js'
import type { TaskListProps } from './task-list.js'
import { TaskRow } from './task-row.js'

interface TaskTableProps extends Omit<TaskListProps, 'opened' | 'level' | 'code'> {
  readonly nameOf: (task: Task) => string
}

/** The tasks as a table, with the columns that were chosen on this device. */
export function TaskTable({ numbers, tasks, facts, selected, canOrder, desk, nameOf }: TaskTableProps) {
  const { t } = useText()
  const [columns, setColumns] = useState(readColumns)

  function choose(chosen: readonly string[]) {
    const next = TABLE_COLUMNS.filter((column) => chosen.includes(column))
    setColumns(next)
    keepColumns(next)
  }

  return (
    <>
      <ColumnChoice columns={columns} onChoose={choose} />
      <div role="region" className="task-table" tabIndex={0} aria-label={t('look.tableName')}>
        <table>
          <thead>
            <tr>
              {selected && <td className="no-print" />}
              <th scope="col">{t('look.number')}</th>
              <th scope="col">{t('task.title')}</th>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {t(`look.column.${column}`)}
                </th>
              ))}
              {canOrder && <td className="no-print" />}
            </tr>
          </thead>
          <tbody>
            {tasks.map((task, index) => (
              <TaskRow
                key={task.id}
                {...{ task, facts, columns, canOrder, desk }}
                name={nameOf(task)}
                number={numbers.get(task.id) ?? 0}
                code={null}
                previous={tasks[index - 1]?.id ?? null}
                next={tasks[index + 1]?.id ?? null}
                isSelected={selected && selected.has(task.id)}
              />
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

interface ColumnChoiceProps {
  readonly columns: readonly TableColumn[]
  readonly onChoose: (columns: readonly string[]) => void
}

function ColumnChoice({ columns, onChoose }: ColumnChoiceProps) {
  const { t } = useText()
  const id = useId()
  const [isOpen, setOpen] = useState(false)
  return (
    <div className="stack stack--tight no-print">
      <div className="row">
        <Button look="link" aria-expanded={isOpen} aria-controls={isOpen ? id : undefined} onPress={() => setOpen(!isOpen)}>
          {t('look.chooseColumns')}
        </Button>
      </div>
      {isOpen && (
        <div id={id} className="filters filters--columns">
          <ChoiceGroup
            label={t('look.columnsShown')}
            hint={t('look.onDevice')}
            kind="many"
            choices={TABLE_COLUMNS.map((column) => ({ value: column, label: t(`look.column.${column}`) }))}
            chosen={columns}
            onChange={onChoose}
          />
        </div>
      )}
    </div>
  )
}
