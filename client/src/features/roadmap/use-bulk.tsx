import { useState, type ReactNode } from 'react'
import { useText } from '../../locales/use-text.js'
import { useLeaveLink, useOpenDocument } from '../document/index.js'
import { GROUP_FIELDS, moveTasks, type GroupCode, type Place } from './arrange.js'
import { changeTasks, removeTasks, type Change } from './bulk.js'
import { ChangeDialog } from './change-dialog.js'
import type { BulkAct } from './desk.js'
import { MoveDialog } from './move-dialog.js'
import { RemoveManyDialog } from './remove-many-dialog.js'
import type { Selection } from './selection.js'
import { factsOf } from './task-facts.js'
import type { Acts } from './use-acts.js'
import type { ShownTasks } from './use-shown-tasks.js'

interface Asking {
  readonly act: BulkAct
  /** The tasks it was asked for: what comes to be seen later is none of it. */
  readonly ids: readonly string[]
}

/**
 * What is done with all tasks that are selected: each as one change, of those that were selected when it was asked for and
 * are still there and still seen when it is done.
 */
export function useBulk(tasks: ShownTasks, selection: Selection, { act }: Acts, focusOn: (id: string | null) => void) {
  const { t } = useText()
  const { doc } = useOpenDocument()
  const leave = useLeaveLink('task')
  const [asking, setAsking] = useState<Asking | null>(null)
  const { all, shown, grouping, nameOf, facts } = tasks
  const ids = asking?.ids.filter((id) => selection.ids.includes(id)) ?? []
  const left = (asking?.ids.length ?? 0) - ids.length
  const about = shown.filter(({ id }) => ids.includes(id))
  const isAccepted = (id: string) => factsOf(facts.data, id).assignments.some(({ answer }) => answer === 'accepted')
  const onClose = () => setAsking(null)

  function change(wanted: Change) {
    act(() => {
      const { changed, same, refused, gone } = changeTasks(doc, ids, wanted)
      if (changed.length === 0) return null
      const rest = same.length + refused.length + gone.length
      return [t('bulk.changed', { n: changed.length }), ...(rest > 0 ? [t('bulk.notChanged', { n: rest })] : [])].join(' ')
    })
  }

  function move(place: Place | null, group?: GroupCode): boolean {
    const isDone = act(() => (moveTasks(doc, ids, place, group) ? t('bulk.moved', { n: ids.length }) : null))
    if (isDone) focusOn(ids[0] ?? null)
    return isDone
  }

  function remove() {
    leave(ids)
    act(() => {
      const gone = removeTasks(doc, ids)
      return gone.length === 0 ? null : t('bulk.removed', { n: gone.length })
    })
    focusOn(null)
    onClose()
  }

  const dialogs: ReactNode = (
    <>
      {asking?.act === 'change' && <ChangeDialog {...{ tasks: about, left, nameOf, onClose }} onSubmit={change} />}
      {asking?.act === 'remove' && (
        <RemoveManyDialog {...{ tasks: about, left, nameOf, onClose }} accepted={ids.filter(isAccepted).length} onRemove={remove} />
      )}
      {asking?.act === 'move' && (
        <MoveDialog
          {...{ ids, tasks: all, nameOf, onClose }}
          name={t('bulk.count', { n: ids.length })}
          grouping={grouping && GROUP_FIELDS[grouping] ? grouping : null}
          onMove={move}
        />
      )}
    </>
  )
  return { ask: (wanted: BulkAct) => selection.ids.length > 0 && setAsking({ act: wanted, ids: selection.ids }), dialogs }
}
