import type { FieldDefinition, RowsDefinition } from './field/field-definition.js'
import { rowsOf, type Fields, type Row } from './field/fields.js'
import { richTextWords, type RichText } from './rich-text/rich-text.js'

/** How far something is answered. Whether the parties agree to it is another question, and not decided by typing. */
export type AnswerState = 'open' | 'begun' | 'answered' | 'not_arising'

interface Answered {
  readonly text: RichText
  readonly fields: Fields
  readonly notArising?: string | null
}

/**
 * A clause or a question is answered when each of its required fields is; one without required fields when it has a text.
 * A table is answered when it has rows and each has its required cells; a day that is before the one it follows is no answer. "We agree that this does not arise, because …" is an answer too.
 */
export function answerState({ text, fields, notArising = null }: Answered, definitions: readonly FieldDefinition[]): AnswerState {
  if (notArising !== null) return 'not_arising'
  const hasText = richTextWords(text).trim() !== ''
  const isEnough = hasText || definitions.some((field) => field.required)
  if (isEnough && missingFields({ fields }, definitions).length === 0) return 'answered'
  return hasText || Object.keys(fields).length > 0 ? 'begun' : 'open'
}

function isGiven(field: FieldDefinition, fields: Fields): boolean {
  if (field.type !== 'rows') return fields[field.name] !== undefined
  const rows = rowsOf(fields, field.name)
  return rows.length > 0 && rows.every((row) => isRowAnswered(field, row))
}

/** It has all that is required of a row. */
export function isRowAnswered(definition: RowsDefinition, row: Row): boolean {
  return columnsLacking(definition, row).length === 0
}

/** What is required of a row and not there, by the columns' names. */
export function columnsLacking({ cells: columns }: RowsDefinition, { cells }: Row): readonly string[] {
  return columns.filter(({ name, required }) => required && cells[name] === undefined).map(({ name }) => name)
}

/** A day that is there, and before the one it may not be before. */
export function isTooEarly(field: FieldDefinition, fields: Fields): boolean {
  if (field.type !== 'date' || field.notBefore === undefined) return false
  const [own, other] = [fields[field.name], fields[field.notBefore]]
  return typeof own === 'string' && typeof other === 'string' && own < other
}

/** The required fields that are not answered yet, and days that are too early, in their order; what has none of them is answered by its text. */
export function missingFields({ fields }: Pick<Answered, 'fields'>, definitions: readonly FieldDefinition[]): readonly FieldDefinition[] {
  return definitions.filter((field) => (field.required && !isGiven(field, fields)) || isTooEarly(field, fields))
}

export function isAnswer(state: AnswerState): boolean {
  return state === 'answered' || state === 'not_arising'
}
