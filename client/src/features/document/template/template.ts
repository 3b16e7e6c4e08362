import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { TemplateView } from '@roundtable/shared/protocol'
import { request } from '../../../lib/request.js'

const templateKey = (documentId: string) => ['document', documentId, 'template'] as const

/** The template a document has. Without it a document is whole: the shipped words stand beside its questions. */
export function useTemplate(documentId: string) {
  return useQuery({ queryKey: templateKey(documentId), queryFn: () => request('getTemplate', { id: documentId }) })
}

export function useMoveTemplate(documentId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id: template, version }: NonNullable<TemplateView['newer']>) =>
      request('moveTemplate', { id: documentId, body: { template, version } }),
    onSuccess: (view) => client.setQueryData(templateKey(documentId), view),
    // Refused because another one is there meanwhile, for instance: what is offered is read again.
    onError: () => client.invalidateQueries({ queryKey: templateKey(documentId) })
  })
}
