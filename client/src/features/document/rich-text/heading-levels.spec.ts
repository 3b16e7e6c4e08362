import { asStored, levelsUnder } from './heading-levels.js'

const shown = (under: number, stored: readonly number[]) => stored.map(levelsUnder(under))

describe('the headings of a text that stands in another', () => {
  it.each([
    ['what is stored a level lower', [1, 2, 3], [4, 5, 6]],
    ['no level left out, whichever was chosen', [2, 4, 3, 2, 4], [4, 5, 5, 4, 5]],
    ['a text that begins low and goes up', [4, 2, 3], [4, 4, 5]],
    ['nothing below the sixth', [1, 2, 3, 4, 5], [4, 5, 6, 6, 6]]
  ])('[UI-303] %s', (_, stored, expected) => {
    expect(shown(3, stored)).toEqual(expected)
  })

  it('[UI-95] standing by itself a text shows them one lower than they are stored', () => {
    expect([1, 2, 6].map(asStored)).toEqual([2, 3, 6])
  })
})
