import { useId } from 'react'
import { ENABLERS, KEY_AREAS, SIDES, STAGES, TASK_STATUSES } from '@roundtable/shared/framework'
import type { Translate } from '../../locales/use-text.js'
import { useText } from '../../locales/use-text.js'
import type { Grouping, TaskGroup } from './grouping.js'
import { TaskList, type TaskListProps } from './task-list.js'

interface TaskGroupsProps extends Pick<TaskListProps, 'all' | 'numbers' | 'canOrder' | 'body'> {
  readonly grouping: Grouping
  readonly groups: readonly TaskGroup[]
}

/** The roadmap under headings, each with how many tasks stand there. */
export function TaskGroups({ grouping, groups, ...list }: TaskGroupsProps) {
  const { t } = useText()
  return groups.map(({ code, tasks }) => (
    <Group key={`${grouping} ${code}`} name={nameOf(grouping, code, t)} count={tasks.length}>
      <TaskList {...list} tasks={tasks} level={4} />
    </Group>
  ))
}

function Group({ name, count, children }: { readonly name: string; readonly count: number; readonly children: React.ReactNode }) {
  const { t } = useText()
  const id = useId()
  return (
    <section className="stack" aria-labelledby={id}>
      <h3 id={id}>{t('grouping.heading', { name, n: count })}</h3>
      {children}
    </section>
  )
}

function nameOf(grouping: Grouping, code: string | null, t: Translate): string {
  const keyArea = KEY_AREAS.find((one) => one === code)
  const enabler = ENABLERS.find((one) => one === code)
  const stage = STAGES.find((one) => one === code)
  const side = SIDES.find((one) => one === code)
  const status = TASK_STATUSES.find((one) => one === code)
  if (grouping === 'keyArea' && keyArea) return t(`keyArea.${keyArea}`)
  if (grouping === 'enabler' && enabler) return t(`enabler.${enabler}`)
  if (grouping === 'stage' && stage) return t(`stage.${stage}`)
  if (grouping === 'side' && side) return t(`sideTitle.${side}`)
  if (grouping === 'status' && status) return t(`taskStatus.${status}`)
  return t('grouping.notSaid')
}
