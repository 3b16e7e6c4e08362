import * as Y from 'yjs'
import { countingIds } from '../../../test/support/ids.js'
import { seededRandom, type SeededRandom } from '../../../test/support/random.js'
import { replica } from '../../../test/support/replicas.js'
import { DOCUMENT_KINDS } from '../framework/index.js'
import { addTask, applyTemplate, canonicalJson, LAYOUTS, part, plainText, readDocument } from './index.js'

const received = (doc: Y.Doc): Y.Doc => {
  const copy = replica(77)
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return copy
}

/** Everything about a Y.Doc that reading might disturb. */
const condition = (doc: Y.Doc) => ({
  state: Buffer.from(Y.encodeStateAsUpdate(doc)).toString('hex'),
  roots: [...doc.share].map(([name, type]) => `${name}: ${type.constructor.name}`)
})

const ROOT_NAMES = [...new Set(DOCUMENT_KINDS.flatMap((kind) => Object.keys(LAYOUTS[kind].roots)))]

describe('what reading leaves alone', () => {
  const edited = (): Y.Doc => {
    const doc = replica(1)
    const ids = countingIds('i')
    for (const kind of DOCUMENT_KINDS) applyTemplate(kind, doc, { ...ids, words: { content: 'minutes' } })
    const task = addTask(doc, ids, { title: 'Map wells' })
    part(doc, 'roadmap', task, 'title')?.format(0, 3, { bold: {} })
    return doc
  }
  const wronglyTyped = (): Y.Doc => {
    const doc = received(edited())
    for (const name of ROOT_NAMES) doc.getArray(name)
    return doc
  }

  test.each([
    ['nothing was ever written to', () => replica(1)],
    ['this program wrote itself', edited],
    ['came over the wire, its types still unknown', () => received(edited())],
    ['somebody opened with the wrong types', wronglyTyped]
  ])('[DOC-2] reading a document that %s changes neither bytes nor types and starts no transaction', (_, make) => {
    const doc = make()
    const before = condition(doc)
    let transactions = 0
    doc.on('beforeTransaction', () => transactions++)
    for (const kind of DOCUMENT_KINDS) plainText(readDocument(kind, doc))
    expect({ ...condition(doc), transactions }).toEqual({ ...before, transactions: 0 })
  })

  test('[DOC-2] what is read follows from the stored state, not from the types this program has asked for', () => {
    const own = edited()
    for (const kind of DOCUMENT_KINDS) {
      const expected = canonicalJson(readDocument(kind, own))
      expect(canonicalJson(readDocument(kind, received(own)))).toBe(expected)
      expect(canonicalJson(readDocument(kind, wronglyTyped()))).toBe(expected)
    }
  })
})

describe('what reading puts up with', () => {
  const scalar = (random: SeededRandom): unknown =>
    random.pick<unknown>([null, true, 0, -0, 1.5, 2 ** 60, Number.NaN, '', 'S1', 'a0', 'C07', '2026-02-30', '\ud83d', new Uint8Array([1])])

  const value = (random: SeededRandom, depth: number): unknown => {
    if (depth > 3 || random.chance(0.5)) return scalar(random)
    const items = [0, 1, 2].map(() => value(random, depth + 1))
    const keys = random.pick([
      ['code', 'other', 'x'],
      ['start', 'due', 'x'],
      ['href', '__proto__', 'id']
    ])
    return random.chance(0.5) ? items : JSON.parse(`{${items.map((_, index) => `"${keys[index]}":"x"`).join(',')}}`)
  }

  const formatValue = (random: SeededRandom): object => ({ value: value(random, 0) })

  const KEYS = [
    'place',
    'code',
    'text',
    'heading',
    'fields',
    'issue',
    'title',
    'why',
    'schedule',
    'classification',
    '__proto__',
    'constructor'
  ]
  const FIELD_NAMES = [
    'reviewDays',
    'start',
    'prohibited',
    'storageCountries',
    'sharedGoal',
    'party',
    'party/e1',
    'party/e1/name',
    'need',
    'howFar',
    'communityValidation',
    '__proto__'
  ]

  const type = (random: SeededRandom, depth: number): unknown => {
    if (depth > 4) return scalar(random)
    switch (random.integer(0, 6)) {
      case 0:
        return new Y.Map(
          [...KEYS, ...FIELD_NAMES].filter(() => random.chance(0.4)).map((key) => [key, random.chance(0.1) ? 10n : type(random, depth + 1)])
        )
      case 1:
        return Y.Array.from([scalar(random), type(random, depth + 1)] as string[])
      case 2:
        return new Y.Text('words')
      case 3: {
        const element = new Y.XmlElement(random.pick(['paragraph', 'heading', 'table', 'listItem', '__proto__', 'script']))
        element.setAttribute(random.pick(['id', 'level', '__proto__']), value(random, 0) as string)
        element.insert(
          0,
          [new Y.XmlText('inside'), ...(random.chance(0.5) ? [type(random, 9) as Y.XmlText] : [])].filter(
            (child) => child instanceof Y.AbstractType
          )
        )
        return element
      }
      case 4: {
        const text = new Y.XmlText()
        text.applyDelta([{ insert: 'run', attributes: { [random.pick(['bold', 'link', '__proto__', 'x'])]: formatValue(random) } }])
        return text
      }
      case 5: {
        const fragment = new Y.XmlFragment()
        const child = type(random, depth + 1)
        fragment.insert(0, [child instanceof Y.XmlElement ? child : new Y.XmlText('loose')])
        return fragment
      }
      default:
        return value(random, 0)
    }
  }

  const garbage = (random: SeededRandom): Y.Doc => {
    const doc = replica(9)
    for (const name of ROOT_NAMES) {
      const content = type(random, 0)
      switch (random.integer(0, 3)) {
        case 0:
          doc.getMap(name).set(random.pick(['e1', '__proto__', '']), content)
          break
        case 1:
          doc.getArray(name).insert(0, [content])
          break
        case 2:
          doc.getText(name).insertEmbed(0, content instanceof Y.AbstractType ? content : { content }, { bold: formatValue(random) })
          break
        default:
          doc.getXmlFragment(name).insert(0, [content instanceof Y.XmlElement ? content : new Y.XmlText('x')])
      }
    }
    return received(doc)
  }

  test('[DOC-3] 400 documents of random wrong types all read, as JSON that is canonical, without being changed', () => {
    for (let seed = 1; seed <= 400; seed++) {
      const random = seededRandom(`garbage ${seed}`)
      const doc = garbage(random)
      const before = condition(doc)
      const texts = DOCUMENT_KINDS.map((kind) => {
        const content = readDocument(kind, doc)
        return [canonicalJson(content), plainText(content), canonicalJson(JSON.parse(canonicalJson(content)))]
      })
      expect({ seed, ...condition(doc) }).toEqual({ seed, ...before })
      for (const [first, , again] of texts) expect({ seed, text: again }).toEqual({ seed, text: first })
    }
  })

  test('[DOC-3] an empty Y.Doc reads as an empty document of each kind', () => {
    const empty = { type: 'doc', content: [] }
    expect(DOCUMENT_KINDS.map((kind) => readDocument(kind, replica(1)))).toEqual([
      { kind: 'plain', content: '' },
      { kind: 'objectives', goal: empty, missing: empty, success: empty, objectives: [] },
      { kind: 'agreement', clauses: [] },
      { kind: 'roadmap', tasks: [] },
      { kind: 'plan', answers: [] },
      { kind: 'principles', answers: [] }
    ])
  })

  test('[DOC-3] what a kind does not know stays out, and the rest of the entry is read', () => {
    const doc = replica(1)
    const task = addTask(doc, countingIds('i'), { title: 'Map wells', stage: 'S1' })
    const entry = doc.getMap<Y.Map<unknown>>('tasks').get(task)!
    entry.set('keyArea', { code: 'RA1' })
    entry.set('schedule', { start: '2026-05-01', due: '2026-04-01' })
    entry.set('sign', 'a string where a text belongs')
    entry.set('status', 'done')
    doc.getMap('tasks').set('stray', 'no entry')
    expect(readDocument('roadmap', doc).tasks).toEqual([
      expect.objectContaining({ id: task, title: 'Map wells', stage: 'S1', keyArea: null, schedule: {}, sign: '' })
    ])
    expect(readDocument('roadmap', doc).tasks[0]).not.toHaveProperty('status')
  })

  test('[DOC-4] nesting is followed 64 deep and no further, whatever is nested', () => {
    const doc = replica(1)
    let parent: Y.XmlFragment = doc.getXmlFragment('goal')
    for (let depth = 0; depth < 3500; depth++) {
      const child = new Y.XmlElement('blockquote')
      parent.insert(0, [child])
      parent = child
    }
    let map: Y.Map<unknown> = doc.getMap('objectives')
    for (let depth = 0; depth < 3500; depth++) {
      const child = new Y.Map<unknown>()
      map.set('deeper', child)
      map = child
    }
    const json = canonicalJson(readDocument('objectives', doc).goal)
    expect(json.split('blockquote')).toHaveLength(64 + 1)
    expect(json).toContain('"#deep"')
    expect(readDocument('objectives', doc).objectives).toHaveLength(1)
  })

  test('[DOC-5] keys that could change what an object inherits never reach what is read', () => {
    const doc = replica(1)
    applyTemplate('agreement', doc, countingIds('i'))
    const evil = JSON.parse('{"isAdmin":true,"code":"OX"}') as object
    const clause = doc.getMap<Y.Map<Y.Map<unknown>>>('clauses').get('i0')!
    for (const key of ['__proto__', 'constructor', 'prototype']) {
      doc.getMap('clauses').set(key, new Y.Map(Object.entries({ place: 'a0', code: 'C07' })))
      clause.get('fields')?.set(key, evil)
    }
    const { clauses } = readDocument('agreement', received(doc))
    expect(clauses.map(({ id }) => id)).not.toEqual(expect.arrayContaining(['__proto__']))
    expect(clauses).toHaveLength(14)
    const fields = clauses[0]!.fields as Record<string, unknown>
    expect([Object.getPrototypeOf(fields), fields.isAdmin, Object.keys(fields)]).toEqual([null, undefined, []])
  })
})
