import { columnsLacking, isTooEarly, missingFields, rowsOf, type FieldDefinition, type Fields } from '@roundtable/shared/document'
import type { Format } from '../../../locales/use-format.js'
import type { Text } from '../../../locales/use-text.js'
import { rowName } from './field-words.js'

interface NeededWords {
  /** What has no answer yet: a field by its name; where only a row of a table lacks something, that row and its columns. */
  readonly needed: readonly string[]
  /** Days that have an answer which comes before another one. */
  readonly tooEarly: readonly string[]
}

/** What is left to answer, by the names that stand on the screen. */
export function neededWords(
  fields: Fields,
  definitions: readonly FieldDefinition[],
  labels: string,
  { t, sentence, list }: Pick<Text, 't' | 'sentence'> & Pick<Format, 'list'>
): NeededWords {
  const left = missingFields({ fields }, definitions)
  const labelOf = (key: string, name: string) => sentence(`${labels}.${key}`, 'field.unknownField', { name })
  const wordsOf = (field: FieldDefinition): readonly string[] => {
    const table = labelOf(field.name, field.name)
    const rows = field.type === 'rows' ? rowsOf(fields, field.name) : []
    if (field.type !== 'rows' || rows.length === 0) return [table]
    return rows.flatMap((row, index) => {
      const lacking = columnsLacking(field, row).map((name) => labelOf(`${field.name}.${name}`, name))
      return lacking.length === 0 ? [] : [t('field.lacking', { table, columns: list(lacking), row: rowName(field, row, index, t) })]
    })
  }
  return {
    needed: left.filter((field) => !isTooEarly(field, fields)).flatMap(wordsOf),
    tooEarly: left.filter((field) => isTooEarly(field, fields)).flatMap(wordsOf)
  }
}
