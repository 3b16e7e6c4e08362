import { answerState, clauseDefinition, isAnswer, type AnswerState, type Clause } from '@roundtable/shared/document'
import { inChapters } from './chapters.js'

export function clauseState(clause: Clause): AnswerState {
  return answerState(clause, clauseDefinition(clause.code)?.fields ?? [])
}

/** The next clause, as they are read, that is not answered yet; after the last the first again. Null where all the others are. */
export function nextOpenAfter(clauses: readonly Clause[], clause: Clause): Clause | null {
  const read = inChapters(clauses).flatMap((each) => each.clauses)
  const at = read.findIndex(({ id }) => id === clause.id)
  return [...read.slice(at + 1), ...read.slice(0, at)].find((one) => !isAnswer(clauseState(one))) ?? null
}

/** "9 of 14 answered": what counts as an answer, over all clauses. */
export function countAnswered(clauses: readonly Clause[]): number {
  return clauses.filter((clause) => isAnswer(clauseState(clause))).length
}
