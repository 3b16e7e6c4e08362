import { useText } from '../../locales/use-text.js'
import { IconButton } from '../../ui/button.js'
import { Menu, MenuItem } from '../../ui/menu.js'

export interface TaskHandlesProps {
  readonly name: string
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly onStep: (direction: 'up' | 'down') => void
  readonly onMoveTo: () => void
  readonly onRemove: () => void
}

/** Up, down, to a chosen place, out: every way of ordering without dragging. */
export function TaskHandles({ name, isFirst, isLast, onStep, onMoveTo, onRemove }: TaskHandlesProps) {
  const { t } = useText()
  return (
    <div className="entry__handles no-print">
      <IconButton icon="up" label={t('entry.up', { name })} isDisabled={isFirst} onPress={() => onStep('up')} />
      <IconButton icon="down" label={t('entry.down', { name })} isDisabled={isLast} onPress={() => onStep('down')} />
      <Menu label={t('entry.moreNamed', { name })} icon="more" look="quiet">
        <MenuItem onAction={onMoveTo}>{t('arrange.moveTo')}</MenuItem>
        <MenuItem onAction={onRemove}>{t('entry.removeEllipsis')}</MenuItem>
      </Menu>
    </div>
  )
}
