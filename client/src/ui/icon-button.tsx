import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button'
import { Tooltip, TooltipTrigger } from 'react-aria-components/Tooltip'
import { withShortcuts, type ButtonLook } from './button.js'
import { Icon, type IconName } from './icon.js'

interface IconButtonProps extends Omit<AriaButtonProps, 'className' | 'children' | 'aria-label'> {
  readonly 'aria-keyshortcuts'?: string
  readonly icon: IconName
  /** The control's name: read aloud, and shown as a tooltip on hover and focus. */
  readonly label: string
  readonly look?: ButtonLook
}

export function IconButton({ icon, label, look = 'quiet', 'aria-keyshortcuts': keys, ...rest }: IconButtonProps) {
  return (
    // Nothing describes it: the tooltip repeats its name.
    <TooltipTrigger delay={500}>
      <AriaButton
        {...rest}
        ref={withShortcuts(keys)}
        aria-label={label}
        aria-describedby=""
        className={`button button--icon button--${look}`}
      >
        <Icon name={icon} />
      </AriaButton>
      <Tooltip className="tooltip">{label}</Tooltip>
    </TooltipTrigger>
  )
}
