import type { ChangedPart } from '@roundtable/shared/protocol'

/** What else shows a part of a workspace, besides the workspace itself and the part (`['workspace', id, part]`). */
const ALSO_SHOWN_BY: Readonly<Record<ChangedPart, readonly string[]>> = {
  profile: [],
  people: ['invitations', 'definition', 'modality', 'tasks'],
  definition: ['modality'],
  modality: ['definition', 'stages', 'people', 'invitations', 'profile', 'principles', 'open-answers', 'tasks'],
  stages: [],
  documents: ['principles', 'open-answers'],
  principles: [],
  tasks: []
}
/** Changes that also show where many workspaces are listed, or in an open document's header. */
const SHOWN_IN_LISTS: readonly ChangedPart[] = ['profile', 'people', 'definition', 'modality']
const SHOWN_BY_DOCUMENTS: readonly ChangedPart[] = ['modality', 'documents']

/** Whether a query shows what has changed. */
export function isConcerned(queryKey: readonly unknown[], part: ChangedPart, workspaceId: string): boolean {
  const [name, id, shown] = queryKey
  // What waits for somebody can follow from any of it.
  if (name === 'my-work') return true
  if (name === 'workspaces') return SHOWN_IN_LISTS.includes(part)
  if (name === 'documents') return SHOWN_BY_DOCUMENTS.includes(part) || SHOWN_IN_LISTS.includes(part)
  if (name === 'document') return SHOWN_BY_DOCUMENTS.includes(part)
  if (name !== 'workspace' || id !== workspaceId) return false
  return shown === undefined || shown === part || ALSO_SHOWN_BY[part].some((other) => other === shown)
}
