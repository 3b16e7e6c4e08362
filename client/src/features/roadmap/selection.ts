import { useState } from 'react'
import { useText } from '../../locales/use-text.js'
import { useAnnounce } from '../../ui/announcer.js'

export interface Selection {
  /** Null while nobody selects. */
  readonly selected: ReadonlySet<string> | null
  /** Selected and seen, in the order they are seen in: what is done is done to these. */
  readonly ids: readonly string[]
  /** Selected but not seen as the roadmap is looked at: they are left alone. */
  readonly hidden: number
  readonly start: () => void
  readonly stop: () => void
  readonly select: (id: string, isOn: boolean, isRange: boolean) => void
  readonly selectAll: (isOn: boolean) => void
}

/** With some more of the tasks taken in or out: from the anchor to the task where it is a range. */
export function withRange(
  selected: ReadonlySet<string>,
  order: readonly string[],
  from: string,
  to: string,
  isOn: boolean
): ReadonlySet<string> {
  const [start, end] = [order.indexOf(from), order.indexOf(to)].sort((one, other) => one - other)
  const range = start === undefined || end === undefined || start < 0 ? [to] : order.slice(start, end + 1)
  return isOn ? new Set([...selected, ...range]) : new Set([...selected].filter((id) => !range.includes(id)))
}

/** @param order the tasks that are seen, in their order; `all` also those that are not */
export function useSelection(order: readonly string[], all: readonly { readonly id: string }[]): Selection {
  const { t } = useText()
  const announce = useAnnounce()
  const [selected, setSelected] = useState<ReadonlySet<string> | null>(null)
  const [anchor, setAnchor] = useState<string | null>(null)
  const ids = order.filter((id) => selected?.has(id))

  function take(next: ReadonlySet<string>) {
    setSelected(next)
    announce(t('bulk.selected', { n: order.filter((id) => next.has(id)).length }))
  }

  function select(id: string, isOn: boolean, isRange: boolean) {
    take(withRange(selected ?? new Set(), order, isRange && anchor !== null ? anchor : id, id, isOn))
    setAnchor(id)
  }

  return {
    selected,
    ids,
    hidden: all.filter(({ id }) => selected?.has(id)).length - ids.length,
    start: () => setSelected(new Set()),
    stop: () => setSelected(null),
    select,
    selectAll: (isOn) => take(new Set(isOn ? order : []))
  }
}
