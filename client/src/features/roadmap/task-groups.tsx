import { useId, type ReactNode } from 'react'
import { useText } from '../../locales/use-text.js'
import { groupName, type Grouping, type TaskGroup } from './grouping.js'

interface TaskGroupsProps {
  readonly grouping: Grouping
  readonly groups: readonly TaskGroup[]
  /** Side by side where there is room. */
  readonly areColumns?: boolean
  readonly children: (group: TaskGroup) => ReactNode
}

/** The roadmap under headings, each with how many tasks stand there: in one order of reading, also where they stand side by side. */
export function TaskGroups({ grouping, groups, areColumns = false, children }: TaskGroupsProps) {
  const { t } = useText()
  return (
    <div className={areColumns ? 'columns' : 'stack'}>
      {groups.map((group) => (
        <Group key={`${grouping} ${group.code}`} name={groupName(grouping, group.code, t)} count={group.tasks.length}>
          {children(group)}
        </Group>
      ))}
    </div>
  )
}

function Group({ name, count, children }: { readonly name: string; readonly count: number; readonly children: ReactNode }) {
  const { t } = useText()
  const id = useId()
  return (
    <section className="stack" aria-labelledby={id}>
      <h3 id={id}>{t('grouping.heading', { name, n: count })}</h3>
      {children}
    </section>
  )
}
