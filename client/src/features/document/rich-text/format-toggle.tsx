import { Button } from 'react-aria-components/Button'
import { Tooltip, TooltipTrigger } from 'react-aria-components/Tooltip'
import { Icon, type IconName } from '../../../ui/icon.js'

interface FormatToggleProps {
  readonly icon: IconName
  readonly label: string
  /** Undefined for what is done rather than on or off. */
  readonly isOn?: boolean | undefined
  readonly isDisabled: boolean
  readonly onPress: () => void
}

/** A button of the format bar. Pressing it leaves the focus in the text, so a phone's keyboard stays up. */
export function FormatToggle({ icon, label, isOn, isDisabled, onPress }: FormatToggleProps) {
  return (
    <TooltipTrigger delay={500}>
      <Button
        className={`button button--quiet button--icon${isOn ? ' button--on' : ''}`}
        aria-label={label}
        aria-describedby=""
        aria-pressed={isOn}
        isDisabled={isDisabled}
        preventFocusOnPress
        onPress={onPress}
      >
        <Icon name={icon} />
      </Button>
      <Tooltip className="tooltip">{label}</Tooltip>
    </TooltipTrigger>
  )
}
