import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ReleasePassages } from '@roundtable/shared/protocol'
import { request } from '../../../lib/request.js'
import { useCreationKey } from '../../../lib/use-creation-key.js'
import { workspaceKey } from '../../workspace/index.js'

/** Makes a document of the chosen passages that everybody can see; answers its id. */
export function useReleasePassages(workspaceId: string, documentId: string) {
  const client = useQueryClient()
  const keyFor = useCreationKey()
  return useMutation({
    mutationFn: (body: ReleasePassages) => request('releasePassages', { id: documentId, body, key: keyFor(body) }),
    onSuccess: () => client.invalidateQueries({ queryKey: workspaceKey(workspaceId) })
  })
}
