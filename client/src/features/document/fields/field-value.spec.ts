import type { CellDefinition } from '@roundtable/shared/document'
import { shownValue, typedValue } from './field-value.js'

const list: CellDefinition = { name: 'l', type: 'list', required: false }
const countries: CellDefinition = { name: 'c', type: 'countries', required: false }
const number: CellDefinition = { name: 'n', type: 'number', required: false, from: 3, to: 1000 }
const spoken = {
  day: (at: Date) => `day ${at.getFullYear()}`,
  country: (code: string) => `land ${code}`,
  list: (parts: readonly string[]) => parts.join(' and ')
}

describe('an answer in its field', () => {
  it('[UI-51] is typed as lines or a number, and taken back when the field is emptied', () => {
    expect(typedValue(list, ' one \n\n two ')).toEqual(['one', 'two'])
    expect(typedValue(number, '10')).toBe(10)
    expect(typedValue(number, '  ')).toBeNull()
  })

  it('[UI-51] is shown to writers as they typed it and to readers in words', () => {
    expect(shownValue(countries, ['KG', 'KZ'], null)).toBe('KG, KZ')
    expect(shownValue(countries, ['KG', 'KZ'], spoken)).toBe('land KG and land KZ')
    expect(shownValue({ name: 'd', type: 'date', required: false }, '2027-03-01', spoken)).toBe('day 2027')
    expect(shownValue(list, undefined, spoken)).toBe('')
  })
})
