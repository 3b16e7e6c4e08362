import type { InfiniteData, QueryClient } from '@tanstack/react-query'
import { RoundtableError } from '@roundtable/shared/error'
import type { RightChanged, WhoAmI, WorkspaceCard, WorkspaceView } from '@roundtable/shared/protocol'
import { forgetKeptOf } from '../../connection/kept-answers.js'
import { SESSION_KEY } from '../../lib/query-client.js'
import { workspaceKey } from '../workspace/index.js'

/** Lines of many workspaces together: none of them is shown from memory after a right in one has changed. */
const MY_WORK = ['my-work']

/** The workspace's name, where this page knows it. */
export function titleOf(client: QueryClient, workspaceId: string): string | null {
  const view = client.getQueryData<WorkspaceView>(workspaceKey(workspaceId))
  const lists = client.getQueryData<InfiniteData<{ items: WorkspaceCard[] }>>(['workspaces'])
  const cards = lists?.pages.flatMap(({ items }) => items) ?? []
  return view?.title ?? cards.find(({ id }) => id === workspaceId)?.title ?? null
}

/** Whoever has left in this very page knows that the seat is gone. */
export function isKnown(client: QueryClient, { workspaceId, seat }: RightChanged): boolean {
  const session = client.getQueryData<WhoAmI | null>(SESSION_KEY)
  return seat === null && session != null && !session.seats.some((one) => one.workspaceId === workspaceId)
}

/**
 * Everything this page knows of a workspace is read again with the right as it is now. Whoever may not know of it any more
 * keeps nothing of it: `leadAway` first, so that no page is left to show it.
 */
export async function readAnew(client: QueryClient, { workspaceId, seat }: RightChanged, leadAway: () => void): Promise<void> {
  const others = Promise.all([
    client.invalidateQueries({ queryKey: ['workspaces'] }),
    client.resetQueries({ queryKey: MY_WORK }),
    client.invalidateQueries({ queryKey: SESSION_KEY })
  ])
  if (seat !== null) await client.invalidateQueries({ queryKey: workspaceKey(workspaceId) })
  if (seat === null || isGone(client.getQueryState(workspaceKey(workspaceId))?.error)) {
    leadAway()
    client.removeQueries({ queryKey: workspaceKey(workspaceId) })
    await forgetKeptOf(workspaceId)
  }
  await others
}

function isGone(error: unknown): boolean {
  return error instanceof RoundtableError && error.kind === 'not_found'
}
