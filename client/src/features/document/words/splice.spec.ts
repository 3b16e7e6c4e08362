import { mapPosition, spliceBetween, type Splice } from './splice.js'

const apply = (text: string, { index, deleted, inserted }: Splice) => text.slice(0, index) + inserted + text.slice(index + deleted)

describe('a splice between two texts', () => {
  it.each([
    ['a letter among its likes goes where the caret is', 'aaa', 'aaaa', 2, { index: 1, deleted: 0, inserted: 'a' }],
    ['a deletion among likes too', 'aaaa', 'aaa', 1, { index: 1, deleted: 1, inserted: '' }],
    ['a replaced word', 'one two three', 'one 2 three', 5, { index: 4, deleted: 3, inserted: '2' }],
    ['everything', 'abc', '', 0, { index: 0, deleted: 3, inserted: '' }]
  ])('[UI-20] %s', (_, before, after, caret, expected) => {
    expect(spliceBetween(before, after, caret)).toEqual(expected)
  })

  it('[UI-20] is nothing between equal texts', () => {
    expect(spliceBetween('same', 'same', 2)).toBeNull()
  })

  it('[UI-20] never cuts a surrogate pair', () => {
    const splice = spliceBetween('a😀b', 'a😁b', 3)
    expect(splice).toEqual({ index: 1, deleted: 2, inserted: '😁' })
  })

  it('[UI-20] turns any text into any other, whatever the caret (seed 20261121)', () => {
    const random = seeded(20261121)
    const word = () => Array.from({ length: Math.floor(random() * 8) }, () => 'ab😀é\n'[Math.floor(random() * 6)] ?? '').join('')
    for (let round = 0; round < 2000; round++) {
      const [before, after] = [word(), word()]
      const caret = Math.floor(random() * (after.length + 1))
      const splice = spliceBetween(before, after, caret)
      expect(splice ? apply(before, splice) : before).toBe(after)
    }
  })
})

describe('a position through a change', () => {
  it.each([
    ['behind an insertion it moves', 5, [{ retain: 2 }, { insert: 'xyz' }], 8],
    ['before an insertion it stays', 1, [{ retain: 2 }, { insert: 'xyz' }], 1],
    ['exactly at an insertion it stays before it', 2, [{ retain: 2 }, { insert: 'xyz' }], 2],
    ['inside a deletion it goes to its beginning', 3, [{ retain: 2 }, { delete: 4 }], 2],
    ['behind a deletion it moves back', 7, [{ retain: 2 }, { delete: 4 }], 3]
  ])('[UI-21] %s', (_, position, delta, expected) => {
    expect(mapPosition(position, delta)).toBe(expected)
  })
})

/** Mulberry32: small, and the same everywhere. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
