import { richTextWords, type FieldDefinition, type Fields, type RichText } from '@roundtable/shared/document'

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
  const value = fields[field.name]
  if (field.type !== 'rows' || !Array.isArray(value)) return value !== undefined
  const needed = field.cells.filter(({ required }) => required)
  return value.every((row) => typeof row === 'object' && needed.every(({ name }) => row.cells[name] !== undefined))
}

/** The sign beside the words, for those who scan; the words say the same. */
export const ANSWER_SIGNS: Readonly<Record<AnswerState, string>> = { open: '○', begun: '◐', answered: '●', not_arising: '–' }

export function isAnswer(state: AnswerState): boolean {
  return state === 'answered' || state === 'not_arising'
}
