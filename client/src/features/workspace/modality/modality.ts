import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { decidingSides, SIDES, type Side } from '@roundtable/shared/framework'
import type { ProposeModality, StanceGiven } from '@roundtable/shared/protocol'
import { request } from '../../../lib/request.js'
import { useCreationKey } from '../../../lib/use-creation-key.js'
import type { Target } from '../modality-words.js'
import { keepPart, partKey, workspaceKey } from '../workspace.js'

export function modalityQuery(id: string) {
  return queryOptions({ queryKey: partKey(id, 'modality'), queryFn: () => request('getModality', { id }) })
}

/** Its answer takes the form away that asked for it, which hears of that before: `onDone`. So do the two below. */
export function useProposeModality(id: string, onDone: () => void) {
  const client = useQueryClient()
  const keyOf = useCreationKey()
  return useMutation({
    mutationFn: (body: ProposeModality) => request('proposeModality', { id, body, key: keyOf(body) }),
    onSuccess: (history) => {
      onDone()
      return keepPart(client, id, 'modality', history)
    }
  })
}

export function useAnswerModality(id: string, changeId: string, onDone: () => void) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: StanceGiven) => request('answerModality', { id: changeId, body }),
    onSuccess: (history) => {
      onDone()
      return keepPart(client, id, 'modality', history)
    }
  })
}

export function useWithdrawModality(id: string, changeId: string, onDone: () => void) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => request('withdrawModality', { id: changeId }),
    onSuccess: () => {
      onDone()
      return client.invalidateQueries({ queryKey: workspaceKey(id) })
    }
  })
}

/** The sides that have to agree to a change: whoever decides under the old rule, and whoever would under the new. */
export function sidesThatMustAgree(present: Target, target: Target): readonly Side[] {
  const needed = new Set([...decidingSides(present), ...decidingSides(target)])
  return SIDES.filter((side) => needed.has(side))
}
