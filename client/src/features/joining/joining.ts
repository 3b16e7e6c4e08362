import { useMutation, useQuery } from '@tanstack/react-query'
import type { Accepted } from '@roundtable/shared/protocol'
import { request, type RequestInput } from '../../lib/request.js'
import { useCreationKey } from '../../lib/use-creation-key.js'
import { useStartSession } from '../identity/index.js'

/** What an invitation leads to. Asked again when somebody signs in, who may be a member already. */
export function useInvitation(secret: string, personId: string | null, isAsked: boolean) {
  return useQuery({
    queryKey: ['invitation', secret, personId],
    queryFn: () => request('previewInvitation', { body: { secret } }),
    enabled: isAsked,
    refetchOnWindowFocus: false
  })
}

export type Acceptance = RequestInput<'acceptInvitation'>['body']

/** The phrase is told once: a page that got no answer asks again under the same key, and is told the same. */
export function useAccept() {
  const keyOf = useCreationKey()
  return useMutation({ mutationFn: (body: Acceptance) => request('acceptInvitation', { body, key: keyOf(body) }) })
}

/** From here on the page acts as whoever came in; what was loaded before is read again as theirs. */
export function useEnter(): (accepted: Accepted) => Promise<void> {
  const startSession = useStartSession()
  return ({ person, seats, rules, sampleData }) => startSession({ person, seats, rules, sampleData })
}
