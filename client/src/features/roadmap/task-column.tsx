import type { Task } from '@roundtable/shared/document'
import { useFormat } from '../../locales/use-format.js'
import { useText } from '../../locales/use-text.js'
import { askedFor } from './filter.js'
import { assigneeWords } from './assignee-words.js'
import type { Grouping } from './grouping.js'
import { SelectTask } from './select-task.js'
import { stepsOf } from './steps.js'
import { factsOf } from './task-facts.js'
import { TaskLink } from './task-link.js'
import type { TaskListProps } from './task-list.js'
import { TaskMenu } from './task-menu.js'
import { TaskSummary } from './task-summary.js'

interface TaskColumnProps extends Omit<TaskListProps, 'opened' | 'level'> {
  readonly grouping: Grouping
  readonly nameOf: (task: Task) => string
}

/** One column: its tasks in short, each with one menu for all that can be done with it. */
export function TaskColumn({ tasks, facts, selected, canOrder, code = null, desk, grouping, nameOf }: TaskColumnProps) {
  const { t } = useText()
  const { list } = useFormat()
  return (
    <ol className="entries">
      {tasks.map((task, index) => {
        const { id } = task
        const name = nameOf(task)
        const standing = { code, previous: tasks[index - 1]?.id ?? null, next: tasks[index + 1]?.id ?? null }
        const { press, steps } = stepsOf(id, standing, canOrder, desk)
        const isSelected = selected && selected.has(id)
        const said = facts && factsOf(facts, id)
        return (
          <li key={id} data-entry={id} onKeyDownCapture={press}>
            <article className="card task-tile">
              {isSelected !== null && <SelectTask name={name} isSelected={isSelected} onSelect={(...how) => desk.onSelect(id, ...how)} />}
              <div className="task-tile__text stack stack--tight">
                <TaskLink id={id} name={name} />
                {said && grouping !== 'status' && (
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
      })}
    </ol>
  )
}
