import { useId, useState } from 'react'
import type { Task } from '@roundtable/shared/document'
import { useFormat } from '../../locales/use-format.js'
import { useText } from '../../locales/use-text.js'
import { Button } from '../../ui/button.js'
import { ChoiceGroup } from '../../ui/choice-group.js'
import { SelectTask } from './select-task.js'
import { stepsOf } from './steps.js'
import { cellWords, keepColumns, readColumns, TABLE_COLUMNS, type TableColumn } from './table-columns.js'
import { factsOf } from './task-facts.js'
import { TaskLink } from './task-link.js'
import type { TaskListProps } from './task-list.js'
import { TaskMenu } from './task-menu.js'

interface TaskTableProps extends Omit<TaskListProps, 'opened' | 'level' | 'code'> {
  readonly nameOf: (task: Task) => string
}

/** The tasks as a table, with the columns that were chosen on this device. */
export function TaskTable({ numbers, tasks, facts, selected, canOrder, desk, nameOf }: TaskTableProps) {
  const { t } = useText()
  const format = useFormat()
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
            {tasks.map((task, index) => {
              const { id } = task
              const name = nameOf(task)
              const standing = { code: null, previous: tasks[index - 1]?.id ?? null, next: tasks[index + 1]?.id ?? null }
              const { press, steps } = stepsOf(id, standing, canOrder, desk)
              const isSelected = selected && selected.has(id)
              return (
                <tr key={id} data-entry={id} onKeyDownCapture={press}>
                  {isSelected !== null && (
                    <td className="no-print">
                      <SelectTask name={name} isSelected={isSelected} onSelect={(...how) => desk.onSelect(id, ...how)} />
                    </td>
                  )}
                  <td>{numbers.get(id)}</td>
                  <th scope="row">
                    <TaskLink id={id} name={name} />
                  </th>
                  {columns.map((column) => (
                    <td key={column}>
                      <bdi>{cellWords(column, task, facts && factsOf(facts, id), t, format)}</bdi>
                    </td>
                  ))}
                  {canOrder && (
                    <td className="no-print">
                      <TaskMenu {...{ id, name, isSelected, desk, steps }} />
                    </td>
                  )}
                </tr>
              )
            })}
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
