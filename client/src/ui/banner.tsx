import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon.js'

export type BannerTone = 'info' | 'good' | 'caution' | 'danger'
const ICONS: Readonly<Record<BannerTone, IconName>> = { info: 'info', good: 'saved', caution: 'attention', danger: 'attention' }

interface BannerProps {
  readonly tone: BannerTone
  /** `alert` for what a person has just caused or must know at once; nothing is announced without it. */
  readonly role?: 'alert' | 'status'
  readonly icon?: IconName
  readonly children: ReactNode
}

export function Banner({ tone, role, icon, children }: BannerProps) {
  return (
    <div className={`banner banner--${tone}`} role={role}>
      <Icon name={icon ?? ICONS[tone]} />
      <div className="banner__body">{children}</div>
    </div>
  )
}
