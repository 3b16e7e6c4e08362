import { useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query'
import type { ChangeSeat, EndSeat, PeopleView, RecordProtocol, StanceGiven, WhoAmI } from '@roundtable/shared/protocol'
import { SESSION_KEY } from '../../lib/query-client.js'
import { request } from '../../lib/request.js'
import { useCreationKey } from '../../lib/use-creation-key.js'
import { partKey, workspaceKey } from '../workspace/index.js'

const peopleKey = (workspaceId: string) => partKey(workspaceId, 'people')

export function usePeople(workspaceId: string) {
  return useQuery({ queryKey: peopleKey(workspaceId), queryFn: () => request('listPeople', { id: workspaceId }) })
}

/** The answer is the list as it is now; what else shows people is read again. */
function keepPeople(client: QueryClient, workspaceId: string, people: PeopleView): Promise<unknown> {
  client.setQueryData(peopleKey(workspaceId), people)
  return Promise.all([
    client.invalidateQueries({ queryKey: workspaceKey(workspaceId), predicate: ({ queryKey }) => queryKey[2] !== 'people' }),
    client.invalidateQueries({ queryKey: ['workspaces'] }),
    client.invalidateQueries({ queryKey: SESSION_KEY })
  ])
}

export function useChangeSeat(workspaceId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ seatId, ...body }: ChangeSeat & { readonly seatId: string }) => request('changeSeat', { id: seatId, body }),
    onSuccess: (people) => keepPeople(client, workspaceId, people)
  })
}

export function useEndSeat(workspaceId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ seatId, reason }: { readonly seatId: string; readonly reason: string }) =>
      request('endSeat', { id: seatId, body: { reason } }),
    // Not waited for: the seat's own line, and what it does next, go with the list that comes.
    onSuccess: () => void client.invalidateQueries({ queryKey: workspaceKey(workspaceId) })
  })
}

/** Leaving. First away from the pages that can no longer be shown, then nothing of the workspace is kept in this tab. */
export function useLeave(workspaceId: string, leadAway: () => void) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ seatId, ...body }: EndSeat & { readonly seatId: string }) => request('endSeat', { id: seatId, body }),
    onSuccess: () => {
      leadAway()
      client.setQueryData<WhoAmI | null>(
        SESSION_KEY,
        (session) => session && { ...session, seats: session.seats.filter((seat) => seat.workspaceId !== workspaceId) }
      )
      client.removeQueries({ queryKey: workspaceKey(workspaceId) })
      return Promise.all([client.invalidateQueries({ queryKey: ['workspaces'] }), client.invalidateQueries({ queryKey: SESSION_KEY })])
    }
  })
}

export function useRecordProtocol(workspaceId: string) {
  const client = useQueryClient()
  const keyOf = useCreationKey()
  return useMutation({
    mutationFn: (body: RecordProtocol) => request('recordProtocol', { id: workspaceId, body, key: keyOf(body) }),
    onSuccess: (people) => keepPeople(client, workspaceId, people)
  })
}

export function useAnswerProtocol(workspaceId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ protocolId, ...body }: StanceGiven & { readonly protocolId: string }) =>
      request('answerProtocol', { id: protocolId, body }),
    onSuccess: (people) => keepPeople(client, workspaceId, people)
  })
}
