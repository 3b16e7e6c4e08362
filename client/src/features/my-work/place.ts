import type { Waiting } from '@roundtable/shared/protocol'
import { entryAddress } from '../../lib/entry-address.js'

/** The page of an initiative on which each is answered. */
const PAGES = {
  modality: '/modality',
  acceptance: '#acceptance',
  protocol: '/people',
  definition: '/definition',
  population: '/profile#self-definition',
  principles: '/principles',
  engagement: '/stages#waiting',
  mandate: '/people',
  mandate_of: '/people'
} as const satisfies Partial<Record<Waiting['kind'], string>>

/** Exactly where it is answered. */
export function addressOf({ kind, workspaceId, documentId, task }: Waiting): string {
  if (task !== null) return entryAddress(task.documentId, 'task', task.taskId)
  if (documentId !== null) return `/documents/${documentId}`
  return kind === 'task_asked' || kind === 'task_done' ? `/initiatives/${workspaceId}` : `/initiatives/${workspaceId}${PAGES[kind]}`
}
