import type * as Y from 'yjs'
import { root } from '../layouts.js'
import { readable } from '../readable.js'
import { wordsOfText } from '../words-of-text.js'
import { PLAIN_LAYOUT } from './layout.js'

/** A document of plain words: minutes, benchmarks. */
export interface PlainContent {
  readonly kind: 'plain'
  readonly content: string
}

export function readPlain(doc: Y.Doc): PlainContent {
  return { kind: 'plain', content: wordsOfText(readable(doc, PLAIN_LAYOUT).get('content', 'text')) }
}

export function startPlain(doc: Y.Doc, words: string): void {
  if (words !== '') root(doc, 'plain', 'content').insert(0, words)
}

export function plainWords({ content }: PlainContent): string {
  return content
}
