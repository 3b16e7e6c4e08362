import type * as Y from 'yjs'
import { addClause, setNotArising } from './agreement/verbs.js'
import { addRow, setCell } from './answers.js'
import type { IdSource } from './entry.js'
import { startAnswers } from './form/form.js'
import { rowsOf, type Fields } from './field/fields.js'
import { entriesOf, part, root, type ListKind, type PartName } from './layouts.js'
import { addObjective } from './objectives/verbs.js'
import { OBJECTIVES_TEXTS, type ContentInPassages } from './passages.js'
import { PLAN_QUESTIONS } from './plan/questions.js'
import { hasOpaque, richTextWords, type ElementNode, type RichNode, type RichText } from './rich-text/rich-text.js'
import { writeRichText } from './rich-text/write.js'
import { addTask } from './roadmap/verbs.js'
import { isSharedType } from './shared-type.js'

/**
 * Writes all passages of `content` into a new document of the same kind, which has its template: with ids of their own, so
 * that nothing binds the two together. A text that holds what this build does not know is written as words.
 * Throws `bad_input` for what is read and yet may not be written, such as a table of more rows than one may have.
 */
export function copyPassages(content: ContentInPassages, doc: Y.Doc, ids: IdSource): void {
  switch (content.kind) {
    case 'objectives':
      for (const name of OBJECTIVES_TEXTS) if (content[name].content.length > 0) write(root(doc, 'objectives', name), content[name], ids)
      for (const { classification, fields, ...texts } of content.objectives) {
        const copy = addObjective(doc, ids, classification ? { classification } : {})
        for (const name of ['issue', 'data', 'why'] as const) writePart(doc, { kind: 'objectives', id: copy, name }, texts[name], ids)
        copyFields(doc, 'objectives', copy, fields, ids)
      }
      return
    case 'agreement':
      for (const { code, heading, text, fields, notArising } of content.clauses) {
        const copy = clauseOf(doc, code) ?? addClause(doc, ids, { code, ...(code === 'own' ? { heading } : {}) })
        writePart(doc, { kind: 'agreement', id: copy, name: 'text' }, text, ids)
        copyFields(doc, 'agreement', copy, fields, ids)
        if (notArising !== null) setNotArising(doc, copy, notArising)
      }
      return
    case 'roadmap':
      for (const { why, fields, title, sign, schedule, keyArea, stage, leadSide } of content.tasks) {
        const copy = addTask(doc, ids, { title, sign, schedule, keyArea, stage, leadSide })
        writePart(doc, { kind: 'roadmap', id: copy, name: 'why' }, why, ids)
        copyFields(doc, 'roadmap', copy, fields, ids)
      }
      return
    case 'plan': {
      // A template may have left a question out that the passage answers.
      const answers = root(doc, 'plan', 'answers')
      const lacking = PLAN_QUESTIONS.filter(({ code }) => !answers.has(code) && content.answers.some(({ id }) => id === code))
      startAnswers(answers, lacking, ids)
      for (const { id, text, fields } of content.answers) {
        writePart(doc, { kind: 'plan', id, name: 'text' }, text, ids)
        copyFields(doc, 'plan', id, fields, ids)
      }
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
  const blocks = hasOpaque(text) ? paragraphsOf(richTextWords(text)) : text.content
  const keyed = blocks.map((block) => (isElement(block) ? { ...block, attrs: { ...block.attrs, id: newId() } } : block))
  writeRichText(fragment, { type: 'doc', content: keyed })
}

const isElement = (block: RichNode): block is ElementNode => block.type !== 'text' && block.type !== 'opaque'

function paragraphsOf(words: string): readonly RichNode[] {
  return words.split('\n').map((line) => ({ type: 'paragraph', content: line === '' ? [] : [{ type: 'text', text: line }] }))
}

function copyFields(doc: Y.Doc, kind: ListKind, id: string, fields: Fields, ids: IdSource): void {
  const stored = part(doc, kind, id, 'fields')
  for (const [name, value] of Object.entries(fields)) {
    const rows = rowsOf(fields, name)
    // As it was read, unchecked: a code that only another list knows is kept here as it is there.
    if (rows.length === 0 && isSharedType(stored, 'map')) stored.set(name, value)
    for (const { cells } of rows) {
      const row = addRow(doc, kind, id, name, ids)
      for (const [cell, answer] of Object.entries(cells)) setCell(doc, kind, id, { field: name, row, cell }, answer)
    }
  }
}
