import type { CellDefinition, Row, RowsDefinition } from '@roundtable/shared/document'
import {
  COMMITMENTS,
  DATA_CLASSES,
  ENABLERS,
  FUNDINGS,
  GAPS,
  GSBPM_VERSIONS,
  LEVELS,
  OBJECTIVE_CODES,
  POPULATIONS,
  PRINCIPLES,
  SIDES,
  STAGES
} from '@roundtable/shared/framework'
import { beginning } from '../../../lib/beginning.js'
import type { Text } from '../../../locales/use-text.js'

/** Code lists of the Framework have one name each, wherever they are asked for. */
const NAMED = new Map<readonly string[], string>([
  [COMMITMENTS, 'commitment'],
  [DATA_CLASSES, 'dataClass'],
  [ENABLERS, 'enabler'],
  [FUNDINGS, 'funding'],
  [GAPS, 'gap'],
  [GSBPM_VERSIONS, 'gsbpmVersion'],
  [LEVELS, 'level'],
  [OBJECTIVE_CODES, 'objective'],
  [POPULATIONS, 'population'],
  [PRINCIPLES, 'principle'],
  [SIDES, 'sideTitle'],
  [STAGES, 'stage']
])

type Enumeration = Extract<CellDefinition, { type: 'enumeration' }>

/** The catalogue key of an option: of its list where that has a name, else of its field. */
export function optionKey(key: string, { options }: Enumeration, code: string): string {
  const list = NAMED.get(options) ?? (/^\d\.\d$/.test(code) && options.length > 2 ? 'gsbpm' : key)
  return `${list}.${code}`
}

/** What a field is called, with the mark of what is needed. */
export function fieldLabel({ name, required }: Pick<CellDefinition, 'name' | 'required'>, key: string, { t, sentence }: Text): string {
  const words = sentence(key, 'field.unknownField', { name })
  return required ? t('field.required', { name: words }) : words
}

/** How much of a row's first answer names it wherever it is named; the whole of it stands in its field. */
const MOST_OF_A_NAME = 100

/** What a row is called: its first answer, or its number. */
export function rowName(field: RowsDefinition, { cells }: Row, index: number, t: Text['t']): string {
  const first = cells[field.cells[0]?.name ?? '']
  return typeof first === 'string' && first !== '' ? beginning(first, MOST_OF_A_NAME) : t('field.row', { number: index + 1 })
}
