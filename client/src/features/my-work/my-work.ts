import { queryOptions, useQuery } from '@tanstack/react-query'
import { request } from '../../lib/request.js'

export const MY_WORK_KEY = ['my-work'] as const

export function myWorkQuery() {
  return queryOptions({ queryKey: MY_WORK_KEY, queryFn: () => request('getMyWork', {}) })
}

/** How much waits for whoever is signed in, to show beside the way there; null while it is not known. */
export function useWaitingCount(): number | null {
  const { data } = useQuery({ ...myWorkQuery(), select: ({ waiting }) => waiting.total })
  return data ?? null
}
