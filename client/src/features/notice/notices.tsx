import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import type { DocumentView, MyWork, RightChanged } from '@roundtable/shared/protocol'
import { useLocation, useMatch, useNavigate } from 'react-router'
import { isConcerned } from './concerned.js'
import { EventLine } from './events.js'
import { isKnown, readAnew, titleOf } from './hear.js'
import { RightNotice } from './right-notice.js'

interface Notice {
  readonly id: number
  readonly event: RightChanged
  /** The workspace's name while it could still be read. */
  readonly title: string | null
}

/** Listens for whoever is signed in: keeps what is on the screen true, and says when one's own right has changed. */
export function Notices() {
  const client = useQueryClient()
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const watched = useWatchedWorkspaces()
  const [notices, setNotices] = useState<readonly Notice[]>([])
  const line = useRef<EventLine | null>(null)
  const place = useRef({ pathname, navigate })
  useEffect(() => {
    place.current = { pathname, navigate }
  })

  useEffect(() => {
    let isFirst = true
    let count = 0
    const opened = new EventLine({
      onHearing: () => {
        if (!isFirst) void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'document' })
        isFirst = false
      },
      onChanged: ({ workspaceId, part }) =>
        void client.invalidateQueries({ predicate: ({ queryKey }) => isConcerned(queryKey, part, workspaceId) }),
      onRightChanged: (event) => {
        const { workspaceId } = event
        const notice = { id: count++, event, title: titleOf(client, workspaceId) }
        if (!isKnown(client, event)) setNotices((all) => [...all.filter((other) => other.event.workspaceId !== workspaceId), notice])
        void readAnew(client, event, () => {
          const { pathname: here, navigate: go } = place.current
          // A document that is open closes itself and keeps the unsent words; the other pages have nothing left to show.
          if (here.startsWith(`/initiatives/${workspaceId}`)) void go('/initiatives', { flushSync: true })
        })
      }
    })
    line.current = opened
    return () => {
      line.current = null
      opened.close()
    }
  }, [client])

  useEffect(() => line.current?.watch(watched === '' ? [] : watched.split(' ')), [watched])

  return notices.map(({ id, event, title }) => (
    <RightNotice key={id} event={event} title={title} onDismiss={() => setNotices((all) => all.filter((notice) => notice.id !== id))} />
  ))
}

/** As many as the server tells one page of. */
const MOST_WATCHED = 20

/**
 * The workspace of the page (its own, or the open document's), and those whose work this page has listed, as one text: they stay
 * the same from page to page, so that going about asks for nothing.
 */
function useWatchedWorkspaces(): string {
  const workspaceId = useMatch('/initiatives/:id/*')?.params.id ?? null
  const documentId = useMatch('/documents/:id')?.params.id ?? ''
  const client = useQueryClient()
  const subscribe = useCallback((listener: () => void) => client.getQueryCache().subscribe(listener), [client])
  return useSyncExternalStore(subscribe, () => {
    const ofDocument = client.getQueryData<DocumentView>(['document', documentId])?.workspaceId
    const listed = client.getQueryData<MyWork>(['my-work'])?.workspaces.map(({ id }) => id) ?? []
    const open = workspaceId ?? ofDocument
    return [...new Set([...(open === undefined ? [] : [open]), ...listed])].slice(0, MOST_WATCHED).join(' ')
  })
}
