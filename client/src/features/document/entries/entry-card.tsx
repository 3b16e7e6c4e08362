import type { ReactNode } from 'react'
import { CopyLink } from './copy-link.js'
import { EntryHandles, type EntryHandlesProps } from './entry-handles.js'
import type { LinkName } from '../../../lib/entry-address.js'

interface EntryCardProps extends EntryHandlesProps {
  readonly heading: string
  readonly level: 3 | 4
  readonly canEdit: boolean
  /** The entry's id in the document, and what its address is called by. */
  readonly id: string
  readonly link: LinkName
  readonly children: ReactNode
}

/** One entry of a list, with its number and its handles. */
export function EntryCard({ heading, level, canEdit, id, link, children, ...handles }: EntryCardProps) {
  const Heading = level === 3 ? 'h3' : 'h4'
  return (
    <article className="card entry">
      <div className="entry__head">
        <Heading className="entry__heading" tabIndex={-1} data-entry-heading>
          {heading}
        </Heading>
        <div className="row">
          <CopyLink {...{ link, id }} name={handles.name} />
          {canEdit && <EntryHandles {...handles} />}
        </div>
      </div>
      {children}
    </article>
  )
}
