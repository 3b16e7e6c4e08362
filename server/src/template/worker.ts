import { addMissing, applyLogged } from '@roundtable/shared/document'
import type { DocumentKind, Stage } from '@roundtable/shared/framework'
import { v7 } from 'uuid'
import * as Y from 'yjs'
import { answerWith } from '../platform/worker-side.js'

export interface MissingRequest {
  readonly kind: DocumentKind
  readonly stage: Stage | null
  /** Snapshot and updates, in order. */
  readonly parts: readonly Uint8Array[]
  readonly entries: readonly string[] | undefined
  readonly serverClient: number
}

export interface Missing {
  readonly adds: readonly string[]
  /** What would add them, under the server's client id; null where nothing is missing. */
  readonly update: Uint8Array | null
}

answerWith(({ kind, stage, parts, entries, serverClient }: MissingRequest): Missing => {
  const doc = new Y.Doc()
  applyLogged(doc, parts)
  doc.clientID = serverClient
  const before = Y.encodeStateVector(doc)
  const adds = addMissing(kind, doc, { newId: () => v7(), ...(stage ? { stage } : {}), ...(entries ? { entries } : {}) })
  return { adds, update: adds.length > 0 ? Y.encodeStateAsUpdate(doc, before) : null }
})
