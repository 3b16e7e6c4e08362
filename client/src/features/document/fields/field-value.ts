import type { CellDefinition, CellValue } from '@roundtable/shared/document'
import type { Format } from '../../../locales/use-format.js'

/** An answer as it stands in its field; with `spoken`, as it is read where it cannot be changed. */
export function shownValue(
  field: CellDefinition,
  value: CellValue | undefined,
  spoken: Pick<Format, 'day' | 'country' | 'list'> | null
): string {
  if (value === undefined) return ''
  if (typeof value === 'object') {
    if (field.type === 'list') return value.join('\n')
    // As they are typed, or as they are read.
    if (!spoken) return value.join(', ')
    return spoken.list(field.type === 'countries' ? value.map(spoken.country) : value)
  }
  if (field.type === 'date' && spoken) return spoken.day(new Date(`${String(value)}T00:00:00`))
  return String(value)
}

/** What was typed as an answer to store; null when the field was emptied. Whether it is one, `setField` decides. */
export function typedValue(field: CellDefinition, typed: string): CellValue | null {
  const trimmed = typed.trim()
  if (trimmed === '') return null
  if (field.type === 'number') return Number(trimmed)
  if (field.type === 'list')
    return trimmed
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter((line) => line !== '')
  return field.type === 'date' ? trimmed : typed
}
