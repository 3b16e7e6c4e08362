import { LIVE_LIMITS } from '@roundtable/shared/protocol'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { DepthIndex } from './depth-index.js'
import { readInbound } from './inbound.js'
import { KnownState, deletionsOnly, encodeDeleteSet } from './known-state.js'
import { type Finding, checkUpdate } from './update-check.js'

type Id = readonly [client: number, clock: number]
type Write = (encoder: encoding.Encoder) => void

interface Block {
  readonly client: number
  readonly clock: number
  readonly structs: readonly Write[]
}

const parentRoot = (encoder: encoding.Encoder, name: string): void => {
  encoding.writeVarUint(encoder, 1)
  encoding.writeVarString(encoder, name)
}
const writeId = (encoder: encoding.Encoder, [client, clock]: Id): void => {
  encoding.writeVarUint(encoder, client)
  encoding.writeVarUint(encoder, clock)
}

const gc =
  (length: number): Write =>
  (encoder) => {
    encoding.writeUint8(encoder, 0)
    encoding.writeVarUint(encoder, length)
  }

/** A string below the root `content`, or behind an origin. */
const text =
  (words: string, origin?: Id): Write =>
  (encoder) => {
    encoding.writeUint8(encoder, origin ? 0x80 | 4 : 4)
    if (origin) writeId(encoder, origin)
    else parentRoot(encoder, 'content')
    encoding.writeVarString(encoder, words)
  }

/** A Y.Array below a root or inside another type; behind an origin it takes its neighbour's place. */
const array =
  ({ inside, origin }: { inside?: Id; origin?: Id } = {}): Write =>
  (encoder) => {
    encoding.writeUint8(encoder, origin ? 0x80 | 7 : 7)
    if (origin) writeId(encoder, origin)
    else if (inside) {
      encoding.writeVarUint(encoder, 0)
      writeId(encoder, inside)
    } else parentRoot(encoder, 'content')
    encoding.writeVarUint(encoder, 0)
  }

/** An update in the V1 encoding of Yjs, written by hand. */
function updateOf(blocks: readonly Block[], deleteSet = new Uint8Array([0])): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, blocks.length)
    for (const { client, clock, structs } of blocks) {
      encoding.writeVarUint(encoder, structs.length)
      writeId(encoder, [client, clock])
      for (const write of structs) write(encoder)
    }
    encoding.writeUint8Array(encoder, deleteSet)
  })
}

class Knower {
  readonly known = new KnownState()
  readonly depths = new DepthIndex()

  check(bytes: Uint8Array, ahead: ReadonlyMap<number, number> = new Map()): Finding {
    return checkUpdate(bytes, { known: this.known, ahead, roots: new Map([['content', 'text']]), depths: () => this.depths })
  }

  admit(bytes: Uint8Array): Finding {
    const finding = this.check(bytes)
    if (finding.verdict === 'new') {
      for (const { client, to } of finding.written) this.known.advance(client, to)
      this.known.markAllDeleted(finding.deleted)
      for (const struct of finding.structs) this.depths.add(struct)
    }
    return finding
  }
}

const answer = (finding: Finding): string => (finding.verdict === 'refused' ? finding.reason : finding.verdict)

describe('hostile updates', () => {
  it('[LIVE-40] refuses an update that names a client in two blocks: Yjs reads the last of them only', () => {
    const split = updateOf([
      { client: 5, clock: 0, structs: [text('abc')] },
      { client: 5, clock: 3, structs: [text('de', [5, 2])] }
    ])
    const doc = new Y.Doc()
    Y.applyUpdate(doc, split)
    expect(doc.store.pendingStructs).not.toBeNull()
    expect(answer(new Knower().check(split))).toBe('malformed')
  })

  it('[LIVE-40] refuses a second block that repeats known clocks and hides an edit that lies in wait', () => {
    const hiding = updateOf([
      { client: 5, clock: 0, structs: [text('abc')] },
      { client: 5, clock: 0, structs: [text('NOT', [1, 1000])] }
    ])
    expect(answer(new Knower().check(hiding))).toBe('malformed')
  })

  it('[LIVE-40] refuses empty blocks and bytes behind the end, which nobody honest writes', () => {
    expect(answer(new Knower().check(updateOf([{ client: 5, clock: 0, structs: [] }])))).toBe('malformed')
    const padded = new Uint8Array([...updateOf([{ client: 5, clock: 0, structs: [text('abc')] }]), 1, 2, 3])
    expect(answer(new Knower().check(padded))).toBe('malformed')
    expect(answer(new Knower().check(updateOf([{ client: 5, clock: 0, structs: [text('abc')] }], new Uint8Array([1, 5, 1, 0, 0]))))).toBe(
      'malformed'
    )
  })

  it('[LIVE-40] refuses what has no length: a struct of length 0 makes Yjs throw at every later load', () => {
    const empty: Write = (encoder) => {
      encoding.writeUint8(encoder, 4)
      parentRoot(encoder, 'content')
      encoding.writeVarString(encoder, '')
    }
    const nothing: Write = (encoder) => {
      encoding.writeUint8(encoder, 8)
      parentRoot(encoder, 'content')
      encoding.writeVarUint(encoder, 0)
    }
    for (const structs of [[empty], [text('a'), empty, text('b', [5, 0])], [gc(0)], [nothing]])
      expect(answer(new Knower().check(updateOf([{ client: 5, clock: 0, structs }])))).toBe('malformed')
  })

  it('[LIVE-13] refuses numbers that JSON cannot say', () => {
    const doc = new Y.Doc()
    doc.getMap('content').set('n', 2n ** 40n)
    expect(answer(new Knower().check(Y.encodeStateAsUpdate(doc)))).toBe('layout')
  })

  it('[LIVE-41] resolves a chain through as many clients as fit into a message, each before the one it builds on', () => {
    const clients = 40_000
    const chain = updateOf(
      Array.from({ length: clients }, (_, index) => ({
        client: clients - index,
        clock: 0,
        structs: [index === clients - 1 ? text('x') : text('x', [clients - index - 1, 0])]
      }))
    )
    expect(chain.length).toBeLessThan(LIVE_LIMITS.messageBytes)
    expect(answer(new Knower().check(chain))).toBe('too_large')
    const ring = updateOf([
      { client: 9, clock: 0, structs: [text('x'), text('y', [8, 1])] },
      { client: 8, clock: 0, structs: [text('x', [9, 0]), text('y', [9, 1])] }
    ])
    expect(answer(new Knower().check(ring))).toBe('refers_to_unknown')
    const braid = updateOf([
      { client: 9, clock: 0, structs: [text('x'), text('y', [8, 0])] },
      { client: 8, clock: 0, structs: [text('x', [9, 0]), text('y', [9, 1])] }
    ])
    expect(answer(new Knower().check(braid))).toBe('new')
  })

  it('[LIVE-113] takes 100 client ids that are new in one update, and no more; those that are known do not count', () => {
    const knower = new Knower()
    const from = (first: number, count: number, clock = 0) =>
      updateOf(Array.from({ length: count }, (_, index) => ({ client: first + index, clock, structs: [gc(1)] })))
    expect(answer(knower.check(from(1, 101)))).toBe('too_large')
    for (const first of [1, 101]) expect(answer(knower.admit(from(first, 100)))).toBe('new')
    expect(answer(knower.check(from(1, 200, 1)))).toBe('new')
    expect(answer(knower.check(from(101, 200)))).toBe('new')
  })

  it('[LIVE-113] whoever knows all that a document can hold may say so: its state vector is read', () => {
    const vector = encoding.encode((encoder) => {
      const ids = 400_000
      encoding.writeVarUint(encoder, ids)
      for (let id = 0; id < ids; id++) writeId(encoder, [2 ** 32 - 1 - id, 1000 + id])
    })
    const message = encoding.encode((encoder) => {
      for (const part of [0, 0]) encoding.writeVarUint(encoder, part)
      encoding.writeVarUint8Array(encoder, vector)
    })
    const inbound = readInbound(message)
    expect(inbound.type === 'step1' && inbound.vector.size).toBe(400_000)
  })

  it('[LIVE-41] takes any number of deletions at once, in any order', () => {
    const knower = new Knower()
    const length = 600_000
    knower.admit(updateOf([{ client: 5, clock: 0, structs: [gc(length)] }]))
    const everySecond = Array.from({ length: length / 2 }, (_, index) => ({
      client: 5,
      from: length - 2 * index - 2,
      to: length - 2 * index - 1
    }))
    for (const half of [everySecond.slice(0, length / 4), everySecond.slice(length / 4)])
      expect(answer(knower.admit(deletionsOnly(encodeDeleteSet(half))))).toBe('new')
    const again = Array.from({ length: 1000 }, () => ({ client: 5, from: 0, to: length }))
    const whole = knower.admit(deletionsOnly(encodeDeleteSet(again)))
    expect(whole.verdict === 'new' && whole.deleted.length).toBe(length / 2)
    expect(knower.known.deletedRanges()).toEqual([{ client: 5, from: 0, to: length }])
  })

  it('[LIVE-42] measures nesting whatever the order of the blocks', () => {
    const levels = 100
    // Yjs writes higher client ids first; here the deepest level comes first, and each builds on the next.
    const nested = updateOf(
      Array.from({ length: levels }, (_, index) => ({
        client: levels - index,
        clock: 0,
        structs: [array(index === levels - 1 ? {} : { inside: [levels - index - 1, 0] })]
      }))
    )
    expect(answer(new Knower().check(nested))).toBe('too_deep')
  })

  it('[LIVE-42] measures nesting behind an update of which a part was known', () => {
    const knower = new Knower()
    const levels = LIVE_LIMITS.depth
    const chain = Array.from({ length: levels - 1 }, (_, index) => array(index === 0 ? {} : { inside: [1, index - 1] }))
    expect(answer(knower.admit(updateOf([{ client: 1, clock: 0, structs: chain }])))).toBe('new')
    const inDeepest: Write = (encoder) => {
      encoding.writeUint8(encoder, 4)
      encoding.writeVarUint(encoder, 0)
      writeId(encoder, [1, levels - 2])
      encoding.writeVarString(encoder, 'ab')
    }
    const longer: Write = (encoder) => {
      encoding.writeUint8(encoder, 4)
      encoding.writeVarUint(encoder, 0)
      writeId(encoder, [1, levels - 2])
      encoding.writeVarString(encoder, 'abc')
    }
    expect(answer(knower.admit(updateOf([{ client: 2, clock: 0, structs: [inDeepest] }])))).toBe('new')
    expect(answer(knower.admit(updateOf([{ client: 2, clock: 0, structs: [longer] }])))).toBe('new')
    const behind = updateOf([{ client: 3, clock: 0, structs: [array({ origin: [2, 2] }), array({ inside: [3, 0] })] }])
    expect(answer(knower.check(behind))).toBe('too_deep')
  })
})
