import { useEffect } from 'react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
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

/**
 * What was shown of a document before the server could be asked is asked for anew once its text has come: not before, for an
 * epoch that has ended has to be heard by the open document, which still holds what its person wrote in it.
 */
export function useConfirmedView(id: string, isSynced: boolean): void {
  const client = useQueryClient()
  useEffect(() => {
    if (isSynced) void client.refetchQueries({ queryKey: documentKey(id), type: 'active', predicate: ({ state }) => state.error !== null })
  }, [client, id, isSynced])
}
