import { useRef } from 'react'
import { useFocusAfter } from '../../lib/use-focus-after.js'
import { useText } from '../../locales/use-text.js'
import { Button } from '../../ui/button.js'
import { IconButton } from '../../ui/icon-button.js'
import { Menu, MenuItem } from '../../ui/menu.js'
import type { BulkAct } from './desk.js'
import type { Selection } from './selection.js'
import type { Acts } from './use-acts.js'

interface ActBarProps {
  readonly acts: Acts
  readonly selection: Selection
  /** How many tasks are seen. */
  readonly shown: number
  readonly onBulk: (act: BulkAct) => void
  /** The focus has to go somewhere when the bar does. */
  readonly onGone: () => void
}

/** What is selected and what can be done with it, and what was done last, with the way back. */
export function ActBar({ acts: { said, undo, dismiss }, selection, shown, onBulk, onGone }: ActBarProps) {
  const { t } = useText()
  const { selected, ids, hidden, stop, selectAll } = selection
  const isSelecting = selected !== null
  const bar = useRef<HTMLDivElement>(null)
  const focusOnBar = useFocusAfter(() => (bar.current?.contains(document.activeElement) ? null : bar.current?.querySelector('button')))
  if (said === null && !isSelecting) return null
  const isNone = ids.length === 0

  function close() {
    dismiss()
    stop()
    onGone()
  }

  return (
    <div ref={bar} role="group" className="act-bar no-print" aria-label={t(isSelecting ? 'bulk.bar' : 'arrange.last')}>
      <p className="act-bar__said caption">
        {hidden > 0 && t('bulk.hidden', { n: hidden })}
        {hidden > 0 && said !== null && ' '}
        {said !== null && <bdi className="act-bar__last">{said}</bdi>}
      </p>
      {said !== null && (
        <Button
          icon="undo"
          onPress={() => {
            undo()
            if (isSelecting) focusOnBar()
            else onGone()
          }}
        >
          {t('arrange.undo')}
        </Button>
      )}
      {isSelecting && (
        <Menu label={t('bulk.acts', { n: ids.length })} look={isNone ? 'quiet' : 'primary'}>
          <MenuItem isDisabled={isNone} onAction={() => onBulk('change')}>
            {t('bulk.change')}
          </MenuItem>
          <MenuItem isDisabled={isNone} onAction={() => onBulk('move')}>
            {t('arrange.moveTo')}
          </MenuItem>
          <MenuItem isDisabled={isNone} onAction={() => onBulk('remove')}>
            {t('entry.removeEllipsis')}
          </MenuItem>
          <MenuItem onAction={() => selectAll(true)}>{t('bulk.selectAll', { n: shown })}</MenuItem>
          <MenuItem isDisabled={isNone} onAction={() => selectAll(false)}>
            {t('bulk.selectNone')}
          </MenuItem>
        </Menu>
      )}
      <IconButton icon="close" label={t(isSelecting ? 'bulk.stop' : 'arrange.dismiss')} onPress={close} />
    </div>
  )
}
