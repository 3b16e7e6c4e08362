import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { seededRandom } from '../../../../test/support/random.js'
import { DepthIndex } from './depth-index.js'
import { type ClockRange, KnownState, deletionsOnly, encodeDeleteSet } from './known-state.js'
import { type Finding, type Roots, type Surroundings, checkUpdate } from './update-check.js'

/** A room's knowledge that is kept up by what the check admits, as the appender does. */
class Knower {
  readonly known = new KnownState()
  readonly #depths = new DepthIndex()
  readonly log: Uint8Array[] = []

  readonly #roots: Roots = new Map([
    ['content', 'text'],
    ['clauses', 'map'],
    ['goal', 'fragment']
  ])

  check(bytes: Uint8Array, ahead: Surroundings['ahead'] = new Map()): Finding {
    return checkUpdate(bytes, { known: this.known, ahead, roots: this.#roots, depths: () => this.#depths })
  }

  admit(bytes: Uint8Array): Finding {
    const finding = this.check(bytes)
    if (finding.verdict === 'new') {
      for (const { client, to } of finding.written) this.known.advance(client, to)
      for (const range of finding.deleted) this.known.markDeleted(range)
      for (const struct of finding.structs) this.#depths.add(struct)
      this.log.push(finding.bytes)
    }
    return finding
  }
}

function docWith(client: number, words = ''): Y.Doc {
  const doc = new Y.Doc()
  doc.clientID = client
  if (words) doc.getText('content').insert(0, words)
  return doc
}

function lastUpdateOf(doc: Y.Doc, change: () => void): Uint8Array {
  const updates: Uint8Array[] = []
  const keep = (update: Uint8Array) => updates.push(update)
  doc.on('update', keep)
  doc.transact(change)
  doc.off('update', keep)
  return updates[0]!
}

const refusal = (finding: Finding) => (finding.verdict === 'refused' ? finding.reason : finding.verdict)

describe('structural check', () => {
  it('[LIVE-11] admits honest edits and calls what is known already known', () => {
    const knower = new Knower()
    const doc = docWith(1, 'hello')
    expect(knower.admit(Y.encodeStateAsUpdate(doc)).verdict).toBe('new')
    expect(knower.admit(Y.encodeStateAsUpdate(doc)).verdict).toBe('known')
    const deletion = lastUpdateOf(doc, () => doc.getText('content').delete(0, 2))
    expect(knower.admit(deletion).verdict).toBe('new')
    expect(knower.admit(deletion).verdict).toBe('known')
  })

  it('[LIVE-11] cuts off the part of an update that is known', () => {
    const knower = new Knower()
    const doc = docWith(1, 'hello')
    knower.admit(Y.encodeStateAsUpdate(doc))
    doc.getText('content').insert(5, ' world')
    const finding = knower.admit(Y.encodeStateAsUpdate(doc))
    expect(finding).toMatchObject({ verdict: 'new', written: [{ client: 1, from: 5, to: 11 }] })
    const fresh = new Y.Doc()
    for (const bytes of knower.log) Y.applyUpdate(fresh, bytes)
    expect(fresh.getText('content').toJSON()).toBe('hello world')
    expect(fresh.store.pendingStructs).toBeNull()
  })

  it("[LIVE-12] M7: refuses an edit that waits for a colleague's next keystroke", () => {
    const knower = new Knower()
    const victim = docWith(1, 'We agree.')
    knower.admit(Y.encodeStateAsUpdate(victim))
    const attacker = docWith(2)
    Y.applyUpdate(attacker, Y.encodeStateAsUpdate(victim))
    Y.applyUpdate(
      attacker,
      lastUpdateOf(victim, () => victim.getText('content').insert(2, ' do'))
    )
    const lying = lastUpdateOf(attacker, () => attacker.getText('content').insert(5, ' NOT'))
    expect(refusal(knower.check(lying))).toBe('refers_to_unknown')
  })

  it("[LIVE-12] M8: refuses deletions of a colleague's future clocks", () => {
    const knower = new Knower()
    knower.admit(Y.encodeStateAsUpdate(docWith(1, 'We agree.')))
    const lying = deletionsOnly(encodeDeleteSet([{ client: 1, from: 9, to: 1009 }]))
    expect(refusal(knower.check(lying))).toBe('refers_to_unknown')
  })

  it('[LIVE-12] M9: refuses gaps in the clocks, one by one', () => {
    const knower = new Knower()
    const doc = docWith(3, 'a')
    doc.getText('content').insert(1, 'b')
    const gap = lastUpdateOf(doc, () => doc.getText('content').insert(2, 'c'))
    expect(refusal(knower.check(gap))).toBe('refers_to_unknown')
  })

  it('[LIVE-12] refuses two structs that wait for each other', () => {
    const ring = encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, 2)
      for (const [client, other] of [
        [9, 8],
        [8, 9]
      ] as const) {
        encoding.writeVarUint(encoder, 1)
        encoding.writeVarUint(encoder, client)
        encoding.writeVarUint(encoder, 0)
        encoding.writeUint8(encoder, 0x80 | 4) // an origin, string content
        encoding.writeVarUint(encoder, other)
        encoding.writeVarUint(encoder, 0)
        encoding.writeVarString(encoder, 'x')
      }
      encoding.writeVarUint(encoder, 0)
    })
    expect(refusal(new Knower().check(ring))).toBe('refers_to_unknown')
  })

  it('[LIVE-12] admits own edits that build on own edits of the same batch, and on nobody else’s', () => {
    const knower = new Knower()
    const doc = docWith(4)
    const first = lastUpdateOf(doc, () => doc.getText('content').insert(0, 'a'))
    const second = lastUpdateOf(doc, () => doc.getText('content').insert(1, 'b'))
    expect(refusal(knower.check(second))).toBe('refers_to_unknown')
    expect(knower.check(first).verdict).toBe('new')
    expect(knower.check(second, new Map([[4, 1]])).verdict).toBe('new')
  })

  it('[LIVE-13] refuses roots that the layout does not have, keys that reach a prototype, and subdocuments', () => {
    const foreign = docWith(1)
    foreign.getMap('secrets').set('a', 1)
    const key = docWith(2)
    key.getMap('clauses').set('__proto__', { isAdmin: true })
    const nested = docWith(3)
    nested.getMap('clauses').set('a', JSON.parse('{"x":{"__proto__":{"isAdmin":true}}}') as object)
    const subdocument = docWith(4)
    subdocument.getMap('clauses').set('a', new Y.Doc())
    for (const doc of [foreign, key, nested, subdocument]) expect(refusal(new Knower().check(Y.encodeStateAsUpdate(doc)))).toBe('layout')
  })

  it('[LIVE-13] refuses words that stand in a fragment and in no element of it, which no editor writes', () => {
    const bare = docWith(1)
    bare.getText('goal').insert(0, 'We agree.')
    expect(refusal(new Knower().check(Y.encodeStateAsUpdate(bare)))).toBe('layout')
    const written = docWith(2)
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [new Y.XmlText('We agree.')])
    written.getXmlFragment('goal').insert(0, [paragraph])
    expect(refusal(new Knower().check(Y.encodeStateAsUpdate(written)))).toBe('new')
  })

  it('[LIVE-13] M16: refuses a type nested deeper than 64, at once or step by step', () => {
    const knower = new Knower()
    const doc = docWith(1)
    let map = doc.getMap('clauses')
    const findings: string[] = []
    for (let depth = 0; depth < 70; depth++) {
      const inner = new Y.Map()
      const outer = map
      findings.push(refusal(knower.admit(lastUpdateOf(doc, () => outer.set('x', inner)))))
      map = inner
    }
    expect(findings.indexOf('too_deep')).toBe(64)
    expect(refusal(new Knower().check(Y.encodeStateAsUpdate(doc)))).toBe('too_deep')
  })

  it('[LIVE-14] reads no V2 update and no torn one, and survives every truncation', () => {
    const doc = docWith(1, 'hello world')
    doc.getText('content').delete(0, 3)
    const whole = Y.encodeStateAsUpdate(doc)
    expect(refusal(new Knower().check(Y.encodeStateAsUpdateV2(doc)))).not.toBe('new')
    for (let length = 0; length < whole.length; length++)
      expect(['malformed', 'refers_to_unknown', 'known']).toContain(refusal(new Knower().check(whole.slice(0, length))))
  })

  it('[LIVE-11] never refuses an honest history: four people, offline spells, merged catch-ups', () => {
    const random = seededRandom('honest histories')
    for (let history = 0; history < 60; history++) {
      const knower = new Knower()
      const people = Array.from({ length: 4 }, (_, index) => ({ doc: docWith(100 + index), isOnline: true }))
      const share = (bytes: Uint8Array) => {
        const finding = knower.admit(bytes)
        if (finding.verdict === 'refused')
          throw new Error(`seed ${random.seed}, history ${history}: an honest edit was refused as ${finding.reason}`)
        if (finding.verdict === 'new') for (const person of people) if (person.isOnline) Y.applyUpdate(person.doc, finding.bytes)
      }
      for (let step = 0; step < 80; step++) {
        const person = random.pick(people)
        const text = person.doc.getText('content')
        if (random.chance(0.1)) {
          person.isOnline = !person.isOnline
          if (person.isOnline) {
            share(Y.encodeStateAsUpdate(person.doc, knower.known.encodeStateVector()))
            for (const bytes of knower.log) Y.applyUpdate(person.doc, bytes)
          }
        }
        const change = lastUpdateOf(person.doc, () => {
          if (text.length > 3 && random.chance(0.3)) text.delete(random.integer(0, text.length - 2), random.integer(1, 2))
          else text.insert(random.integer(0, text.length), random.pick(['a', 'bc', 'déf', '🐟']))
        })
        if (person.isOnline && change) share(change)
      }
      const replay = new Y.Doc()
      for (const bytes of knower.log) Y.applyUpdate(replay, bytes)
      expect({ structs: replay.store.pendingStructs, deletions: replay.store.pendingDs }).toEqual({ structs: null, deletions: null })
    }
  })

  it('[LIVE-14] admits nothing that Yjs would keep pending or choke on, over mutated updates', () => {
    const random = seededRandom('mutations')
    const base = docWith(1, 'The parties agree on the water readings.')
    base.getMap('clauses').set('a', { code: 'C07', list: [1, 2, 3] })
    base.getText('content').format(4, 7, { bold: {} })
    const state = Y.encodeStateAsUpdate(base)
    const other = docWith(2)
    Y.applyUpdate(other, state)
    const edits = [
      lastUpdateOf(other, () => other.getText('content').insert(3, 'new')),
      lastUpdateOf(other, () => other.getText('content').delete(8, 5)),
      lastUpdateOf(other, () => other.getMap('clauses').set('b', new Y.Map([['c', 1]])))
    ]
    let admitted = 0
    for (let run = 0; run < 5000; run++) {
      const knower = new Knower()
      knower.admit(state)
      for (const edit of edits.slice(0, random.integer(0, 2))) knower.admit(edit)
      const mutant = random.pick(edits).slice()
      for (let flips = random.integer(1, 4); flips > 0; flips--) mutant[random.integer(0, mutant.length - 1)] = random.integer(0, 255)
      const finding = knower.check(random.chance(0.2) ? mutant.slice(0, random.integer(0, mutant.length)) : mutant)
      if (finding.verdict !== 'new') continue
      admitted++
      const doc = new Y.Doc()
      for (const bytes of [...knower.log, finding.bytes]) Y.applyUpdate(doc, bytes)
      expect({ seed: random.seed, run, structs: doc.store.pendingStructs, deletions: doc.store.pendingDs }).toEqual({
        seed: random.seed,
        run,
        structs: null,
        deletions: null
      })
    }
    expect(admitted).toBeGreaterThan(0)
  })

  it('[LIVE-14] the state vector message is bounded by its own length', () => {
    const { readVector } = jest.requireActual<typeof import('./inbound.js')>('./inbound.js')
    const claim = encoding.encode((encoder) => encoding.writeVarUint(encoder, 2 ** 30))
    expect(() => readVector(claim)).toThrow('state vector')
    expect(decoding.readVarUint(decoding.createDecoder(claim))).toBe(2 ** 30)
  })

  it('[LIVE-60] a document with very many deletions locks nobody out: only what is new of them is bounded', () => {
    const CLIENTS = 5000
    const ranges = (count: number, offset = 0): ClockRange[] =>
      Array.from({ length: count }, (_, index) => {
        const from = Math.floor(index / CLIENTS) * 4 + offset
        return { client: 1 + (index % CLIENTS), from, to: from + 1 }
      })
    const knower = new Knower()
    for (let client = 1; client <= CLIENTS; client++) knower.known.advance(client, 1000)
    const everything = deletionsOnly(encodeDeleteSet(ranges(300_000)))
    expect(refusal(knower.check(everything))).toBe('too_large')
    knower.known.markAllDeleted(ranges(300_000))
    expect(refusal(knower.check(everything))).toBe('known')
    const oneMore = deletionsOnly(encodeDeleteSet([...ranges(300_000), ...ranges(1, 2)]))
    expect(knower.check(oneMore)).toMatchObject({ verdict: 'new', deleted: [{ client: 1, from: 2, to: 3 }] })
    const tooManyMore = deletionsOnly(encodeDeleteSet([...ranges(300_000), ...ranges(200_001, 2)]))
    expect(refusal(knower.check(tooManyMore))).toBe('too_large')
  })
})
