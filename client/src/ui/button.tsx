import type { ReactNode } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button'
import { Tooltip, TooltipTrigger } from 'react-aria-components/Tooltip'
import { Icon, type IconName } from './icon.js'

export type ButtonLook = 'primary' | 'secondary' | 'quiet' | 'danger' | 'link'

interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'children'> {
  readonly 'aria-keyshortcuts'?: string
  readonly look?: ButtonLook
  readonly icon?: IconName
  readonly children: ReactNode
}

/** React Aria takes this attribute off. */
function withShortcuts(keys: string | undefined) {
  return keys === undefined ? undefined : (element: HTMLButtonElement | null) => element?.setAttribute('aria-keyshortcuts', keys)
}

export function Button({ look = 'secondary', icon, 'aria-keyshortcuts': keys, children, ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} ref={withShortcuts(keys)} className={`button button--${look}`}>
      {icon && <Icon name={icon} />}
      {children}
    </AriaButton>
  )
}

interface IconButtonProps extends Omit<AriaButtonProps, 'className' | 'children' | 'aria-label'> {
  readonly 'aria-keyshortcuts'?: string
  readonly icon: IconName
  /** The control's name: read aloud, and shown as a tooltip on hover and focus. */
  readonly label: string
  readonly look?: ButtonLook
}

export function IconButton({ icon, label, look = 'quiet', 'aria-keyshortcuts': keys, ...rest }: IconButtonProps) {
  return (
    <TooltipTrigger delay={500}>
      <AriaButton {...rest} ref={withShortcuts(keys)} aria-label={label} className={`button button--icon button--${look}`}>
        <Icon name={icon} />
      </AriaButton>
      <Tooltip className="tooltip">{label}</Tooltip>
    </TooltipTrigger>
  )
}
