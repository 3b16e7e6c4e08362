import type { FieldDefinition } from './field/field-definition.js'
import { rowsOf, type Fields } from './field/fields.js'
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
 * A table is answered when it has rows and each has its required cells. "We agree that this does not arise, because …" is an answer too.
 */
export function answerState({ text, fields, notArising = null }: Answered, definitions: readonly FieldDefinition[]): AnswerState {
  if (notArising !== null) return 'not_arising'
  const required = definitions.filter((field) => field.required)
  const hasText = richTextWords(text).trim() !== ''
  const isAnswered = required.length > 0 ? required.every((field) => isGiven(field, fields)) : hasText
  if (isAnswered) return 'answered'
  return hasText || Object.keys(fields).length > 0 ? 'begun' : 'open'
}

function isGiven(field: FieldDefinition, fields: Fields): boolean {
  if (field.type !== 'rows') return fields[field.name] !== undefined
  const rows = rowsOf(fields, field.name)
  const needed = field.cells.filter(({ required }) => required)
  return rows.length > 0 && rows.every(({ cells }) => needed.every(({ name }) => cells[name] !== undefined))
}

/** The required fields that are not answered yet, in their order; for what has none, nothing: its text is the answer. */
export function missingFields({ fields }: Pick<Answered, 'fields'>, definitions: readonly FieldDefinition[]): readonly FieldDefinition[] {
  return definitions.filter((field) => field.required && !isGiven(field, fields))
}

export function isAnswer(state: AnswerState): boolean {
  return state === 'answered' || state === 'not_arising'
}
