import type * as Y from 'yjs'
import { badInput } from '../bad-input.js'
import { addEntry, existing, moveEntry, removeEntry, type IdSource, type Position } from '../entry.js'
import { MAX_WORDS_LENGTH } from '../field/field-value.js'
import { entriesOf } from '../layouts.js'
import { startRichText } from '../rich-text/write.js'
import { isSharedType } from '../shared-type.js'
import { clauseDefinition } from './clauses.js'
import { AGREEMENT_LAYOUT } from './layout.js'

export interface NewClause extends Position {
  /** A code of the catalogue, each once in an agreement, or `own`. */
  readonly code: string
  /** First words of an own clause's heading. */
  readonly heading?: string
}

/** Adds a clause with an empty text, last unless a position is given; returns its id. Throws `bad_input`. */
export function addClause(doc: Y.Doc, ids: IdSource, { code, heading, ...position }: NewClause): string {
  if (code !== 'own' && !clauseDefinition(code)) throw badInput('code', 'not a clause of the catalogue')
  if (code !== 'own' && heading !== undefined) throw badInput('heading', 'only own clauses have a heading of their own')
  if (code !== 'own' && hasClause(doc, code)) throw badInput('code', 'already in this agreement')
  const { heading: headingType, ...shared } = AGREEMENT_LAYOUT.entries.parts
  const parts = code === 'own' ? { heading: headingType, ...shared } : shared
  const fill = (clause: Y.Map<unknown>) => {
    const [text, title] = [clause.get('text'), clause.get('heading')]
    if (isSharedType(text, 'fragment')) startRichText(text, ids)
    if (heading && isSharedType(title, 'text')) title.insert(0, heading)
  }
  return addEntry(doc, 'agreement', ids, position, { values: { code }, parts, fill })
}

export function hasClause(doc: Y.Doc, code: string): boolean {
  return [...entriesOf(doc, 'agreement').values()].some((clause) => isSharedType(clause, 'map') && clause.get('code') === code)
}

export function removeClause(doc: Y.Doc, id: string): void {
  removeEntry(doc, 'agreement', id)
}

export function moveClause(doc: Y.Doc, id: string, position: Position): void {
  moveEntry(doc, 'agreement', id, position)
}

/** Records that the parties agree the clause does not arise, and why; null takes it back. Throws `bad_input` for C13, C33 and own clauses. */
export function setNotArising(doc: Y.Doc, id: string, because: string | null): void {
  const clause = existing(doc, 'agreement', id)
  if (because === null) return clause.delete('notArising')
  if (!clauseDefinition(String(clause.get('code')))?.mayNotArise) throw badInput('notArising', 'this clause has to be answered')
  if (because.trim() === '') throw badInput('notArising', 'say why')
  if (because.length > MAX_WORDS_LENGTH) throw badInput('notArising', `more than ${MAX_WORDS_LENGTH} characters`)
  clause.set('notArising', because)
}
