import { useInfiniteQuery, useQuery, type QueryClient } from '@tanstack/react-query'
import { SESSION_KEY } from '../../lib/query-client.js'
import { request } from '../../lib/request.js'

export const workspaceKey = (id: string) => ['workspace', id] as const
export const partKey = (id: string, part: string) => ['workspace', id, part] as const

export function useWorkspaces() {
  return useInfiniteQuery({
    queryKey: ['workspaces'],
    queryFn: ({ pageParam }) => request('listWorkspaces', { query: pageParam === null ? {} : { cursor: pageParam } }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor
  })
}

export function useWorkspace(id: string) {
  return useQuery({ queryKey: workspaceKey(id), queryFn: () => request('getWorkspace', { id }) })
}

/**
 * An act's answer is the part as it is now; the rest of the workspace and this person's rights may be other than before,
 * and are read again.
 */
export async function keepPart(client: QueryClient, id: string, part: string, answer: unknown): Promise<void> {
  client.setQueryData(partKey(id, part), answer)
  await Promise.all([
    client.invalidateQueries({ queryKey: workspaceKey(id), predicate: ({ queryKey }) => queryKey[2] !== part }),
    client.invalidateQueries({ queryKey: ['workspaces'] }),
    client.invalidateQueries({ queryKey: SESSION_KEY })
  ])
}
