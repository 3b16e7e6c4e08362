import { answerState, clauseDefinition, isAnswer, type AnswerState, type Clause } from '@roundtable/shared/document'

export function clauseState(clause: Clause): AnswerState {
  return answerState(clause, clauseDefinition(clause.code)?.fields ?? [])
}

/** "9 of 14 answered": what counts as an answer, over all clauses. */
export function countAnswered(clauses: readonly Clause[]): number {
  return clauses.filter((clause) => isAnswer(clauseState(clause))).length
}
