import type { ClauseDefinition } from './clause-definition.js'
import { CARE } from './clauses/care.js'
import { DATA } from './clauses/data.js'
import { RETURN } from './clauses/return.js'
import { RUNNING } from './clauses/running.js'
import { TOGETHER } from './clauses/together.js'
import { USE } from './clauses/use.js'

/** Every clause of the catalogue, C01 to C43, chapter by chapter. Rich text is beside the fields, in the clause's `text`. */
export const CLAUSES: readonly ClauseDefinition[] = [...TOGETHER, ...DATA, ...USE, ...CARE, ...RETURN, ...RUNNING]

/**
 * The short template: the fourteen clauses that partners settle first, from all six chapters. C13 and C33 are among
 * them because they are the two that nobody may answer with "does not arise".
 */
export const SHORT_TEMPLATE: readonly string[] = [
  ...['C02', 'C04', 'C06'],
  'C09',
  ...['C07', 'C08'],
  ...['C13', 'C16', 'C21', 'C29'],
  ...['C14', 'C25'],
  ...['C33', 'C41']
]

const BY_CODE = new Map(CLAUSES.map((definition) => [definition.code, definition]))

/** The definition of a catalogue clause, or undefined for an own clause and for codes of another build. */
export function clauseDefinition(code: string): ClauseDefinition | undefined {
  return BY_CODE.get(code)
}
