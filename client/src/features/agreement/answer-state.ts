import { clauseDefinition, richTextWords, type Clause } from '@roundtable/shared/document'

/** How far a clause is answered. Whether the parties agree to it is another question, and not decided by typing. */
export type AnswerState = 'open' | 'begun' | 'answered' | 'not_arising'

/**
 * A clause is answered when each of its required fields is; one without required fields when it has a text. "We agree
 * that this does not arise, because …" is an answer too.
 */
export function answerState(clause: Clause): AnswerState {
  if (clause.notArising !== null) return 'not_arising'
  const required = clauseDefinition(clause.code)?.fields.filter((field) => field.required) ?? []
  const hasText = richTextWords(clause.text).trim() !== ''
  const given = required.filter((field) => clause.fields[field.name] !== undefined).length
  const isAnswered = required.length > 0 ? given === required.length : hasText
  if (isAnswered) return 'answered'
  return hasText || Object.keys(clause.fields).length > 0 ? 'begun' : 'open'
}

/** "9 of 14 answered": what counts as an answer, over all clauses. */
export function countAnswered(clauses: readonly Clause[]): number {
  return clauses.filter((clause) => ['answered', 'not_arising'].includes(answerState(clause))).length
}
