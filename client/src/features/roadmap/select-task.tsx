import { useText } from '../../locales/use-text.js'

interface SelectTaskProps {
  readonly name: string
  readonly isSelected: boolean
  /** `isRange`: Shift was held, by mouse or by keyboard. */
  readonly onSelect: (isOn: boolean, isRange: boolean) => void
}

/** Takes a task into the selection. */
export function SelectTask({ name, isSelected, onSelect }: SelectTaskProps) {
  const { t } = useText()
  return (
    <label className="check select-task no-print">
      <input
        type="checkbox"
        aria-label={t('bulk.selectNamed', { name })}
        checked={isSelected}
        onChange={(event) => onSelect(event.target.checked, (event.nativeEvent as MouseEvent).shiftKey)}
      />
    </label>
  )
}
