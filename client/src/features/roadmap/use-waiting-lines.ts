import { useContext, useEffectEvent, useId, useLayoutEffect } from 'react'
import { useKeptInput } from '../../lib/kept-input.js'
import { DraftKeeperContext } from '../../ui/draft-keeper.js'
import { useOpenDocument } from '../document/index.js'

const asText = (value: unknown) => (typeof value === 'string' ? value : null)

/**
 * What stands in the field of quick entry and is no task yet. It counts as unsent while it is on the screen, and is kept in
 * this tab, so that the page can be left and come back to; where the tab has no room it is handed back.
 */
export function useWaitingLines(label: string): [string, (text: string) => void] {
  const { view } = useOpenDocument()
  const field = useId()
  const keeper = useContext(DraftKeeperContext)
  const { value, isUnkept, change, drop } = useKeptInput(`${view.mySeat.id}/quick/${view.id}`, '', asText)

  useLayoutEffect(() => {
    if (value.trim() === '') keeper?.drop(field)
    else keeper?.keep(field, { label, words: value })
  }, [value, keeper, field, label])

  const leave = useEffectEvent(() => {
    if (!keeper?.isKept(field)) {
      // The right to write was lost: its keeper has handed the words back.
      if (value.trim() !== '') drop()
    } else if (isUnkept) keeper.handBack(field)
    else keeper.drop(field)
  })
  useLayoutEffect(() => () => leave(), [])

  return [value, (text) => (text === '' ? drop() : change(text))]
}
