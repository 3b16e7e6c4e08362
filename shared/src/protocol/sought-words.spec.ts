import { holdsWords, soughtPattern, soughtWords } from './sought-words.js'

const TEXTS = ['Río Arín: wells', 'ŁÓDŹ øst', 'Вода в сёлах', 'مِيَاهُ الشُّرب', 'Ορισμός', 'A.C (draft) [1]', 'Diệp']
const SOUGHT = ['rio', 'ARIN wells', 'lodz ost', 'селах вода', 'مياه', 'ορισμος', 'a.c', 'abc', '(draft)', '[1]', 'diep', 'wells nile', '*']

describe('words that are looked for', () => {
  it('[WORK-58] are found whatever the accents, capitals and order, and stand for nothing else', () => {
    const found = SOUGHT.map((typed) => [typed, TEXTS.filter((text) => holdsWords(text, soughtWords(typed)))])
    expect(Object.fromEntries(found)).toEqual({
      rio: ['Río Arín: wells'],
      'ARIN wells': ['Río Arín: wells'],
      'lodz ost': ['ŁÓDŹ øst'],
      'селах вода': ['Вода в сёлах'],
      مياه: ['مِيَاهُ الشُّرب'],
      ορισμος: ['Ορισμός'],
      'a.c': ['A.C (draft) [1]'],
      abc: [],
      '(draft)': ['A.C (draft) [1]'],
      '[1]': ['A.C (draft) [1]'],
      diep: ['Diệp'],
      'wells nile': [],
      '*': []
    })
  })

  it('[WORK-58] are the same words as patterns for the database', () => {
    const asPatterns = (typed: string) => (text: string) =>
      soughtWords(typed).every((word) => new RegExp(soughtPattern(word), 'u').test(text.normalize('NFKD')))
    for (const typed of SOUGHT)
      expect(TEXTS.filter(asPatterns(typed))).toEqual(TEXTS.filter((text) => holdsWords(text, soughtWords(typed))))
  })
})
