import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { seededRandom } from '../../../../test/support/random.js'
import { crowdingOf } from './crowding.js'

const ROOT = 'clauses'
const WRITER = 5

/** Structs as a message brings them: read, and not merged. */
const read = (bytes: Uint8Array) =>
  Y.decodeUpdate(bytes).structs.filter((struct): struct is Y.Item | Y.GC => struct instanceof Y.Item || struct instanceof Y.GC)

/** `count` values, each written by hand with what stands in front of it. */
function written(count: number, front: (encoder: encoding.Encoder, clock: number) => void): Uint8Array {
  return encoding.encode((encoder) => {
    for (const number of [1, count, WRITER, 0]) encoding.writeVarUint(encoder, number)
    for (let clock = 0; clock < count; clock++) {
      front(encoder, clock)
      encoding.writeVarUint(encoder, 1)
      encoding.writeAny(encoder, 1)
    }
    encoding.writeVarUint(encoder, 0)
  })
}

/** A first value under `key`. */
const first = (encoder: encoding.Encoder, key: string): void => {
  encoding.writeUint8(encoder, 0x20 | 8)
  encoding.writeVarUint(encoder, 1)
  encoding.writeVarString(encoder, ROOT)
  encoding.writeVarString(encoder, key)
}
/** A value beside the first of this writer's: behind it, or in front of it. */
const beside = (encoder: encoding.Encoder, side: 0x80 | 0x40): void => {
  encoding.writeUint8(encoder, side | 8)
  encoding.writeVarUint(encoder, WRITER)
  encoding.writeVarUint(encoder, 0)
}

describe('crowding', () => {
  it('[LIVE-112] a second first value of one client under one key is malformed, at the first of many', () => {
    expect(crowdingOf(read(written(40_000, (encoder) => first(encoder, 'k'))))).toBe('malformed')
    expect(crowdingOf(read(written(2, (encoder) => first(encoder, 'k'))))).toBe('malformed')
    expect(crowdingOf(read(written(2, (encoder, clock) => first(encoder, `k${clock}`))))).toBeNull()
  })

  it.each([
    ['behind', 0x80],
    ['in front of', 0x40]
  ] as const)('[LIVE-112] more values %s one and the same than anybody puts there at once are too large', (_, side) => {
    const many = (count: number) => read(written(count, (encoder, clock) => (clock === 0 ? first(encoder, 'k') : beside(encoder, side))))
    expect(crowdingOf(many(5002))).toBe('too_large')
    expect(crowdingOf(many(5001))).toBeNull()
  })

  it('[LIVE-112] two people’s first values under one key, and every later one of each, are taken', () => {
    const [one, two] = [new Y.Doc(), new Y.Doc()]
    for (const doc of [one, two]) for (let turn = 0; turn < 50; turn++) doc.getMap(ROOT).set('k', turn)
    Y.applyUpdate(one, Y.encodeStateAsUpdate(two))
    for (let turn = 0; turn < 50; turn++) one.getMap(ROOT).set('k', turn)
    expect(crowdingOf(read(Y.encodeStateAsUpdate(one)))).toBeNull()
  })

  it('[LIVE-112] nothing that Yjs writes is crowded: keys set, taken away, undone and done again, in entries that come and go', () => {
    const random = seededRandom('keys')
    for (let history = 0; history < 40; history++) {
      const docs = [new Y.Doc(), new Y.Doc()]
      const undoing = docs.map((doc) => new Y.UndoManager(doc.getMap(ROOT), { captureTimeout: 0 }))
      for (let step = 0; step < 150; step++) {
        const turn = random.integer(0, 1)
        const map = docs[turn]!.getMap<Y.Map<number>>(ROOT)
        const entry = random.pick(['a', 'b'])
        const key = random.pick(['x', 'y', 'z'])
        const chance = random.next()
        if (chance < 0.1) map.set(entry, new Y.Map<number>([[key, step]]))
        else if (chance < 0.15) map.delete(entry)
        else if (chance < 0.5) map.get(entry)?.set(key, step)
        else if (chance < 0.6) map.get(entry)?.delete(key)
        else if (chance < 0.75) undoing[turn]!.undo()
        else if (chance < 0.85) undoing[turn]!.redo()
        else Y.applyUpdate(docs[turn]!, Y.encodeStateAsUpdate(docs[1 - turn]!))
      }
      for (const doc of docs)
        expect([random.seed, history, crowdingOf(read(Y.encodeStateAsUpdate(doc)))]).toEqual([random.seed, history, null])
    }
  })
})
