import type { ReactNode } from 'react'
import { EntryHandles, type EntryHandlesProps } from './entry-handles.js'

interface EntryCardProps extends EntryHandlesProps {
  readonly heading: string
  readonly level: 3 | 4
  readonly canEdit: boolean
  readonly children: ReactNode
}

/** One entry of a list, with its number and its handles. */
export function EntryCard({ heading, level, canEdit, children, ...handles }: EntryCardProps) {
  const Heading = level === 3 ? 'h3' : 'h4'
  return (
    <article className="card entry">
      <div className="entry__head">
        <Heading className="entry__heading" tabIndex={-1} data-entry-heading>
          {heading}
        </Heading>
        {canEdit && <EntryHandles {...handles} />}
      </div>
      {children}
    </article>
  )
}
