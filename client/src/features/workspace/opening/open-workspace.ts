import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { OpenWorkspaceBody } from '@roundtable/shared/protocol'
import { SESSION_KEY } from '../../../lib/query-client.js'
import { request } from '../../../lib/request.js'
import { useCreationKey } from '../../../lib/use-creation-key.js'

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
