import { useText } from '../../locales/use-text.js'
import { Menu, MenuItem } from '../../ui/menu.js'
import type { TaskDesk } from './desk.js'

export interface TaskMenuProps {
  readonly id: string
  readonly name: string
  /** One step further in its list, where there is one. */
  readonly steps?: { readonly onUp: (() => void) | null; readonly onDown: (() => void) | null }
  readonly isSelected: boolean | null
  readonly desk: TaskDesk
}

/** Everything that can be done with a task where it stands, and with all that are selected: the bar for these may be far away. */
export function TaskMenu({ id, name, steps, isSelected, desk }: TaskMenuProps) {
  const { t } = useText()
  const { onUp = null, onDown = null } = steps ?? {}
  return (
    <Menu label={t('entry.moreNamed', { name })} icon="more" look="quiet">
      {onUp && <MenuItem onAction={onUp}>{t('arrange.up')}</MenuItem>}
      {onDown && <MenuItem onAction={onDown}>{t('arrange.down')}</MenuItem>}
      <MenuItem onAction={() => desk.onMoveTo(id)}>{t('arrange.moveTo')}</MenuItem>
      <MenuItem onAction={() => desk.onRemove(id)}>{t('entry.removeEllipsis')}</MenuItem>
      {isSelected && <MenuItem onAction={() => desk.onBulk('change')}>{t('bulk.changeSelected')}</MenuItem>}
      {isSelected && <MenuItem onAction={() => desk.onBulk('move')}>{t('bulk.moveSelected')}</MenuItem>}
      {isSelected && <MenuItem onAction={() => desk.onBulk('remove')}>{t('bulk.removeSelected')}</MenuItem>}
    </Menu>
  )
}
