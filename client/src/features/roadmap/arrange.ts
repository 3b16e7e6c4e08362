import { moveTask, readDocument, setTaskField } from '@roundtable/shared/document'
import type { KeyArea, Side, Stage } from '@roundtable/shared/framework'
import type * as Y from 'yjs'
import type { Grouping } from './grouping.js'

/** Where a task goes, by the neighbour its mover saw: a number would be another place once somebody else has moved something. */
export type Place = { readonly before: string } | { readonly after: string } | 'first' | 'last'

/** A group whose code is written in the task, so that moving a task there changes it. */
export type GroupCode =
  | { readonly field: 'stage'; readonly code: Stage | null }
  | { readonly field: 'leadSide'; readonly code: Side | null }
  | { readonly field: 'keyArea'; readonly code: KeyArea | null }

/** The field that puts a task into its group; null where a task stands in a group for another reason. */
export const GROUP_FIELDS: Readonly<Record<Grouping, GroupCode['field'] | null>> = {
  stage: 'stage',
  side: 'leadSide',
  keyArea: 'keyArea',
  enabler: null,
  status: null
}

/**
 * Puts tasks, in the order they stand in, beside the neighbour as it stands by now; with `group` they also get its code.
 * False, and nothing is changed, where the neighbour or all of the tasks are gone.
 */
export function moveTasks(doc: Y.Doc, ids: readonly string[], place: Place | null, group?: GroupCode): boolean {
  const order = readDocument('roadmap', doc).tasks.map(({ id }) => id)
  const moving = order.filter((id) => ids.includes(id))
  const rest = order.filter((id) => !ids.includes(id))
  const after = place === null ? null : idBefore(rest, place)
  if (moving.length === 0 || after === undefined) return false
  doc.transact(() => {
    if (place !== null) moving.forEach((id, index) => moveTask(doc, id, { after: moving[index - 1] ?? after }))
    if (group) for (const id of moving) setTaskField(doc, id, group.field, group.code)
  })
  return true
}

/** What a place comes after among others: null, it is the first; undefined, its neighbour is gone. */
function idBefore(others: readonly string[], place: Place): string | null | undefined {
  if (place === 'first') return null
  if (place === 'last') return others.at(-1) ?? null
  if ('after' in place) return others.includes(place.after) ? place.after : undefined
  const index = others.indexOf(place.before)
  return index < 0 ? undefined : (others[index - 1] ?? null)
}
