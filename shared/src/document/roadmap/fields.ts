import { COMMITMENTS, ENABLERS, FUNDINGS, GAPS, GSBPM, LEVELS, POPULATIONS, PRINCIPLES } from '../../framework/index.js'
import { anyOf, list, oneOf, targets, whole, words, yesNo, type FieldDefinition } from '../field/field-definition.js'

/**
 * What can be said of a task beside title, reason, days and codes (domain.md B7). Who has accepted it, how far it is
 * and which side calls it done are rows on the server.
 */
export const TASK_FIELDS: readonly FieldDefinition[] = [
  yesNo('isMilestone'),
  oneOf('level', 'optional', LEVELS),
  anyOf('enablers', 'optional', ENABLERS),
  anyOf('principles', 'optional', PRINCIPLES),
  anyOf('populations', 'optional', POPULATIONS),
  targets('targets'),
  oneOf('targetRole', 'optional', ['fills_gap', 'disaggregates', 'complements', 'challenges', 'proxy']),
  anyOf('gaps', 'optional', GAPS),
  oneOf('commitment', 'optional', COMMITMENTS),
  anyOf('gsbpm', 'optional', GSBPM),
  list('contributors'),
  words('deliverable'),
  list('evidence'),
  words('effort'),
  whole('cost', 0, 1_000_000_000_000),
  words('currency'),
  oneOf('funding', 'optional', FUNDINGS),
  words('funder'),
  whole('checkInWeeks', 1, 52),
  whole('weight', 1, 100),
  words('risk')
]
