import { OBJECTIVE_CODES, type ObjectiveCode } from '../../framework/index.js'
import { badInput } from '../bad-input.js'
import { codeOf, ownProperty, wellFormed } from '../json-value.js'

/** What an objective is for (¶14). The words belong to OX alone, so both are one value and never half of each. */
export interface Classification {
  readonly code: ObjectiveCode
  /** In own words; present with OX only. */
  readonly other?: string
}

const MAX_OTHER_LENGTH = 500

/** Any stored value as a classification, or null when it is none. */
export function readClassification(value: unknown): Classification | null {
  const code = codeOf(OBJECTIVE_CODES, ownProperty(value, 'code'))
  if (code === undefined) return null
  const other = ownProperty(value, 'other')
  return code === 'OX' && typeof other === 'string' && other !== '' ? { code, other: wellFormed(other) } : { code }
}

/** The classification to store. Throws `bad_input` naming `code` or `other`. */
export function checkedClassification({ code, other }: Classification): Classification {
  if (codeOf(OBJECTIVE_CODES, code) === undefined) throw badInput('code', 'not an objective of ¶14')
  if (other === undefined || other === '') return { code }
  if (code !== 'OX') throw badInput('other', 'only OX is described in own words')
  if (typeof other !== 'string' || other.length > MAX_OTHER_LENGTH) throw badInput('other', `at most ${MAX_OTHER_LENGTH} characters`)
  return { code, other }
}
