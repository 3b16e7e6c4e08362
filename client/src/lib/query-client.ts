import { QueryCache, QueryClient } from '@tanstack/react-query'
import { RoundtableError } from '@roundtable/shared/error'
import { isSignedOut } from './error-sentence.js'
import { Unreachable } from './request.js'

/** The key of "who am I": null once the server says that nobody is signed in. */
export const SESSION_KEY = ['session'] as const

/** Only what time can mend is tried again; a refusal stays a refusal. */
function canBeTriedAgain(failures: number, error: Error): boolean {
  const passing = error instanceof Unreachable || (error instanceof RoundtableError && error.kind === 'unavailable')
  return passing && failures < 3
}

export function createQueryClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      onError: (error) => {
        if (isSignedOut(error)) client.setQueryData(SESSION_KEY, null)
      }
    }),
    // networkMode: a room on its own network has no internet and a server all the same.
    defaultOptions: {
      queries: { retry: canBeTriedAgain, networkMode: 'always', staleTime: 10_000 },
      mutations: { networkMode: 'always' }
    }
  })
  return client
}
