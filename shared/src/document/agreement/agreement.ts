import type * as Y from 'yjs'
import { storedEntries, type IdSource, type StoredEntry } from '../entry.js'
import { wellFormed } from '../json-value.js'
import { readable } from '../readable.js'
import { readRichText } from '../rich-text/read.js'
import { richTextWords, type RichText } from '../rich-text/rich-text.js'
import { wordsOfText } from '../words-of-text.js'
import { fieldWords, readFields, type Fields } from '../field/fields.js'
import { clauseDefinition, SHORT_TEMPLATE } from './clauses.js'
import { AGREEMENT_LAYOUT } from './layout.js'
import { addClause, hasClause } from './verbs.js'

export interface Clause {
  readonly id: string
  /** A catalogue code (`C07`), also one that only another build knows, or `own`. */
  readonly code: string
  /** Own clauses only; empty otherwise. */
  readonly heading: string
  readonly text: RichText
  /** Answers by field name, without a prototype; fields that are not answered, or are not of this clause, are left out. */
  readonly fields: Fields
  /** Why the parties agree that the clause does not arise, or null. */
  readonly notArising: string | null
}

export interface AgreementContent {
  readonly kind: 'agreement'
  /** In the order people gave them. */
  readonly clauses: readonly Clause[]
}

export function readAgreement(doc: Y.Doc): AgreementContent {
  return { kind: 'agreement', clauses: storedEntries(readable(doc, AGREEMENT_LAYOUT), 'clauses').map(readClause) }
}

function readClause(entry: StoredEntry): Clause {
  const stored = entry.value('code')
  const code = typeof stored === 'string' && /^C\d{2}$/.test(stored) ? stored : 'own'
  const reason = entry.value('notArising')
  const mayNotArise = clauseDefinition(code)?.mayNotArise === true
  return {
    id: entry.id,
    code,
    heading: code === 'own' ? wordsOfText(entry.part('heading', 'text')) : '',
    text: readRichText(entry.part('text', 'fragment')),
    fields: readFields(clauseDefinition(code)?.fields ?? [], entry.part('fields', 'map')),
    notArising: mayNotArise && typeof reason === 'string' && reason !== '' ? wellFormed(reason) : null
  }
}

/** The clauses of a template that are not there yet, in its order, each with an empty text; returns their codes. */
export function startAgreement(
  doc: Y.Doc,
  { newId, entries = SHORT_TEMPLATE }: IdSource & { readonly entries?: readonly string[] }
): readonly string[] {
  const added = entries.filter((code) => !hasClause(doc, code))
  for (const code of added) addClause(doc, { newId }, { code })
  return added
}

export function agreementWords({ clauses }: AgreementContent): string {
  return clauses
    .flatMap(({ code, heading, text, fields, notArising }) => [
      heading,
      richTextWords(text),
      ...fieldWords(clauseDefinition(code)?.fields ?? [], fields),
      notArising ?? ''
    ])
    .filter((words) => words !== '')
    .join('\n')
}
