import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { RegistryLevel } from '@roundtable/shared/framework'
import type { AgreePopulation, Profile } from '@roundtable/shared/protocol'
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

export function useAgreePopulation(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: AgreePopulation) => request('agreePopulation', { id, body }),
    onSuccess: (profile) => keepPart(client, id, 'profile', profile),
    // Refused: the words are other than those that were read, and are to be read first.
    onError: () => client.invalidateQueries({ queryKey: partKey(id, 'profile') })
  })
}

export function useWishRegistry(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (level: RegistryLevel) => request('wishRegistry', { id, body: { level } }),
    onSuccess: (profile) => keepPart(client, id, 'profile', profile)
  })
}
