import { seededRandom } from '../../../test/support/random.js'
import { inOrder, isPlace, placesFor, type Placed } from './place.js'

/** What a list looks like after the places were written. */
function moved(entries: readonly Placed[], id: string, index: number): Placed[] {
  const others = inOrder(entries.filter((entry) => entry.id !== id))
  const places = placesFor(id, others, index)
  const kept = others.map((entry) => ({ id: entry.id, place: places.get(entry.id) ?? entry.place }))
  return inOrder([...kept, { id, place: places.get(id) }])
}
const ids = (entries: readonly Placed[]) => entries.map(({ id }) => id)

describe('places', () => {
  test('[DOC-11] equal places are ordered by id, and entries without a usable place come last', () => {
    const entries = ['d', 'c', 'b', 'a'].map((id, index) => ({ id, place: [7, 'a0', 'a0', 'nonsense!'][index] }))
    expect(ids(inOrder(entries))).toEqual(['b', 'c', 'a', 'd'])
  })

  test('[DOC-11] an ordinary move writes one place and nobody else moves', () => {
    const entries = ['a', 'b', 'c'].map((id, index) => ({ id, place: `a${index}` }))
    const others = entries.filter(({ id }) => id !== 'c')
    expect([...placesFor('c', others, 1).keys()]).toEqual(['c'])
    expect(ids(moved(entries, 'c', 1))).toEqual(['a', 'c', 'b'])
  })

  test('[DOC-11] an entry goes exactly where it is put, among ties, missing places and places grown long', () => {
    const odd = ['a0', 'a0', 'a0', 'a1', 'Zz', undefined, 7, 'A00000000000000000000000000', 'a0' + 'V'.repeat(300), 'a00']
    for (let seed = 1; seed <= 2000; seed++) {
      const random = seededRandom(`places ${seed}`)
      let entries: Placed[] = Array.from({ length: random.integer(1, 8) }, (_, index) => ({ id: `e${index}`, place: random.pick(odd) }))
      for (let step = 0; step < 4; step++) {
        const others = inOrder(entries).slice(1)
        const id = inOrder(entries)[0]!.id
        const index = random.integer(0, others.length)
        entries = moved(entries, id, index)
        expect({ seed, order: ids(entries) }).toEqual({ seed, order: ids(others).toSpliced(index, 0, id) })
      }
    }
  })

  test('[DOC-11] whatever a hostile client writes as a place, others can still be added beside it', () => {
    for (let code = 0x20; code < 0x7f; code++) {
      for (const rest of ['0', '1', 'V', 'Vz0', '0'.repeat(28)]) {
        const entries = [{ id: 'odd', place: String.fromCharCode(code) + rest }]
        for (const index of [0, 1]) expect(ids(moved(entries, 'new', index)).indexOf('new')).toBe(index)
      }
    }
  })

  test('[DOC-11] places stay usable however often two neighbours are parted', () => {
    let entries: Placed[] = [
      { id: 'left', place: 'a0' },
      { id: 'right', place: 'a1' }
    ]
    for (let step = 0; step < 1500; step++) entries = moved(entries, `n${step}`, 1)
    expect(entries.every(({ place }) => isPlace(place))).toBe(true)
    expect([entries[0]!.id, entries[1]!.id, entries.at(-1)!.id]).toEqual(['left', 'n1499', 'right'])
  })
})
