import { createContext, useContext } from 'react'
import type { DocumentView } from '@roundtable/shared/protocol'
import type * as Y from 'yjs'
import type { LiveDocument } from '../../connection/index.js'

/** The document a page has open, for everything that stands in its body. */
export interface OpenDocument {
  readonly view: DocumentView
  readonly live: LiveDocument
  readonly doc: Y.Doc
  readonly canEdit: boolean
  /** All that the server has is on the page: what is not here is nowhere. */
  readonly isSynced: boolean
}

export const OpenDocumentContext = createContext<OpenDocument | null>(null)

export function useOpenDocument(): OpenDocument {
  const open = useContext(OpenDocumentContext)
  if (!open) throw new Error('used outside of a document page')
  return open
}
