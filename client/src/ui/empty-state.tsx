import type { ReactNode } from 'react'

interface EmptyStateProps {
  readonly title: string
  readonly children: ReactNode
}

export function EmptyState({ title, children }: EmptyStateProps) {
  return (
    <div className="empty">
      <h2>{title}</h2>
      {children}
    </div>
  )
}
