import type { Found } from '@roundtable/shared/protocol'
import { entryAddress } from '../../lib/entry-address.js'

/** Where what was found is: an address of its own, which can be sent. */
export function addressOf({ kind, workspaceId, documentId, key }: Found): string {
  switch (kind) {
    case 'initiative':
      return `/initiatives/${workspaceId}`
    case 'document':
      return `/documents/${documentId}`
    case 'clause':
    case 'task':
      return entryAddress(documentId ?? '', kind, key)
  }
}
