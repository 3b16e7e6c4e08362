import type * as Y from 'yjs'
import { clauseDefinition } from './agreement/clauses.js'
import { badInput } from './bad-input.js'
import { existing, type IdSource } from './entry.js'
import type { FieldDefinition } from './field/field-definition.js'
import type { CellValue } from './field/field-value.js'
import { eraseRow, fieldNamed, writeCell, writeField, writeRow } from './field/fields.js'
import { part, type ListKind } from './layouts.js'
import { OBJECTIVE_FIELDS } from './objectives/fields.js'
import { PLAN_QUESTIONS } from './plan/questions.js'
import { PRINCIPLE_QUESTIONS } from './principles/principles.js'
import { TASK_FIELDS } from './roadmap/fields.js'

/** The fields that an entry of each kind has: by its clause or question, or the same for all. */
const FIELDS_OF: Readonly<Record<ListKind, (id: string, entry: Y.Map<unknown>) => readonly FieldDefinition[]>> = {
  agreement: (_, entry) => clauseDefinition(String(entry.get('code')))?.fields ?? [],
  objectives: () => OBJECTIVE_FIELDS,
  roadmap: () => TASK_FIELDS,
  plan: (id) => PLAN_QUESTIONS.find(({ code }) => code === id)?.fields ?? [],
  principles: (id) => PRINCIPLE_QUESTIONS.find(({ code }) => code === id)?.fields ?? []
}

/** Answers a field of an entry, or takes the answer back with null. Throws `bad_input` naming `id` or the field. */
export function setField(doc: Y.Doc, kind: ListKind, id: string, name: string, value: CellValue | null): void {
  const { stored, field } = fieldOf(doc, kind, id, name)
  writeField(stored, field, value)
}

/** Adds an empty row to a table, last; returns its id. Throws `bad_input`. */
export function addRow(doc: Y.Doc, kind: ListKind, id: string, name: string, ids: IdSource): string {
  const { stored, field } = fieldOf(doc, kind, id, name)
  return doc.transact(() => writeRow(stored, field, ids))
}

/** Answers a cell of a row. Throws `bad_input` naming `id`, `row`, the field or the cell. */
export function setCell(
  doc: Y.Doc,
  kind: ListKind,
  id: string,
  at: { readonly field: string; readonly row: string; readonly cell: string },
  value: CellValue | null
): void {
  const { stored, field } = fieldOf(doc, kind, id, at.field)
  writeCell(stored, field, at.row, at.cell, value)
}

/** Takes a row out of a table with all its cells. */
export function removeRow(doc: Y.Doc, kind: ListKind, id: string, name: string, row: string): void {
  const { stored, field } = fieldOf(doc, kind, id, name)
  doc.transact(() => eraseRow(stored, field, row))
}

function fieldOf(doc: Y.Doc, kind: ListKind, id: string, name: string): { stored: Y.Map<unknown>; field: FieldDefinition } {
  const field = fieldNamed(FIELDS_OF[kind](id, existing(doc, kind, id)), name)
  const stored = part(doc, kind, id, 'fields')
  if (!stored) throw badInput('id', 'this entry has lost its fields')
  return { stored, field }
}
