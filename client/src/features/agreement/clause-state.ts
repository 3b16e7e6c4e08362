import {
  answerState,
  clauseDefinition,
  CLAUSES,
  isAnswer,
  missingClauses,
  requiredClauses,
  type AnswerState,
  type Call,
  type Clause
} from '@roundtable/shared/document'
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

/** A clause that is to be answered before the agreement can be signed. */
export interface Left {
  readonly code: string
  /** Null: it is not in the agreement yet. */
  readonly clause: Clause | null
  /** The answer that calls for it, where it is not there. */
  readonly because: Call | null
}

/** How far an agreement is, and where to go on. */
export interface Readiness {
  readonly answered: number
  /** All that stands in it, and what it still lacks. */
  readonly total: number
  /** What is not answered of that, in the catalogue's order, own clauses last. */
  readonly left: readonly Left[]
  /** Clauses that stand here, have to be answered before it is signed, and are not yet, in the order they are read. */
  readonly lacking: readonly Clause[]
  /** The first clause that is not answered, required or not. */
  readonly firstOpen: Clause | null
}

export function readinessOf(clauses: readonly Clause[]): Readiness {
  const open = asRead(clauses).filter((clause) => !isAnswer(clauseState(clause)))
  const required = requiredClauses(clauses)
  const missing = missingClauses(clauses)
  const left: Left[] = [
    ...open.map((clause) => ({ code: clause.code, clause, because: null })),
    ...missing.map(({ code, because }) => ({ code, clause: null, because }))
  ]
  return {
    answered: clauses.length - open.length,
    total: clauses.length + missing.length,
    left: left.sort((one, other) => placeOf(one.code) - placeOf(other.code)),
    lacking: open.filter(({ code }) => required.has(code)),
    firstOpen: open[0] ?? null
  }
}

function placeOf(wanted: string): number {
  const place = CLAUSES.findIndex(({ code }) => code === wanted)
  return place < 0 ? CLAUSES.length : place
}
