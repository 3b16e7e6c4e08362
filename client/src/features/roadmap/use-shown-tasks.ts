import { useMemo } from 'react'
import { readDocument, type Task } from '@roundtable/shared/document'
import { today } from '../../lib/days.js'
import { useText } from '../../locales/use-text.js'
import { useEntries, useOpenDocument } from '../document/index.js'
import { filterTasks, usable } from './filter.js'
import { filterWords } from './filter-words.js'
import { groupTasks, milestonesOf, type Grouping, type TaskGroup } from './grouping.js'
import type { Look } from './look.js'
import { factsOf, useTaskFacts } from './task-facts.js'
import { usePrinted } from '../../lib/use-printed.js'

export interface ShownTasks {
  readonly all: readonly Task[]
  /** What the reader asked to see, in the order it stands in. */
  readonly shown: readonly Task[]
  /** The same in groups; null outside of groups. */
  readonly groups: readonly TaskGroup[] | null
  readonly grouping: Grouping | null
  readonly numbers: ReadonlyMap<string, number>
  readonly nameOf: (task: Task) => string
  readonly facts: ReturnType<typeof useTaskFacts>
  /** Why not all tasks are shown, in words. */
  readonly reasons: readonly string[]
  /** How many of some tasks, as they are by now, are not shown. */
  readonly hiddenOf: (ids: readonly string[]) => number
}

/** The roadmap as its reader looks at it. On paper it is whole: whoever is handed it cannot know of a filter. */
export function useShownTasks({ shownAs, grouping: chosen, isMilestones, filter: asked }: Look): ShownTasks {
  const { t } = useText()
  const { doc, view } = useOpenDocument()
  const { tasks: all } = useEntries(doc, 'roadmap')
  const facts = useTaskFacts(view)
  const isPrinting = usePrinted()
  const { data } = facts
  const known = { factsOf: data && ((id: string) => factsOf(data, id)), mySeatId: view.mySeat.id, today: today() }
  const filter = usable(asked, known)
  const isWhole = isPrinting || (!isMilestones && Object.keys(filter).length === 0)
  const narrowed = (tasks: readonly Task[]) => filterTasks(isMilestones ? milestonesOf(tasks) : tasks, filter, known)
  const shown = isWhole ? all : narrowed(all)
  const numbers = useMemo(() => new Map(all.map((task, index) => [task.id, index + 1])), [all])
  const grouping = shownAs === 'columns' ? (chosen ?? 'status') : shownAs === 'table' || isMilestones ? null : chosen
  const statuses = new Map(data?.tasks.map(({ taskId, status }) => [taskId, status]))
  const made = (ids: readonly string[]) => readDocument('roadmap', doc).tasks.filter(({ id }) => ids.includes(id))
  return {
    all,
    shown,
    groups: grouping && groupTasks(shown, grouping, (id) => statuses.get(id) ?? 'idea'),
    grouping,
    numbers,
    nameOf: (task) => task.title || t('roadmap.numbered', { number: numbers.get(task.id) ?? 0 }),
    facts,
    reasons: [...(isMilestones ? [t('grouping.milestones')] : []), ...filterWords(filter, data, t)],
    hiddenOf: (ids) => (isWhole ? 0 : made(ids).length - narrowed(made(ids)).length)
  }
}
