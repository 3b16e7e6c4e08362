import { SIDES } from '../../framework/index.js'
import { anyOf, list, targets, words, type FieldDefinition } from '../field/field-definition.js'

/** What can be said of an objective beside its texts: how it is measured, which goals it serves, whose words these are. */
export const OBJECTIVE_FIELDS: readonly FieldDefinition[] = [
  words('indicator'),
  targets('targets'),
  list('successSigns'),
  anyOf('wordsOf', 'optional', SIDES)
]
