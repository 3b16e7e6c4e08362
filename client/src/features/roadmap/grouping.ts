import { ENABLERS, KEY_AREAS, SIDES, STAGES, TASK_STATUSES, type TaskStatus } from '@roundtable/shared/framework'
import type { Task } from '@roundtable/shared/document'
import type { Translate } from '../../locales/use-text.js'

export const GROUPINGS = ['keyArea', 'enabler', 'stage', 'side', 'status'] as const
export type Grouping = (typeof GROUPINGS)[number]

/** Tasks under one heading; `code` null: nothing is said of them in this respect. */
export interface TaskGroup {
  readonly code: string | null
  readonly tasks: readonly Task[]
}

export const CODES: Readonly<Record<Grouping, readonly string[]>> = {
  keyArea: KEY_AREAS,
  enabler: ENABLERS,
  stage: STAGES,
  side: SIDES,
  status: TASK_STATUSES
}

/** Whether a task says this code, or nothing (null), in a respect that holds one code. */
export function inGroup(task: Task, by: Grouping, code: string | null): boolean {
  if (by === 'stage') return task.stage === code
  if (by === 'side') return task.leadSide === code
  return by === 'keyArea' && task.keyArea === code
}

/**
 * Tasks in groups, in the order of the code list and then of the roadmap; what says nothing stands last, and no group is
 * empty. A task that makes several things possible stands under each of them.
 */
export function groupTasks(tasks: readonly Task[], by: Grouping, statusOf: (taskId: string) => TaskStatus): readonly TaskGroup[] {
  const codesOf = (task: Task): readonly (string | null)[] => {
    switch (by) {
      case 'keyArea':
        return [task.keyArea]
      case 'stage':
        return [task.stage]
      case 'side':
        return [task.leadSide]
      case 'status':
        return [statusOf(task.id)]
      case 'enabler':
        return chosenOf(task.fields.enablers)
    }
  }
  const groups = new Map<string | null, Task[]>([...CODES[by], null].map((code) => [code, []]))
  for (const task of tasks) for (const code of new Set(codesOf(task))) groups.get(code)?.push(task)
  return [...groups].map(([code, inGroup]) => ({ code, tasks: inGroup })).filter((group) => group.tasks.length > 0)
}

function chosenOf(value: unknown): readonly (string | null)[] {
  const codes = Array.isArray(value) ? value.filter((code) => typeof code === 'string') : []
  return codes.length > 0 ? codes : [null]
}

/** The milestones by the day they are due, or else begin; those without a day last, in the order of the roadmap. */
export function milestonesOf(tasks: readonly Task[]): readonly Task[] {
  const dayOf = ({ schedule }: Task) => schedule.due ?? schedule.start ?? '9999'
  return [...tasks.filter(({ fields }) => fields.isMilestone === true)].sort((one, other) => dayOf(one).localeCompare(dayOf(other)))
}

/** What a group is called. */
export function groupName(by: Grouping, code: string | null, t: Translate): string {
  const keyArea = KEY_AREAS.find((one) => one === code)
  const enabler = ENABLERS.find((one) => one === code)
  const stage = STAGES.find((one) => one === code)
  const side = SIDES.find((one) => one === code)
  const status = TASK_STATUSES.find((one) => one === code)
  if (by === 'keyArea' && keyArea) return t(`keyArea.${keyArea}`)
  if (by === 'enabler' && enabler) return t(`enabler.${enabler}`)
  if (by === 'stage' && stage) return t(`stage.${stage}`)
  if (by === 'side' && side) return t(`sideTitle.${side}`)
  if (by === 'status' && status) return t(`taskStatus.${status}`)
  return t('grouping.notSaid')
}
