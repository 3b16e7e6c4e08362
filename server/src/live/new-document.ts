import { applyTemplate, BUILT_IN_TEMPLATE } from '@roundtable/shared/document'
import type { DocumentKind, Side, Stage } from '@roundtable/shared/framework'
import { randomInt } from 'node:crypto'
import { v7 } from 'uuid'
import * as Y from 'yjs'
import type { DocumentInsert } from './document.store.js'

/** What a document begins with: named, so that it can be remembered. */
export interface StartingTemplate {
  readonly id: string
  readonly version: string
  readonly language: string
  /** The clauses or questions; what the shipped template has where none are given. */
  readonly entries?: readonly string[] | undefined
}

export interface NewDocument {
  readonly workspaceId: string
  readonly kind: DocumentKind
  readonly title: string
  /** The side it belongs to; principles always belong to one. */
  readonly side?: Side | null
  /** The stage a plan is for. */
  readonly stage?: Stage | null
  /** Its side keeps it to itself. */
  readonly isKept?: boolean
  /** Left out: the shipped one. */
  readonly template?: StartingTemplate
}

/** A new document with its template as the first update of its log, under a client id of the server's own. */
export function fromTemplate(document: NewDocument, fill?: (doc: Y.Doc) => void): DocumentInsert {
  const template: StartingTemplate = document.template ?? BUILT_IN_TEMPLATE
  const doc = new Y.Doc()
  doc.clientID = randomInt(1, 2 ** 32)
  doc.transact(() => {
    applyTemplate(document.kind, doc, {
      newId: () => v7(),
      ...(document.stage ? { stage: document.stage } : {}),
      ...(template.entries ? { entries: template.entries } : {})
    })
    fill?.(doc)
  })
  const first = doc.store.clients.size > 0 ? Y.encodeStateAsUpdate(doc) : null
  const { side = null, stage = null, isKept = false } = document
  const made = { ...document, template, id: v7(), side, stage, privateTo: isKept ? side : null, serverClient: doc.clientID, first }
  doc.destroy()
  return made
}
