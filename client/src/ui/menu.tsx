import type { ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { Menu as AriaMenu, MenuItem as AriaMenuItem, MenuTrigger, type MenuItemProps } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import type { ButtonLook } from './button.js'
import { Icon, type IconName } from './icon.js'

interface MenuProps {
  /** The control's name; shown as text unless an icon stands for it. */
  readonly label: string
  readonly icon?: IconName
  readonly look?: ButtonLook
  readonly isDisabled?: boolean
  /** What the button shows instead of its label. */
  readonly face?: ReactNode
  readonly children: ReactNode
}

export function Menu({ label, icon, look = 'secondary', isDisabled = false, face, children }: MenuProps) {
  const bare = icon !== undefined && face === undefined
  return (
    <MenuTrigger>
      <AriaButton aria-label={label} isDisabled={isDisabled} className={`button button--${look}${bare ? ' button--icon' : ''}`}>
        {icon && <Icon name={icon} />}
        {face ?? (bare ? null : label)}
      </AriaButton>
      <Popover className="popover">
        <AriaMenu className="menu" aria-label={label}>
          {children}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}

export function MenuItem(props: Omit<MenuItemProps, 'className'>) {
  return <AriaMenuItem {...props} className="menu__item" />
}
