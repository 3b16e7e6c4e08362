import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { request } from '../../lib/request.js'

export function useWorkspaces() {
  return useInfiniteQuery({
    queryKey: ['workspaces'],
    queryFn: ({ pageParam }) => request('listWorkspaces', { query: pageParam === null ? {} : { cursor: pageParam } }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor
  })
}

export function useWorkspace(id: string) {
  return useQuery({ queryKey: ['workspace', id], queryFn: () => request('getWorkspace', { id }) })
}
