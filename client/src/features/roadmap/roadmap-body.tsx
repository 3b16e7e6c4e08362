import { useState } from 'react'
import { addTask, type Task } from '@roundtable/shared/document'
import { randomId } from '../../lib/random-id.js'
import { usePrinted } from '../../lib/use-printed.js'
import { useText } from '../../locales/use-text.js'
import { Banner } from '../../ui/banner.js'
import { Button } from '../../ui/button.js'
import { useEntries, useOpenDocument } from '../document/index.js'
import { GroupingFields } from './grouping-fields.js'
import { groupTasks, milestonesOf } from './grouping.js'
import { QuickEntry } from './quick-entry.js'
import { useTaskFacts } from './task-facts.js'
import { TaskFields } from './task-fields.js'
import { TaskGroups } from './task-groups.js'
import { TaskList } from './task-list.js'
import { TaskStanding } from './task-standing.js'
import { useGrouping } from './use-grouping.js'

const ids = { newId: randomId }
/** Up to this many tasks all stand open; a longer roadmap opens one at a time. */
const ALL_OPEN = 3

/** The roadmap as an ordered list of tasks, in groups or its milestones alone, with what was said of each. */
export function RoadmapBody() {
  const { t } = useText()
  const { doc, view, canEdit } = useOpenDocument()
  const { tasks } = useEntries(doc, 'roadmap')
  const facts = useTaskFacts(view)
  const looking = useGrouping()
  const [opened, setOpened] = useState<ReadonlySet<string>>(() => new Set(tasks.length <= ALL_OPEN ? tasks.map((task) => task.id) : []))
  const numbers = new Map(tasks.map((task, index) => [task.id, index + 1]))
  const statuses = new Map(facts.data?.tasks.map(({ taskId, status }) => [taskId, status]))
  const isPrinted = usePrinted()
  const { grouping } = looking
  const isMilestones = looking.isMilestones && !isPrinted
  const isOpen = (task: Task) => isPrinted || opened.has(task.id)

  function toggle(id: string) {
    const next = new Set(opened)
    if (!next.delete(id)) next.add(id)
    setOpened(next)
  }

  function add(): string {
    const id = addTask(doc, ids)
    setOpened(new Set([...opened, id]))
    return id
  }

  const nameOf = (task: Task) => task.title || t('roadmap.numbered', { number: numbers.get(task.id) ?? 0 })
  const body = (task: Task) => (
    <TaskFields task={task} isOpen={isOpen(task)} onToggle={() => toggle(task.id)}>
      {facts.data && (
        <TaskStanding
          taskId={task.id}
          name={nameOf(task)}
          facts={facts.data}
          isOpen={isOpen(task)}
          level={grouping === null || isMilestones ? 4 : 5}
        />
      )}
    </TaskFields>
  )
  const shown = isMilestones ? milestonesOf(tasks) : tasks
  return (
    <section className="stack" aria-labelledby="tasks-title">
      <h2 id="tasks-title">{t(isMilestones ? 'grouping.milestonesTitle' : 'roadmap.title', { n: shown.length })}</h2>
      {tasks.length > 0 && <GroupingFields {...looking} />}
      {facts.isError && !facts.isHidden && (
        <Banner tone="caution" role="alert">
          <p>{t('standing.unread')}</p>
          <div className="row">
            <Button isPending={facts.isFetching} onPress={() => void facts.refetch()}>
              {t('query.again')}
            </Button>
          </div>
        </Banner>
      )}
      {isMilestones ? (
        <TaskList {...{ numbers, all: tasks, tasks: shown, body }} canOrder={false} empty={t('grouping.noMilestones')} />
      ) : grouping === null ? (
        <TaskList {...{ numbers, all: tasks, tasks, body }} canOrder={canEdit} empty={t('roadmap.empty')} onAdd={add} />
      ) : (
        <TaskGroups
          {...{ numbers, all: tasks, body, grouping }}
          groups={groupTasks(tasks, grouping, (id) => statuses.get(id) ?? 'idea')}
          canOrder={canEdit}
        />
      )}
      {canEdit && !isMilestones && <QuickEntry doc={doc} />}
    </section>
  )
}
