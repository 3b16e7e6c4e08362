import { useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query'
import type { SamplePerson, SignIn, WhoAmI } from '@roundtable/shared/protocol'
import { useNavigate } from 'react-router'
import { sampleDataIsOn } from '../../lib/health.js'
import { isSignedOut } from '../../lib/error-sentence.js'
import { dropInputOfOthers } from '../../lib/kept-input.js'
import { SESSION_KEY } from '../../lib/query-client.js'
import { request, type RequestInput } from '../../lib/request.js'

/** Who is signed in: undefined while asking, null for nobody. */
export function useSession() {
  return useQuery<WhoAmI | null>({ queryKey: SESSION_KEY, queryFn: whoAmIOrNobody, staleTime: 60_000 })
}

async function whoAmIOrNobody(): Promise<WhoAmI | null> {
  try {
    return await request('whoAmI', {})
  } catch (error) {
    if (isSignedOut(error)) return null
    throw error
  }
}

/**
 * Another person at the same machine must not see what the one before had loaded, and an earlier "who am I"
 * that is still under way must not answer over the new one.
 */
async function startSession(client: QueryClient, session: WhoAmI | null): Promise<void> {
  dropInputOfOthers(session?.seats.map(({ id }) => id) ?? [])
  await client.cancelQueries()
  client.removeQueries({ predicate: (query) => query.queryKey[0] !== SESSION_KEY[0] })
  client.setQueryData(SESSION_KEY, session)
}

export function useSignIn() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: SignIn) => request('signIn', { body }),
    onSuccess: (session) => startSession(client, session)
  })
}

export function useSignInSample() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (person: SamplePerson) => request('signInSample', { body: { person } }),
    onSuccess: (session) => startSession(client, session)
  })
}

/** The new phrase is in the answer and nowhere else: the session starts only when the person has kept it. */
export function useRecover() {
  const client = useQueryClient()
  const mutation = useMutation({ mutationFn: (body: RequestInput<'recover'>['body']) => request('recover', { body }) })
  return { ...mutation, start: (session: WhoAmI) => startSession(client, session) }
}

/** Who has just come in by another way than signing in: an invitation. */
export function useStartSession(): (session: WhoAmI) => Promise<void> {
  const client = useQueryClient()
  return (session) => startSession(client, session)
}

export function useSampleData() {
  return useQuery({ queryKey: ['sample-data'], queryFn: sampleDataIsOn, staleTime: Infinity, retry: false })
}

export function useSessions() {
  return useQuery({ queryKey: ['sessions'], queryFn: () => request('listSessions', {}) })
}

export function useRevokeSession() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => request('revokeSession', { id }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['sessions'] })
  })
}

/** Ends the session, then the copies on this device: in that order, so a failed sign-out loses nothing. */
export function useSignOut() {
  const client = useQueryClient()
  const navigate = useNavigate()
  return useMutation({
    mutationFn: async () => {
      await request('signOut', {})
      const { wipeLocalCopies } = await import('../../connection/index.js')
      await wipeLocalCopies()
    },
    onSuccess: () => {
      // First away: a page that finds itself signed out would ask the next person to go on where this one was.
      void navigate('/sign-in', { flushSync: true })
      return startSession(client, null)
    }
  })
}
