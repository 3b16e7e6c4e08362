import { QueryCache, QueryClient } from '@tanstack/react-query'
import { RoundtableError } from '@roundtable/shared/error'
import { isSignedOut } from './error-sentence.js'
import { Unreachable } from './request.js'

/** The key of "who am I": null once the server says that nobody is signed in. */
export const SESSION_KEY = ['session'] as const

/** What was fetched is kept as long as the tab is used: without a network it is all there is to show. */
const KEPT_MS = 24 * 60 * 60 * 1000

/** Only what time can mend is tried again; a refusal stays a refusal, and without a network there is nothing to wait for. */
function canBeTriedAgain(failures: number, error: Error): boolean {
  if (error instanceof Unreachable && error.isOffline) return false
  const passing = error instanceof Unreachable || (error instanceof RoundtableError && error.kind === 'unavailable')
  return passing && failures < 3
}

const isRefused = (error: Error): boolean =>
  error instanceof RoundtableError && (error.kind === 'not_found' || error.kind === 'not_allowed')

export function createQueryClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      onError: (error, query) => {
        if (isSignedOut(error)) client.setQueryData(SESSION_KEY, null)
        // What one may no longer know of is not shown from memory either.
        if (isRefused(error)) query.setState({ data: undefined })
      }
    }),
    // networkMode: a room on its own network has no internet and a server all the same.
    defaultOptions: {
      queries: { retry: canBeTriedAgain, networkMode: 'always', refetchOnReconnect: true, staleTime: 10_000, gcTime: KEPT_MS },
      mutations: { networkMode: 'always' }
    }
  })
  return client
}
