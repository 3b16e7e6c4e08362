import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { RegistryLevel } from '@roundtable/shared/framework'
import type { Profile } from '@roundtable/shared/protocol'
import { request } from '../../../lib/request.js'
import { keepPart, partKey } from '../workspace.js'

export function profileQuery(id: string) {
  return queryOptions({ queryKey: partKey(id, 'profile'), queryFn: () => request('getProfile', { id }) })
}

export function useUpdateProfile(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: Profile) => request('updateProfile', { id, body }),
    onSuccess: (profile) => keepPart(client, id, 'profile', profile)
  })
}

export function useWishRegistry(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (level: RegistryLevel) => request('wishRegistry', { id, body: { level } }),
    onSuccess: (profile) => keepPart(client, id, 'profile', profile)
  })
}
