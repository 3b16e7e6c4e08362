import { filedText, type PrinciplesContent, readDocument, setField } from '@roundtable/shared/document'
import { PRINCIPLES } from '@roundtable/shared/framework'
import { createHash } from 'node:crypto'
import type * as Y from 'yjs'

/** Answers every principle, with these words as the next step of the first. */
export function answerPrinciples(doc: Y.Doc, words = 'Ask the fishing families'): void {
  doc.transact(() => {
    for (const code of PRINCIPLES) setField(doc, 'principles', code, 'howFar', 'partly')
    setField(doc, 'principles', 'P01', 'nextStep', words)
  })
}

/** The hash of what would be filed of this document. */
export function filingHash(doc: Y.Doc): string {
  return hashOfFiled(readDocument('principles', doc))
}

export function hashOfFiled(content: PrinciplesContent): string {
  return createHash('sha256').update(filedText(content)).digest('hex')
}
