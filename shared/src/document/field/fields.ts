import type * as Y from 'yjs'
import { badInput } from '../bad-input.js'
import type { IdSource } from '../entry.js'
import { isId } from '../limits.js'
import { inOrder, placesFor } from '../place.js'
import type { CellDefinition, FieldDefinition, RowsDefinition } from './field-definition.js'
import { readFieldValue, reasonAgainst, type CellValue } from './field-value.js'

/*
 * Answers are stored flat in one Y.Map: a field under its name; a row of a table under `name/rowId`, where its place
 * stands, and its cells under `name/rowId/cell`. So two people who fill two cells, or add two rows, never meet.
 */

/** A row of a table, with the answers of its cells. */
export interface Row {
  readonly id: string
  readonly cells: Readonly<Record<string, CellValue>>
}

export type FieldValue = CellValue | readonly Row[]

/** Answers by field name, without a prototype; what is not answered, or is not of these fields, is left out. */
export type Fields = Readonly<Record<string, FieldValue>>

const MAX_ROWS = 200

/** A table's rows, none where it is not answered; and none for a field that is no table. */
export function rowsOf(fields: Fields, name: string): readonly Row[] {
  const value = fields[name]
  return isTable(value) ? value : []
}

function isTable(value: FieldValue | undefined): value is readonly Row[] {
  return Array.isArray(value) && typeof value[0] === 'object'
}

export function readFields(definitions: readonly FieldDefinition[], stored: Y.Map<unknown> | undefined): Fields {
  const fields = Object.create(null) as Record<string, FieldValue>
  for (const field of definitions) {
    const value = field.type === 'rows' ? readRows(field, stored) : readFieldValue(field, stored?.get(field.name))
    if (value !== undefined) fields[field.name] = value
  }
  return fields
}

function readRows(field: RowsDefinition, stored: Y.Map<unknown> | undefined): readonly Row[] | undefined {
  const read = placedRows(field.name, stored).map(({ id }) => {
    const cells = Object.create(null) as Record<string, CellValue>
    for (const cell of field.cells) {
      const value = readFieldValue(cell, stored?.get(`${field.name}/${id}/${cell.name}`))
      if (value !== undefined) cells[cell.name] = value
    }
    return { id, cells }
  })
  return read.length > 0 ? read : undefined
}

function placedRows(name: string, stored: Y.Map<unknown> | undefined) {
  const found = [...(stored?.entries() ?? [])].flatMap(([key, place]) => {
    const [field, id, ...rest] = key.split('/')
    return field === name && isId(id) && rest.length === 0 ? [{ id, place }] : []
  })
  return inOrder(found)
}

/** The definition of one of these fields. Throws `bad_input` naming it. */
export function fieldNamed(definitions: readonly FieldDefinition[], name: string): FieldDefinition {
  const field = definitions.find((definition) => definition.name === name)
  if (!field) throw badInput(name, 'not a field of this')
  return field
}

/** Answers a field, or takes the answer back with null. Throws `bad_input` naming the field; a table is written row by row. */
export function writeField(stored: Y.Map<unknown>, field: FieldDefinition, value: CellValue | null): void {
  if (field.type === 'rows') throw badInput(field.name, 'a table is filled row by row')
  writeValue(stored, field.name, field, value)
}

/** Adds an empty row, last; returns its id. Throws `bad_input`. */
export function writeRow(stored: Y.Map<unknown>, field: FieldDefinition, { newId }: IdSource): string {
  if (field.type !== 'rows') throw badInput(field.name, 'not a table')
  const others = placedRows(field.name, stored)
  if (others.length >= MAX_ROWS) throw badInput(field.name, `more than ${MAX_ROWS} rows`)
  const id = newId()
  if (!isId(id) || id.includes('/')) throw badInput('id', 'not an id')
  for (const [key, place] of placesFor(id, others, others.length)) stored.set(`${field.name}/${key}`, place)
  return id
}

/** Answers a cell. Throws `bad_input` naming the field, the cell, or a row that is gone. */
export function writeCell(stored: Y.Map<unknown>, field: FieldDefinition, row: string, name: string, value: CellValue | null): void {
  if (field.type !== 'rows') throw badInput(field.name, 'not a table')
  if (!stored.has(`${field.name}/${row}`)) throw badInput('row', 'no longer there')
  const cell = field.cells.find((definition) => definition.name === name)
  if (!cell) throw badInput(name, 'not a column of this table')
  writeValue(stored, `${field.name}/${row}/${name}`, cell, value)
}

/** Takes a row out with all its cells. What somebody fills in meanwhile stays stored, and is read no more. */
export function eraseRow(stored: Y.Map<unknown>, field: FieldDefinition, row: string): void {
  const own = `${field.name}/${row}`
  for (const key of [...stored.keys()]) if (key === own || key.startsWith(`${own}/`)) stored.delete(key)
}

function writeValue(stored: Y.Map<unknown>, key: string, cell: CellDefinition, value: CellValue | null): void {
  const reason = value === null ? null : reasonAgainst(cell, value, stored.get(key))
  if (reason) throw badInput(cell.name, reason)
  if (value === null) stored.delete(key)
  else stored.set(key, value)
}

/** The words of answers, for search and recovery: not codes, days and numbers. */
export function fieldWords(definitions: readonly FieldDefinition[], fields: Fields): readonly string[] {
  return definitions.flatMap((field) => {
    const value = fields[field.name]
    if (value === undefined) return []
    if (field.type !== 'rows') return isWordy(field) ? wordsOf(value as CellValue) : []
    return (value as readonly Row[]).flatMap(({ cells }) =>
      field.cells.filter(isWordy).flatMap((cell) => (cells[cell.name] === undefined ? [] : wordsOf(cells[cell.name] as CellValue)))
    )
  })
}

const isWordy = ({ type }: CellDefinition) => type === 'text' || type === 'list'
const wordsOf = (value: CellValue): readonly string[] => (Array.isArray(value) ? value.map(String) : [String(value)])
