import { answerState, clauseDefinition, isAnswer, requiredClauses, type AnswerState, type Clause } from '@roundtable/shared/document'
import { asRead } from './chapters.js'

export function clauseState(clause: Clause): AnswerState {
  return answerState(clause, clauseDefinition(clause.code)?.fields ?? [])
}

/** The next clause, as they are read, that is not answered yet; after the last the first again. Null where all the others are. */
export function nextOpenAfter(clauses: readonly Clause[], clause: Clause): Clause | null {
  const read = asRead(clauses)
  const at = read.findIndex(({ id }) => id === clause.id)
  return [...read.slice(at + 1), ...read.slice(0, at)].find((one) => !isAnswer(clauseState(one))) ?? null
}

/** How far an agreement is, and where to go on. */
export interface Readiness {
  readonly answered: number
  readonly total: number
  /** Clauses that stand here, have to be answered before it is signed, and are not yet, in the order they are read. */
  readonly lacking: readonly Clause[]
  /** The first clause that is not answered, required or not. */
  readonly firstOpen: Clause | null
}

export function readinessOf(clauses: readonly Clause[]): Readiness {
  const open = asRead(clauses).filter((clause) => !isAnswer(clauseState(clause)))
  const required = requiredClauses(clauses)
  return {
    answered: clauses.length - open.length,
    total: clauses.length,
    lacking: open.filter(({ code }) => required.has(code)),
    firstOpen: open[0] ?? null
  }
}
