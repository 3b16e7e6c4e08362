import { applyLogged, readDocument } from '@roundtable/shared/document'
import type { DocumentKind } from '@roundtable/shared/framework'
import * as Y from 'yjs'
import { answerWith } from '../platform/worker-side.js'
import { projectionOf } from './domain/rows.js'

export interface ReadRequest {
  readonly kind: DocumentKind
  /** Snapshot and updates, in order. */
  readonly parts: readonly Uint8Array[]
}

answerWith(({ kind, parts }: ReadRequest) => {
  const doc = new Y.Doc()
  applyLogged(doc, parts)
  return projectionOf(readDocument(kind, doc))
})
