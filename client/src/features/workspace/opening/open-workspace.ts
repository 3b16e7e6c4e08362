import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { OpenWorkspaceBody } from '@roundtable/shared/protocol'
import { SESSION_KEY } from '../../../lib/query-client.js'
import { request } from '../../../lib/request.js'
import { useCreationKey } from '../../../lib/use-creation-key.js'

/** The country that this installation is for. It is no more than a suggestion: where it does not come, nothing waits for it. */
export function useHome() {
  return useQuery({ queryKey: ['home'], queryFn: () => request('getHome', {}), staleTime: Infinity, retry: false })
}

/** Opens a workspace; the new seat and its rights are in the session before the page goes on. */
export function useOpenWorkspace() {
  const client = useQueryClient()
  const keyOf = useCreationKey()
  return useMutation({
    mutationFn: (body: OpenWorkspaceBody) => request('openWorkspace', { body, key: keyOf(body) }),
    onSuccess: () =>
      Promise.all([client.invalidateQueries({ queryKey: ['workspaces'] }), client.invalidateQueries({ queryKey: SESSION_KEY })])
  })
}
