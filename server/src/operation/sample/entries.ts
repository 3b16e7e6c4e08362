import {
  addRow,
  type CellValue,
  entriesOf,
  type ListKind,
  part,
  type PartName,
  type RichText,
  root,
  setCell,
  setField,
  setNotArising,
  writeRichText
} from '@roundtable/shared/document'
import * as Y from 'yjs'

export type NewId = () => string
type FormKind = 'plan' | 'principles'

/** What is written into one clause, question, objective or task. */
export interface SampleEntry {
  readonly text?: readonly string[]
  readonly fields?: Readonly<Record<string, CellValue>>
  readonly rows?: Readonly<Record<string, readonly Readonly<Record<string, CellValue>>[]>>
  /** Of a clause: why the parties agree that it does not arise. */
  readonly notArising?: string
}

export type SampleEntries = Readonly<Record<string, SampleEntry>>

/** Paragraphs of plain words as rich text. */
export function paragraphs(newId: NewId, ...lines: readonly string[]): RichText {
  return { type: 'doc', content: lines.map((text) => ({ type: 'paragraph', attrs: { id: newId() }, content: [{ type: 'text', text }] })) }
}

/** Answers the questions of a plan or of a side's principles, by their codes. */
export function form(kind: FormKind, entries: SampleEntries) {
  return (doc: Y.Doc, newId: NewId): void => {
    for (const [code, entry] of Object.entries(entries)) fillEntry(doc, newId, { kind, id: code, entry })
  }
}

/** Answers clauses that the template has laid out, by their codes; the others are left for the parties. */
export function agreement(entries: SampleEntries) {
  return (doc: Y.Doc, newId: NewId): void => {
    for (const [id, clause] of entriesOf(doc, 'agreement')) {
      const entry = clause instanceof Y.Map ? entries[String(clause.get('code'))] : undefined
      if (entry) fillEntry(doc, newId, { kind: 'agreement', id, entry })
    }
  }
}

/** A document without entries: minutes, letters, notes. */
export function plain(content: string) {
  return (doc: Y.Doc): void => doc.getText('content').insert(0, content)
}

export function fillRoot(doc: Y.Doc, newId: NewId, name: 'goal' | 'missing' | 'success', lines: readonly string[]): void {
  writeRichText(root(doc, 'objectives', name), paragraphs(newId, ...lines))
}

export function fillPart<Kind extends ListKind>(
  doc: Y.Doc,
  newId: NewId,
  { kind, id, name }: { kind: Kind; id: string; name: PartName<Kind> },
  lines: readonly string[]
): void {
  const fragment = part(doc, kind, id, name)
  if (fragment instanceof Y.XmlFragment) writeRichText(fragment, paragraphs(newId, ...lines))
}

export function fillEntry(doc: Y.Doc, newId: NewId, { kind, id, entry }: { kind: ListKind; id: string; entry: SampleEntry }): void {
  const { text = [], fields = {}, rows = {}, notArising } = entry
  if (text.length > 0 && kind !== 'objectives' && kind !== 'roadmap') fillPart(doc, newId, { kind, id, name: 'text' }, text)
  for (const [name, value] of Object.entries(fields)) setField(doc, kind, id, name, value)
  for (const [field, each] of Object.entries(rows)) {
    for (const cells of each) {
      const row = addRow(doc, kind, id, field, { newId })
      for (const [cell, value] of Object.entries(cells)) setCell(doc, kind, id, { field, row, cell }, value)
    }
  }
  if (notArising) setNotArising(doc, id, notArising)
}
