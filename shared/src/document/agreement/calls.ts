import { rowsOf } from '../field/fields.js'
import type { Clause } from './agreement.js'
import { CLAUSES } from './clauses.js'

/** The answer that calls for a clause: of which clause, and which field. */
export interface Call {
  readonly clause: string
  readonly field: string
}

export interface MissingClause {
  readonly code: string
  /** Null: no answer calls for it yet, but a full agreement answers it before anybody signs. */
  readonly because: Call | null
}

/** What of a clause calls for others. */
type Calling = Pick<Clause, 'code' | 'fields' | 'notArising'>

/** What the rules below ask of an agreement: its answers, by clause and field. */
class Answers {
  constructor(private readonly clauses: readonly Calling[]) {}

  #value(code: string, field: string) {
    return this.clauses.find((clause) => clause.code === code && clause.notArising === null)?.fields[field]
  }
  is(code: string, field: string, ...wanted: readonly (string | boolean)[]): boolean {
    const value = this.#value(code, field)
    return Array.isArray(value) ? value.some((item) => wanted.includes(item as string)) : wanted.includes(value as string)
  }
  count(code: string, field: string): number {
    const value = this.#value(code, field)
    return Array.isArray(value) ? value.length : 0
  }
  anyRow(code: string, field: string, cell: string, ...wanted: readonly string[]): boolean {
    const clause = this.clauses.find((one) => one.code === code && one.notArising === null)
    return rowsOf(clause?.fields ?? {}, field).some(({ cells }) => [cells[cell] ?? []].flat().some((item) => wanted.includes(String(item))))
  }
}

type Rule = readonly [called: readonly string[], clause: string, field: string, when: (answers: Answers) => boolean]

/** Data that names people, or shows them. */
const PERSONAL = ['pseudonymised_microdata', 'identifiable', 'image_audio']
const RECORDS = ['anonymised_microdata', ...PERSONAL]

/**
 * Which answer calls for which further clauses (domain.md B2, marks s and k, and what lies near). A rule adds a
 * question, never an obligation: the parties may still answer that it does not arise.
 */
const RULES: readonly Rule[] = [
  [['C11', 'C12', 'C17', 'C18', 'C19', 'C32', 'C31'], 'C09', 'dataset', (all) => all.anyRow('C09', 'dataset', 'level', ...PERSONAL)],
  [['C20', 'C10'], 'C09', 'dataset', (all) => all.anyRow('C09', 'dataset', 'level', ...RECORDS)],
  [['C05', 'C28'], 'C06', 'communityAuthority', (all) => all.is('C06', 'communityAuthority', true)],
  [['C05', 'C28'], 'C06', 'populations', (all) => all.is('C06', 'populations', 'PI')],
  [['C22', 'C24'], 'C07', 'purposes', (all) => all.anyRow('C07', 'purposes', 'dataClass', 'K1', 'K2')],
  [['C15', 'C23'], 'C25', 'channels', (all) => all.count('C25', 'channels') > 0],
  [['C26'], 'C25', 'communityValidation', (all) => all.is('C25', 'communityValidation', true)],
  [['C30'], 'C16', 'recipients', (all) => all.count('C16', 'recipients') > 1],
  [['C35', 'C39'], 'C04', 'party', (all) => all.count('C04', 'party') > 2],
  [['C38'], 'C04', 'party', (all) => all.anyRow('C04', 'party', 'kind', 'private', 'international')],
  [['C42'], 'C04', 'party', (all) => all.anyRow('C04', 'party', 'kind', 'international')],
  [['C42'], 'C18', 'storageCountries', (all) => all.count('C18', 'storageCountries') > 1],
  [['C36'], 'C10', 'safetyRisk', (all) => all.is('C10', 'safetyRisk', 'medium', 'high', 'extreme')],
  [['C34'], 'C26', 'returns', (all) => all.is('C26', 'returns', 'training', 'funds', 'equipment', 'services')],
  [['C27', 'C38'], 'C34', 'funders', (all) => all.count('C34', 'funders') > 0],
  [['C37', 'C40'], 'C31', 'notify', (all) => all.is('C31', 'notify', 'authority')],
  [['C03'], 'C01', 'languages', (all) => all.count('C01', 'languages') > 1]
]

/**
 * The clauses an agreement does not have and will need: first those an answer calls for, with that answer; then what a
 * full agreement answers before it is signed. In the catalogue's order each; optional ones only when called for.
 */
export function missingClauses(clauses: readonly Calling[]): readonly MissingClause[] {
  const present = new Set(clauses.map(({ code }) => code))
  const calls = calledFor(clauses)
  const missing = CLAUSES.filter(({ code }) => !present.has(code))
  return [
    ...missing.flatMap(({ code }) => (calls.has(code) ? [{ code, because: calls.get(code) ?? null }] : [])),
    ...missing.filter(({ code, needed }) => needed === 'always' && !calls.has(code)).map(({ code }) => ({ code, because: null }))
  ]
}

/** The codes of the clauses that have to be answered before it is signed, there or not: those of every agreement, and those an answer calls for. */
export function requiredClauses(clauses: readonly Calling[]): ReadonlySet<string> {
  return new Set([...CLAUSES.filter(({ needed }) => needed === 'always').map(({ code }) => code), ...calledFor(clauses).keys()])
}

/** By code, the first answer that calls for the clause. */
function calledFor(clauses: readonly Calling[]): ReadonlyMap<string, Call> {
  const answers = new Answers(clauses)
  const calls = new Map<string, Call>()
  for (const [called, clause, field, when] of RULES) {
    if (!when(answers)) continue
    for (const code of called) if (!calls.has(code)) calls.set(code, { clause, field })
  }
  return calls
}
