import { useMemo, useRef, useState } from 'react'
import { addTask } from '@roundtable/shared/document'
import { randomId } from '../../lib/random-id.js'
import { useFocusAfter } from '../../lib/use-focus-after.js'
import { usePrinted } from '../../lib/use-printed.js'
import { useText } from '../../locales/use-text.js'
import { Banner } from '../../ui/banner.js'
import { Button } from '../../ui/button.js'
import { headingOf, LinkGone, useBeGuide, useFocusOnArrival, useFocusOnEntry, useOpenDocument } from '../document/index.js'
import { ActBar } from './act-bar.js'
import { useSteadyDesk } from './desk.js'
import { fieldWords } from './field-words.js'
import { LookFields } from './look-fields.js'
import { NO_FILTER } from './look.js'
import { QuickEntry } from './quick-entry.js'
import { useSelection } from './selection.js'
import { ShownLine } from './shown-line.js'
import { TaskColumn } from './task-column.js'
import { TaskGroups } from './task-groups.js'
import { TaskList } from './task-list.js'
import { TaskTable } from './task-table.js'
import { useActs } from './use-acts.js'
import { useArranging } from './use-arranging.js'
import { useBulk } from './use-bulk.js'
import { useLook } from './use-look.js'
import { useShownTasks } from './use-shown-tasks.js'

const ids = { newId: randomId }
/** Up to this many tasks all stand open; a longer roadmap opens one at a time. */
const ALL_OPEN = 3

/** The roadmap as its reader looks at it, with what was said of each task, and what there is to enter and order it by. */
export function RoadmapBody() {
  const text = useText()
  const { t } = text
  const { doc, canEdit } = useOpenDocument()
  const whole = useRef<HTMLElement>(null)
  const focusOn = useFocusOnEntry(whole)
  const focusOnBox = useFocusAfter(() => whole.current?.querySelector<HTMLElement>('.select-task input'))
  const focusOnTitle = useFocusAfter((id: string) => whole.current?.querySelector<HTMLElement>(`[data-entry="${CSS.escape(id)}"] textarea`))
  const { look, chosen, change } = useLook()
  const tasks = useShownTasks(look)
  const { all, shown, groups, grouping, numbers, facts } = tasks
  const acts = useActs(doc)
  const { dialogs, ...arranging } = useArranging(tasks, acts, focusOn)
  const [opened, setOpened] = useState<ReadonlySet<string>>(() => new Set(all.length <= ALL_OPEN ? all.map((task) => task.id) : []))
  const isPrinted = usePrinted()
  const unfolded = useMemo(() => (isPrinted ? new Set(all.map(({ id }) => id)) : opened), [isPrinted, all, opened])
  const canOrder = canEdit && !look.isMilestones

  const order = groups ? [...new Set(groups.flatMap((group) => group.tasks.map(({ id }) => id)))] : shown.map(({ id }) => id)
  const selection = useSelection(order, all)
  const bulk = useBulk(tasks, selection, acts, focusOn)

  // The task that an address names is open, and has the focus.
  const { taskId } = look
  const [cameFor, setCameFor] = useState<string | null>(null)
  if (taskId !== cameFor) {
    setCameFor(taskId)
    if (taskId !== null) setOpened(new Set([...opened, taskId]))
  }
  const isThere = shown.some(({ id }) => id === taskId)
  useFocusOnArrival(() => headingOf(whole.current, taskId), isThere)

  function toggle(id: string) {
    const next = new Set(opened)
    if (!next.delete(id)) next.add(id)
    setOpened(next)
  }

  function startSelecting() {
    selection.start()
    focusOnBox()
  }

  function showAll() {
    change(NO_FILTER)
    focusOn(null)
  }

  function add() {
    const id = addTask(doc, ids)
    setOpened(new Set([...opened, id]))
    // An empty task fits no filter: whoever adds one wants to see it.
    if (tasks.hiddenOf([id]) > 0) change(NO_FILTER)
    focusOnTitle(id)
  }

  useBeGuide({
    nameOf: ({ entry }) => {
      const task = shown.find(({ id }) => id === entry)
      return task ? task.title || t('roadmap.numbered', { number: numbers.get(task.id) ?? 0 }) : null
    },
    fieldOf: (place) => fieldWords(place, text, all, doc),
    open: ({ entry }, isLed) => {
      if (!isLed && entry !== null && shown.some(({ id }) => id === entry)) setOpened((before) => new Set([...before, entry]))
    }
  })

  const desk = useSteadyDesk({ ...arranging, onToggle: toggle, onSelect: selection.select, onBulk: bulk.ask })
  const list = { numbers, facts: facts.data, selected: selection.selected, canOrder, desk }
  const { shownAs } = look
  return (
    <section ref={whole} className={shownAs === 'list' ? 'stack' : 'stack roadmap--wide'} aria-labelledby="tasks-title">
      <h2 id="tasks-title" tabIndex={-1}>
        {t(look.isMilestones ? 'grouping.milestonesTitle' : 'roadmap.title', { n: look.isMilestones ? shown.length : all.length })}
      </h2>
      <LinkGone isGone={taskId !== null && !all.some(({ id }) => id === taskId)} />
      {all.length > 0 && (
        <LookFields look={chosen} facts={facts.data} onChange={change}>
          {canOrder && (
            <Button icon="plus" onPress={() => whole.current?.querySelector<HTMLElement>('.quick__field')?.focus()}>
              {t('quick.label')}
            </Button>
          )}
        </LookFields>
      )}
      <ShownLine shown={shown.length} total={all.length} reasons={tasks.reasons} onClear={showAll} />
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
      {all.length === 0 && <p className="muted">{t('roadmap.empty')}</p>}
      {all.length > 0 && shown.length === 0 && (
        <p className="muted">{t(look.isMilestones ? 'grouping.noMilestones' : 'look.nothingFits')}</p>
      )}
      {canEdit && all.length > 0 && selection.selected === null && (
        <div className="row no-print">
          <Button onPress={startSelecting}>{t('bulk.start')}</Button>
        </div>
      )}
      {groups && grouping ? (
        <TaskGroups grouping={grouping} groups={groups} areColumns={shownAs === 'columns'}>
          {({ code, tasks: inGroup }) =>
            shownAs === 'columns' ? (
              <TaskColumn {...list} tasks={inGroup} code={code} grouping={grouping} nameOf={tasks.nameOf} />
            ) : (
              <TaskList {...list} opened={unfolded} tasks={inGroup} code={code} level={4} />
            )
          }
        </TaskGroups>
      ) : shownAs === 'table' ? (
        <TaskTable {...list} tasks={shown} nameOf={tasks.nameOf} />
      ) : (
        <TaskList {...list} opened={unfolded} tasks={shown} />
      )}
      {canOrder && shownAs === 'list' && !grouping && (
        <div className="row no-print" data-act="">
          <Button icon="plus" onPress={add}>
            {t('roadmap.add')}
          </Button>
        </div>
      )}
      {canOrder && <QuickEntry doc={doc} numbers={numbers} hiddenOf={tasks.hiddenOf} />}
      <ActBar acts={acts} selection={selection} shown={shown.length} onBulk={bulk.ask} onGone={() => focusOn(null)} />
      {dialogs}
      {bulk.dialogs}
    </section>
  )
}
