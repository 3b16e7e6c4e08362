import type { ReactNode } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button'
import { Icon, type IconName } from './icon.js'

export type ButtonLook = 'primary' | 'secondary' | 'quiet' | 'danger' | 'link'

interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'children'> {
  readonly 'aria-keyshortcuts'?: string
  readonly look?: ButtonLook
  readonly icon?: IconName
  readonly children: ReactNode
}

/** React Aria takes this attribute off. */
export function withShortcuts(keys: string | undefined) {
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
