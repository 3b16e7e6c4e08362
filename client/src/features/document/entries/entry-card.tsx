import type { ReactNode } from 'react'
import { EntryHandles, type EntryHandlesProps } from './entry-handles.js'

interface EntryCardProps extends EntryHandlesProps {
  readonly heading: string
  readonly canEdit: boolean
  readonly children: ReactNode
}

/** One entry of a list, with its number and its handles. */
export function EntryCard({ heading, canEdit, children, ...handles }: EntryCardProps) {
  return (
    <article className="card entry">
      <div className="entry__head">
        <h3 className="entry__heading" tabIndex={-1} data-entry-heading>
          {heading}
        </h3>
        {canEdit && <EntryHandles {...handles} />}
      </div>
      {children}
    </article>
  )
}
