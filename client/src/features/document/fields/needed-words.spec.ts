import { clauseDefinition, type Fields, type Row } from '@roundtable/shared/document'
import { isMessageKey, startCatalogue } from '../../../locales/catalogue.js'
import type { Text } from '../../../locales/use-text.js'
import { neededWords } from './needed-words.js'

describe('what is still needed', () => {
  let text: Pick<Text, 't' | 'sentence'>
  beforeAll(async () => {
    const catalogue = await startCatalogue('en')
    const t: Text['t'] = (key, args) => catalogue.t(key, { ...args })
    text = { t, sentence: (key, otherwise, args) => t(isMessageKey(key) ? key : otherwise, args) }
  })
  const list = (parts: readonly string[]) => new Intl.ListFormat('en').format(parts)
  const of = (code: string, fields: Fields) => neededWords(fields, clauseDefinition(code)!.fields, `clause.${code}`, { ...text, list })
  const row = (id: string, cells: Row['cells']): Row => ({ id, cells })

  it('[DOC-81] is a table by its name while it has no row, and then the rows and columns that lack something', () => {
    expect(of('C04', {}).needed).toEqual(['Parties'])
    const whole = { name: 'The office', kind: 'nso', dataRoles: ['holder'] }
    const party = [row('a', whole), row('b', { name: 'River Watch', dataRoles: ['steward'] }), row('c', {})]
    expect(of('C04', { party }).needed).toEqual([
      'Parties: Kind of River Watch',
      `Parties: ${list(['Name', 'Kind', 'What it does with the data'])} of Row 3`
    ])
    expect(of('C04', { party: [row('a', whole)] })).toEqual({ needed: [], tooEarly: [] })
  })

  it('[DOC-81] a day that is there and too early is said to be that', () => {
    expect(of('C41', { start: '2027-03-03', end: '2027-03-02' })).toEqual({ needed: ['Reviewed on'], tooEarly: ['End'] })
  })
})
