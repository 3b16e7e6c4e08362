import { useQuery } from '@tanstack/react-query'
import { request } from '../../lib/request.js'

/** What the server says about a document; its rights also arrive live, so this is asked once per opening. */
export function useDocument(id: string) {
  return useQuery({ queryKey: ['document', id], queryFn: () => request('getDocument', { id }), refetchOnWindowFocus: false, gcTime: 0 })
}
