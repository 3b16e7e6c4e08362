import { useState, type ReactNode } from 'react'
import { readDocument, removeTask, type Task } from '@roundtable/shared/document'
import { useText } from '../../locales/use-text.js'
import { useAnnounce } from '../../ui/announcer.js'
import { neighbourOf, RemoveDialog, useLeaveLink, useOpenDocument } from '../document/index.js'
import { GROUP_FIELDS, moveTasks, type GroupCode, type Place } from './arrange.js'
import { groupName, inGroup } from './grouping.js'
import { MoveDialog } from './move-dialog.js'
import type { Acts } from './use-acts.js'
import type { ShownTasks } from './use-shown-tasks.js'

interface Arranging {
  readonly onStep: (id: string, place: Place, code: string | null) => void
  readonly onMoveTo: (id: string) => void
  readonly onRemove: (id: string) => void
  /** What is being asked about a task. */
  readonly dialogs: ReactNode
}

/** Ordering tasks and taking them out one at a time; `focusOn` takes the reader to where a task is by then. */
export function useArranging(tasks: ShownTasks, { act }: Acts, focusOn: (id: string | null) => void): Arranging {
  const { t } = useText()
  const announce = useAnnounce()
  const { doc } = useOpenDocument()
  const leave = useLeaveLink('task')
  const { all, shown, groups, grouping, nameOf } = tasks
  const [movingId, setMovingId] = useState<string | null>(null)
  const [leavingId, setLeavingId] = useState<string | null>(null)
  const named = (id: string | null) => all.find((task) => task.id === id)
  const [moving, leaving] = [named(movingId), named(leavingId)]

  function onStep(id: string, place: Place, code: string | null) {
    const task = named(id)
    const list = groups?.find((group) => group.code === code)?.tasks ?? shown
    const index = list.findIndex((one) => one.id === id)
    const now = typeof place === 'object' && 'before' in place ? index : index + 2
    const moved = t(groups && grouping ? 'arrange.movedIn' : 'arrange.moved', {
      ...{ name: task ? nameOf(task) : '', place: now, total: list.length },
      group: grouping ? groupName(grouping, code, t) : ''
    })
    if (!act(() => (moveTasks(doc, [id], place) ? moved : null))) announce(t('arrange.gone'))
    focusOn(id)
  }

  function moveTo(task: Task, place: Place | null, group: GroupCode | undefined): boolean {
    const isDone = act(() => {
      if (!moveTasks(doc, [task.id], place, group)) return null
      const order = readDocument('roadmap', doc).tasks
      const list = group && grouping ? order.filter((one) => inGroup(one, grouping, group.code)) : order
      return t(group ? 'arrange.movedIn' : 'arrange.moved', {
        ...{ name: nameOf(task), place: list.findIndex(({ id }) => id === task.id) + 1, total: list.length },
        group: group && grouping ? groupName(grouping, group.code, t) : ''
      })
    })
    if (isDone) focusOn(task.id)
    return isDone
  }

  function remove(task: Task) {
    focusOn(neighbourOf(shown, task.id))
    leave([task.id])
    act(() => {
      removeTask(doc, task.id)
      return t('entry.removed', { name: nameOf(task) })
    })
    setLeavingId(null)
  }

  const dialogs = (
    <>
      {moving && (
        <MoveDialog
          name={nameOf(moving)}
          ids={[moving.id]}
          tasks={all}
          nameOf={nameOf}
          grouping={grouping && GROUP_FIELDS[grouping] ? grouping : null}
          onMove={(place, group) => moveTo(moving, place, group)}
          onClose={() => setMovingId(null)}
        />
      )}
      <RemoveDialog
        name={leaving ? nameOf(leaving) : null}
        onRemove={() => leaving && remove(leaving)}
        onClose={() => setLeavingId(null)}
      />
    </>
  )
  return { onStep, onMoveTo: setMovingId, onRemove: setLeavingId, dialogs }
}
