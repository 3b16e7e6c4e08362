import type * as Y from 'yjs'
import { addClause, setNotArising } from './agreement/verbs.js'
import { addRow, setCell, setField } from './answers.js'
import type { IdSource } from './entry.js'
import { type FieldValue, type Fields, type Row } from './field/fields.js'
import type { Content } from './kinds.js'
import { entriesOf, part, root, type ListKind, type PartName } from './layouts.js'
import { addObjective } from './objectives/verbs.js'
import { hasOpaque, richTextWords, type RichText } from './rich-text/rich-text.js'
import { writeRichText } from './rich-text/write.js'
import { addTask } from './roadmap/verbs.js'
import { isSharedType } from './shared-type.js'

/** A part of a document that can be handed on by itself: an entry, a root's text, a line of plain words. */
export interface Passage {
  readonly id: string
  /** Of a clause or a question: its code. */
  readonly code: string | null
  /** How it begins. */
  readonly words: string
}

const ROOT_TEXTS = ['goal', 'missing', 'success'] as const

/** The passages of a document that say something, in its order. */
export function passagesOf(content: Content): readonly Passage[] {
  return everyPassage(content).filter(({ words }) => words.trim() !== '')
}

function everyPassage(content: Content): readonly Passage[] {
  switch (content.kind) {
    case 'plain':
      return content.content.split('\n').map((words, index) => ({ id: String(index), code: null, words }))
    case 'objectives':
      return [
        ...ROOT_TEXTS.map((name) => ({ id: name, code: name, words: richTextWords(content[name]) })),
        ...content.objectives.map(({ id, issue, data, why, fields }) => ({
          id,
          code: null,
          words: wordsOf([issue, data, why], fields)
        }))
      ]
    case 'agreement':
      return content.clauses.map(({ id, code, heading, text, fields, notArising }) => ({
        id,
        code,
        words: [heading, notArising ?? '', wordsOf([text], fields)].filter((words) => words !== '').join('\n')
      }))
    case 'roadmap':
      return content.tasks.map(({ id, title, why, fields }) => ({ id, code: null, words: [title, wordsOf([why], fields)].join('\n') }))
    case 'plan':
    case 'principles':
      return content.answers.map(({ id, text, fields }) => ({ id, code: id, words: wordsOf([text], fields) }))
  }
}

function wordsOf(texts: readonly RichText[], fields: Fields): string {
  const answers = Object.values(fields).flatMap((value) => (typeof value === 'string' ? [value] : []))
  return [...texts.map(richTextWords), ...answers].filter((words) => words !== '').join('\n')
}

/**
 * Writes the chosen passages of a document into a new one of the same kind, which has its template: with ids of their own,
 * so that nothing binds the two together. What this build does not know in a text is written as words.
 */
export function copyPassages(content: Content, chosen: ReadonlySet<string>, doc: Y.Doc, ids: IdSource): void {
  switch (content.kind) {
    case 'plain':
      return root(doc, 'plain', 'content').insert(
        0,
        content.content
          .split('\n')
          .filter((_, index) => chosen.has(String(index)))
          .join('\n')
      )
    case 'objectives':
      for (const name of ROOT_TEXTS) if (chosen.has(name)) write(root(doc, 'objectives', name), content[name], ids)
      for (const { classification, fields, ...texts } of content.objectives.filter((each) => chosen.has(each.id))) {
        const copy = addObjective(doc, ids, classification ? { classification } : {})
        for (const name of ['issue', 'data', 'why'] as const) writePart(doc, { kind: 'objectives', id: copy, name }, texts[name], ids)
        copyFields(doc, 'objectives', copy, fields, ids)
      }
      return
    case 'agreement':
      for (const { code, heading, text, fields, notArising } of content.clauses.filter((each) => chosen.has(each.id))) {
        const copy = clauseOf(doc, code) ?? addClause(doc, ids, { code, ...(code === 'own' ? { heading } : {}) })
        writePart(doc, { kind: 'agreement', id: copy, name: 'text' }, text, ids)
        copyFields(doc, 'agreement', copy, fields, ids)
        if (notArising !== null) setNotArising(doc, copy, notArising)
      }
      return
    case 'roadmap':
      for (const { why, fields, ...task } of content.tasks.filter((each) => chosen.has(each.id))) {
        const copy = addTask(doc, ids, task)
        writePart(doc, { kind: 'roadmap', id: copy, name: 'why' }, why, ids)
        copyFields(doc, 'roadmap', copy, fields, ids)
      }
      return
    case 'plan':
    case 'principles':
      for (const { id, text, fields } of content.answers.filter((each) => chosen.has(each.id))) {
        writePart(doc, { kind: content.kind, id, name: 'text' }, text, ids)
        copyFields(doc, content.kind, id, fields, ids)
      }
  }
}

/** The clause of this code that the template has laid out; own clauses are always new. */
function clauseOf(doc: Y.Doc, code: string): string | undefined {
  if (code === 'own') return undefined
  return [...entriesOf(doc, 'agreement')].find(([, clause]) => isSharedType(clause, 'map') && clause.get('code') === code)?.[0]
}

function writePart<Kind extends ListKind>(
  doc: Y.Doc,
  { kind, id, name }: { kind: Kind; id: string; name: PartName<Kind> },
  text: RichText,
  ids: IdSource
): void {
  const fragment = part(doc, kind, id, name)
  if (isSharedType(fragment, 'fragment')) write(fragment, text, ids)
}

function write(fragment: Y.XmlFragment, text: RichText, { newId }: IdSource): void {
  if (!hasOpaque(text)) return writeRichText(fragment, text)
  const lines = richTextWords(text).split('\n')
  writeRichText(fragment, {
    type: 'doc',
    content: lines.map((line) => ({
      type: 'paragraph',
      attrs: { id: newId() },
      content: line === '' ? [] : [{ type: 'text', text: line }]
    }))
  })
}

function copyFields(doc: Y.Doc, kind: ListKind, id: string, fields: Fields, ids: IdSource): void {
  for (const [name, value] of Object.entries(fields)) {
    if (!isTable(value)) {
      setField(doc, kind, id, name, value)
      continue
    }
    for (const { cells } of value) {
      const row = addRow(doc, kind, id, name, ids)
      for (const [cell, answer] of Object.entries(cells)) setCell(doc, kind, id, { field: name, row, cell }, answer)
    }
  }
}

function isTable(value: FieldValue): value is readonly Row[] {
  return Array.isArray(value) && typeof value[0] === 'object'
}
