import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { request, type RequestInput } from '../../lib/request.js'
import { useCreationKey } from '../../lib/use-creation-key.js'
import { partKey } from '../workspace/index.js'

const invitationsKey = (workspaceId: string) => partKey(workspaceId, 'invitations')

export function useInvitations(workspaceId: string) {
  return useQuery({ queryKey: invitationsKey(workspaceId), queryFn: () => request('listInvitations', { id: workspaceId }) })
}

export type InvitationToMake = RequestInput<'createInvitation'>['body']

export function useCreateInvitation(workspaceId: string) {
  const client = useQueryClient()
  const keyOf = useCreationKey()
  return useMutation({
    mutationFn: (body: InvitationToMake) => request('createInvitation', { id: workspaceId, body, key: keyOf(body) }),
    onSuccess: () => client.invalidateQueries({ queryKey: invitationsKey(workspaceId) })
  })
}

export function useRevokeInvitation(workspaceId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => request('revokeInvitation', { id }),
    onSettled: () => client.invalidateQueries({ queryKey: invitationsKey(workspaceId) })
  })
}
