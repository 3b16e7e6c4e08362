import { useText } from '../../locales/use-text.js'
import { IconButton } from '../../ui/icon-button.js'
import { TaskMenu, type TaskMenuProps } from './task-menu.js'

interface TaskHandlesProps extends Omit<TaskMenuProps, 'steps'> {
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly onStep: (direction: 'up' | 'down') => void
}

/** Up, down, to a chosen place, out: every way of ordering without dragging. */
export function TaskHandles({ isFirst, isLast, onStep, ...menu }: TaskHandlesProps) {
  const { t } = useText()
  const { name } = menu
  return (
    <div className="entry__handles no-print">
      <IconButton icon="up" label={t('entry.up', { name })} isDisabled={isFirst} onPress={() => onStep('up')} />
      <IconButton icon="down" label={t('entry.down', { name })} isDisabled={isLast} onPress={() => onStep('down')} />
      <TaskMenu {...menu} />
    </div>
  )
}
