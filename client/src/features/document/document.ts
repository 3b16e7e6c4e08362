import { useQuery } from '@tanstack/react-query'
import { request } from '../../lib/request.js'

export const documentKey = (id: string) => ['document', id] as const

/**
 * What the server says about a document. It is asked at every opening and shown from memory meanwhile, which without a
 * network is all there is; its rights also arrive live, so an open document is not asked for again.
 */
export function useDocument(id: string) {
  return useQuery({
    queryKey: documentKey(id),
    queryFn: () => request('getDocument', { id }),
    staleTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: (query) => query.state.data === undefined
  })
}
