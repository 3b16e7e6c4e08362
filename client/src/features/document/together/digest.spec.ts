import { startCatalogue } from '../../../locales/catalogue.js'
import type { Place } from '../places/place.js'
import { Digest } from './digest.js'
import { digestWords } from './digest-words.js'

const text = (entry: string): Place => ({ entry, part: 'text', field: null })
const guide = { nameOf: ({ entry }: Place) => (entry === 'gone' ? null : `clause ${entry}`), open: () => undefined }
const all = { scope: 'document', mine: null } as const

async function words(digest: Digest): Promise<string | null> {
  const catalogue = await startCatalogue('en')
  const told = digest.take()
  return told && digestWords(told, guide, (key, args) => catalogue.t(key, { ...args }))
}

describe("what is read out of others' changes", () => {
  it.each([
    [['Amina'], ['3'], 'Amina changed clause 3.'],
    [['Amina', 'Bolot'], ['3'], 'Amina and Bolot changed clause 3.'],
    [['Amina', 'Bolot', 'Cholpon'], ['3'], 'Amina and 2 others changed clause 3.'],
    [['Amina'], ['3', '7'], 'Amina changed clause 3 and 1 other place.'],
    [['Amina', 'Bolot', 'Cholpon', 'Dastan'], ['3', '7', '9'], 'Amina and 3 others changed clause 3 and 2 other places.'],
    [[], ['3'], 'Somebody changed clause 3.'],
    [['Amina'], ['gone'], 'Amina changed the document.']
  ])('[UI-285] %j in %j: %s', async (names, places, sentence) => {
    const digest = new Digest()
    digest.note(names, places.map(text), all)
    expect(await words(digest)).toBe(sentence)
  })

  it('[UI-285] is merged: each name and each clause once, however often and wherever in it', async () => {
    const digest = new Digest()
    for (let letter = 0; letter < 100; letter++) digest.note(['Amina'], [text('3'), { entry: '3', part: 'fields', field: 'number' }], all)
    expect(await words(digest)).toBe('Amina changed clause 3.')
    expect(digest.take()).toBeNull()
  })

  it('[UI-285] is of where the person is, of the whole document, or of nothing, as they chose', async () => {
    const digest = new Digest()
    digest.note(['Amina'], [text('3')], { scope: 'mine', mine: text('7') })
    digest.note(['Amina'], [text('3')], { scope: 'mine', mine: null })
    digest.note(['Amina'], [text('3')], { scope: 'off', mine: text('3') })
    expect(digest.take()).toBeNull()
    digest.note(['Amina'], [text('3')], { scope: 'mine', mine: { entry: '3', part: 'fields', field: 'number' } })
    expect(await words(digest)).toBe('Amina changed clause 3.')
  })
})
