import * as Y from 'yjs'
import { KnownState, decodeDeleteSet, deletionsOnly, encodeDeleteSet, knownFrom } from './known-state.js'
import { seededRandom } from '../../../../test/support/random.js'

const range = (client: number, from: number, to: number) => ({ client, from, to })

describe('known state', () => {
  it('[LIVE-10] melts neighbouring and overlapping deletions of one client into one run', () => {
    const known = new KnownState()
    for (const each of [range(1, 0, 2), range(1, 4, 6), range(1, 2, 4), range(1, 10, 12), range(1, 5, 11), range(2, 0, 1)])
      known.markDeleted(each)
    expect(known.deletedRanges()).toEqual([range(1, 0, 12), range(2, 0, 1)])
  })

  it('[LIVE-10] says exactly which clocks of a range are not yet deleted, for random histories', () => {
    const random = seededRandom('known-state')
    for (let round = 0; round < 300; round++) {
      const known = new KnownState()
      const truth = new Set<number>()
      for (let step = 0; step < 30; step++) {
        const from = random.integer(0, 60)
        const each = range(7, from, from + random.integer(1, 8))
        const missing = known.notYetDeleted(each).flatMap(({ from: a, to: b }) => Array.from({ length: b - a }, (_, i) => a + i))
        const expected = Array.from({ length: each.to - each.from }, (_, i) => each.from + i).filter((clock) => !truth.has(clock))
        expect({ seed: random.seed, round, step, missing }).toEqual({ seed: random.seed, round, step, missing: expected })
        known.markDeleted(each)
        expected.forEach((clock) => truth.add(clock))
      }
    }
  })

  it('[LIVE-10] writes state vectors and delete sets that Yjs reads', () => {
    const doc = new Y.Doc()
    const text = doc.getText('content')
    text.insert(0, 'one two three')
    text.delete(4, 3)
    text.delete(0, 1)
    const update = Y.encodeStateAsUpdate(doc)
    const ranges = [...Y.decodeUpdate(update).ds.clients].flatMap(([client, items]) =>
      items.map(({ clock, len }) => range(client, clock, clock + len))
    )
    const known = knownFrom(Y.decodeStateVector(Y.encodeStateVector(doc)), encodeDeleteSet(ranges))

    expect(known.encodeStateVector()).toEqual(Y.encodeStateVector(doc))
    expect(decodeDeleteSet(known.encodeDeleteSet())).toEqual(known.deletedRanges())
    const copy = new Y.Doc()
    const untouched = new Y.Doc()
    untouched.clientID = doc.clientID
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
    Y.applyUpdate(copy, deletionsOnly(known.encodeDeleteSet()))
    expect(copy.store.pendingDs).toBeNull()
    expect(copy.getText('content').toJSON()).toBe('ne  three')
  })
})
