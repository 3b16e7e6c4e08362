import type * as Y from 'yjs'
import { wellFormed } from './json-value.js'

/** The words of a Y.Text; formatting and embedded things are left out. */
export function wordsOfText(text: Y.Text | undefined): string {
  const runs = (text?.toDelta() ?? []) as readonly { readonly insert: unknown }[]
  return wellFormed(runs.map(({ insert }) => (typeof insert === 'string' ? insert : '')).join(''))
}
