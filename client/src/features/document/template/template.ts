import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { TemplateView } from '@roundtable/shared/protocol'
import { RoundtableError } from '@roundtable/shared/error'
import { request } from '../../../lib/request.js'

const templateKey = (documentId: string) => ['document', documentId, 'template'] as const

/** The template a document has. Without it a document is whole: the shipped words stand beside its questions. */
export function useTemplate(documentId: string) {
  return useQuery({ queryKey: templateKey(documentId), queryFn: () => request('getTemplate', { id: documentId }) })
}

/** The same with what the newer one would change, for which the server reads the whole document: asked for where it is shown. */
export function useTemplateChanges(documentId: string) {
  const client = useQueryClient()
  return useQuery({
    queryKey: [...templateKey(documentId), 'changes'],
    queryFn: async () => {
      const view = await request('getTemplate', { id: documentId, query: { changes: '1' } })
      client.setQueryData(templateKey(documentId), view)
      return view
    },
    staleTime: 0,
    gcTime: 0
  })
}

/** Somebody wrote while the server read the document: the same again succeeds as a rule. */
const MOST_RETRIES = 2
const isMeanwhile = (error: unknown) => error instanceof RoundtableError && error.code === 'changed_meanwhile'

export function useMoveTemplate(documentId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id: template, version }: NonNullable<TemplateView['newer']>) =>
      request('moveTemplate', { id: documentId, body: { template, version } }),
    retry: (failures, error) => failures < MOST_RETRIES && isMeanwhile(error),
    retryDelay: 300,
    onSuccess: (view) => client.setQueryData(templateKey(documentId), view),
    // Refused because another one is there meanwhile, for instance: what is offered is read again.
    onError: () => client.invalidateQueries({ queryKey: templateKey(documentId) })
  })
}
