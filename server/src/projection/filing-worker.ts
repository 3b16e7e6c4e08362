import { applyLogged, filedText, readDocument, unanswered } from '@roundtable/shared/document'
import * as Y from 'yjs'
import { answerWith } from '../platform/worker-side.js'
import { sha256 } from '../platform/sha256.js'
import type { FilingText } from './domain/filing-text.js'

export interface FilingRequest {
  /** Snapshot and updates, in order. */
  readonly parts: readonly Uint8Array[]
}

answerWith(({ parts }: FilingRequest): FilingText => {
  const doc = new Y.Doc()
  applyLogged(doc, parts)
  const content = readDocument('principles', doc)
  const text = filedText(content)
  return { text, hash: sha256(text), unanswered: unanswered(content) }
})
