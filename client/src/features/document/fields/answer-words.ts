import type { CellDefinition, CellValue } from '@roundtable/shared/document'
import type { Format } from '../../../locales/use-format.js'
import type { Text } from '../../../locales/use-text.js'
import { shownValue } from './field-value.js'
import { optionKey } from './field-words.js'

/** An answer as it is read: options, countries and days by their names, several as a list or a line each. */
export function answerWords(
  field: CellDefinition,
  labelKey: string,
  value: CellValue | undefined,
  { t, sentence, day, country, list }: Pick<Text, 't' | 'sentence'> & Pick<Format, 'day' | 'country' | 'list'>
): string {
  if (value === undefined) return t('field.notAnswered')
  if (field.type === 'boolean') return t(value === true ? 'field.yes' : 'field.no')
  if (field.type !== 'enumeration') return shownValue(field, value, { day, country, list })
  const codes = typeof value === 'object' ? value : [String(value)]
  return codes.map((code) => sentence(optionKey(labelKey, field, code), 'field.unknownOption', { code })).join('\n')
}
