import {
  applyLogged,
  canonicalJson,
  type ContentInPassages,
  passagesOf,
  type PassagesKind,
  pickPassages,
  readDocument
} from '@roundtable/shared/document'
import * as Y from 'yjs'
import { answerWith } from '../platform/worker-side.js'
import { hashOf } from './domain/filing-text.js'

export interface PassagesRequest {
  readonly kind: PassagesKind
  /** Snapshot and updates, in order. */
  readonly parts: readonly Uint8Array[]
  readonly chosen: readonly string[]
}

export interface PassagesRead {
  /** SHA-256 of the whole document's canonical JSON. */
  readonly hash: string
  /** The canonical JSON of the document with the chosen passages alone. */
  readonly text: string
  /** Where in `chosen` the first stands that is no passage of the document, or -1. */
  readonly unknown: number
}

answerWith(({ kind, parts, chosen }: PassagesRequest): PassagesRead => {
  const doc = new Y.Doc()
  applyLogged(doc, parts)
  const content: ContentInPassages = readDocument(kind, doc)
  const there = new Set(passagesOf(content).map(({ id }) => id))
  const text = canonicalJson(pickPassages(content, new Set(chosen)))
  return { hash: hashOf(canonicalJson(content)), text, unknown: chosen.findIndex((id) => !there.has(id)) }
})
