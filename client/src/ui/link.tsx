import type { ReactNode } from 'react'
import { Link as RouterLink } from 'react-router'

interface LinkProps {
  readonly to: string
  /** A link that looks like a button still is a link: it goes somewhere. `alone` is one that stands in no sentence. */
  readonly look?: 'text' | 'alone' | 'primary' | 'secondary' | 'quiet'
  readonly isCurrent?: boolean
  readonly className?: string
  /** The id of what says more of where it leads. */
  readonly describedBy?: string
  readonly children: ReactNode
}

export function Link({ to, look = 'text', isCurrent = false, className = '', describedBy, children }: LinkProps) {
  const classes = look === 'text' ? className : look === 'alone' ? `link-alone ${className}` : `button button--${look} ${className}`
  return (
    <RouterLink
      to={to}
      className={classes.trim() || undefined}
      aria-current={isCurrent ? 'page' : undefined}
      aria-describedby={describedBy}
    >
      {children}
    </RouterLink>
  )
}
