import { useEffect } from 'react'
import { useMutation, useQuery, useQueryClient, type QueryClient, type QueryKey } from '@tanstack/react-query'
import type { SamplePerson, SignIn, WhoAmI } from '@roundtable/shared/protocol'
// Not by the connection's door: that would bring Yjs into every page, and could not be fetched without a network.
import { noteSeats } from '../../connection/at-stake.js'
import { sampleDataIsOn } from '../../lib/health.js'
import { isSignedOut } from '../../lib/error-sentence.js'
import { dropInputOfOthers } from '../../lib/kept-input.js'
import { isEndOwed } from '../../lib/owed-end.js'
import { SESSION_KEY } from '../../lib/query-client.js'
import { givenUp, request, type RequestInput } from '../../lib/request.js'
import { LEFT_NOTHING } from './left-nothing.js'

/** Who is signed in: undefined while asking, null for nobody. */
export function useSession() {
  const session = useQuery<WhoAmI | null>({ queryKey: SESSION_KEY, queryFn: ({ client }) => whoAmIOrNobody(client), staleTime: 60_000 })
  const { data } = session
  // Here and not where it is asked: without a line it is a kept answer.
  useEffect(() => {
    if (data) noted(data)
  }, [data])
  return session
}

async function whoAmIOrNobody(client: QueryClient): Promise<WhoAmI | null> {
  // Before nobody is known here it is known that it was wished.
  if (isEndOwed()) {
    client.setQueryData<boolean>(LEFT_NOTHING, (said) => said ?? false)
    // Nobody at once: whoever has left is not shown for as long as the server takes.
    if (client.getQueryData(SESSION_KEY)) return null
  }
  try {
    const session = await request('whoAmI', {})
    const before = client.getQueryData<WhoAmI | null>(SESSION_KEY)
    // Somebody else has signed in over this session, in another tab: before they are known here, nothing of the other is left.
    if (before?.person.id !== session.person.id) dropInputOfOthers(ownersOf(session))
    if (before && before.person.id !== session.person.id) await leaveNothingAsked(client)
    return session
  } catch (error) {
    if (isSignedOut(error) || isEndOwed()) return null
    throw error
  }
}

/** What is under way is given up with its answer, and what was answered is dropped; who is signed in stays as it is known. */
async function leaveNothingAsked(client: QueryClient): Promise<void> {
  givenUp()
  const predicate = (query: { readonly queryKey: QueryKey }): boolean => query.queryKey[0] !== SESSION_KEY[0]
  await client.cancelQueries({ predicate })
  client.removeQueries({ predicate })
}

/** What somebody typed is kept under themselves, or under a seat of theirs. */
const ownersOf = ({ person, seats }: WhoAmI): readonly string[] => [person.id, ...seats.map(({ id }) => id)]

function noted(session: WhoAmI): WhoAmI {
  noteSeats(session.person.id, session.seats)
  return session
}

/**
 * Another person at the same machine must not see what the one before had loaded, and an earlier "who am I"
 * that is still under way must not answer over the new one.
 */
export async function startSession(client: QueryClient, session: WhoAmI): Promise<void> {
  await dropSession(client, ownersOf(session))
  client.setQueryData(SESSION_KEY, noted(session))
}

export async function dropSession(client: QueryClient, nextOwners: readonly string[]): Promise<void> {
  dropInputOfOthers(nextOwners)
  await client.cancelQueries({ queryKey: SESSION_KEY })
  await leaveNothingAsked(client)
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
