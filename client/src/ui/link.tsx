import type { ReactNode } from 'react'
import { Link as RouterLink } from 'react-router'

interface LinkProps {
  readonly to: string
  /** A link that looks like a button still is a link: it goes somewhere. */
  readonly look?: 'text' | 'primary' | 'secondary' | 'quiet'
  readonly isCurrent?: boolean
  readonly className?: string
  readonly children: ReactNode
}

export function Link({ to, look = 'text', isCurrent = false, className = '', children }: LinkProps) {
  const classes = look === 'text' ? className : `button button--${look} ${className}`
  return (
    <RouterLink to={to} className={classes.trim() || undefined} aria-current={isCurrent ? 'page' : undefined}>
      {children}
    </RouterLink>
  )
}
