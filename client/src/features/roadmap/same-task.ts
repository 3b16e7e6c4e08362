import type { Task } from '@roundtable/shared/document'
import type { TasksView } from '@roundtable/shared/protocol'

interface DrawnTask {
  readonly task: Task
  readonly facts: TasksView | undefined
}

/** Whether a task is drawn as before: nothing that is shown of it is another, and what was said was said of other tasks. */
export function isSameTask<Props extends DrawnTask>(before: Props, after: Props): boolean {
  const names = Object.keys(after) as (keyof Props)[]
  return names.every((name) => Object.is(before[name], after[name]) || (name === 'facts' && isSaidOfOthers(before.facts, after)))
}

function isSaidOfOthers(before: TasksView | undefined, { task, facts: after }: DrawnTask): boolean {
  if (!before || !after || before.mayAsk !== after.mayAsk || before.assignees !== after.assignees) return false
  const [was, is] = [before, after].map(({ tasks }) => tasks.find(({ taskId }) => taskId === task.id))
  return was === is
}
