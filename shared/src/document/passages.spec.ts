import * as Y from 'yjs'
import { countingIds } from '../../../test/support/ids.js'
import {
  addClause,
  addObjective,
  addRow,
  addTask,
  applyTemplate,
  copyPassages,
  entriesOf,
  part,
  passagesOf,
  pickPassages,
  readDocument,
  root,
  setCell,
  setField,
  setNotArising,
  writeRichText,
  type ContentInPassages,
  type PassagesKind,
  type RichText
} from './index.js'

const ids = countingIds('kept')
const rich = (words: string): RichText => ({
  type: 'doc',
  content: [
    { type: 'heading', attrs: { id: `h ${words}`, level: 2 }, content: [{ type: 'text', text: words }] },
    { type: 'paragraph', attrs: { id: words }, content: [{ type: 'text', text: words, marks: [{ type: 'bold' }] }] }
  ]
})

function started(kind: PassagesKind): Y.Doc {
  const doc = new Y.Doc()
  applyTemplate(kind, doc, { newId: ids.newId, stage: 'S1' })
  return doc
}

/** A new document with every passage of another, or with those chosen. */
function copied(content: ContentInPassages, chosen = passagesOf(content).map(({ id }) => id)): ContentInPassages {
  const doc = started(content.kind)
  copyPassages(pickPassages(content, new Set(chosen)), doc, countingIds('copy'))
  return readDocument(content.kind, doc)
}

/** Content without what stands for one thing alone: ids of entries, rows and blocks. */
function withoutIds(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutIds)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).flatMap(([name, item]) => (name === 'id' ? [] : [[name, withoutIds(item)] as const])))
}

const saidIn = (content: ContentInPassages): unknown => withoutIds(pickPassages(content, new Set(passagesOf(content).map(({ id }) => id))))

function clauseId(doc: Y.Doc, code: string): string {
  return readDocument('agreement', doc).clauses.find((clause) => clause.code === code)!.id
}

const WRITTEN: { readonly [Kind in PassagesKind]: () => Y.Doc } = {
  objectives: () => {
    const doc = started('objectives')
    writeRichText(root(doc, 'objectives', 'goal'), rich('Clean water'))
    addObjective(doc, ids)
    const told = addObjective(doc, ids, { classification: { code: 'OX', other: 'Our own' } })
    writeRichText(part(doc, 'objectives', told, 'issue')!, rich('The wells are dry'))
    setField(doc, 'objectives', told, 'successSigns', ['Water all year', 'No queue'])
    part(doc, 'objectives', told, 'fields')!.set('targets', ['6.1', '99.z'])
    return doc
  },
  agreement: () => {
    const doc = started('agreement')
    const parties = clauseId(doc, 'C04')
    for (const name of ['River Watch', 'The office']) {
      const row = addRow(doc, 'agreement', parties, 'party', ids)
      setCell(doc, 'agreement', parties, { field: 'party', row, cell: 'name' }, name)
    }
    setNotArising(doc, clauseId(doc, 'C14'), 'There is no data yet')
    const own = addClause(doc, ids, { code: 'own', heading: 'The river' })
    writeRichText(part(doc, 'agreement', own, 'text')!, rich('It is ours'))
    return doc
  },
  roadmap: () => {
    const doc = started('roadmap')
    const task = addTask(doc, ids, {
      ...{ title: 'Map the wells', sign: 'A map', schedule: { start: '2027-01-01', due: '2027-03-01' } },
      ...{ stage: 'S1', leadSide: 'civic' }
    })
    writeRichText(part(doc, 'roadmap', task, 'why')!, rich('Nobody knows'))
    addTask(doc, ids, { title: 'Ask who pays' })
    return doc
  },
  plan: () => {
    const doc = started('plan')
    writeRichText(part(doc, 'plan', 'approach', 'text')!, rich('We walk'))
    setField(doc, 'plan', 'consent', 'purpose', 'To find the wells')
    setField(doc, 'plan', 'access', 'agreementNeeded', true)
    return doc
  }
}

describe('passages of what a side keeps to itself', () => {
  test.each(Object.keys(WRITTEN) as PassagesKind[])('[DOC-38] %s: every passage copied is equal but for its ids', (kind) => {
    const content: ContentInPassages = readDocument(kind, WRITTEN[kind]())
    expect(passagesOf(content).length).toBeGreaterThan(1)
    const copy = copied(content)
    expect(saidIn(copy)).toEqual(saidIn(content))
    const text = JSON.stringify(copy)
    for (const id of ['Clean water', 'h The wells are dry', 'It is ours', 'Nobody knows', 'We walk'])
      expect(text).not.toContain(`"id":"${id}"`)
  })

  test.each(Object.keys(WRITTEN) as PassagesKind[])('[DOC-38] %s: each passage alone brings itself and no other', (kind) => {
    const content: ContentInPassages = readDocument(kind, WRITTEN[kind]())
    for (const { id } of passagesOf(content)) {
      const copy = copied(content, [id])
      expect(passagesOf(copy)).toHaveLength(1)
      expect(saidIn(copy)).toEqual(withoutIds(pickPassages(content, new Set([id]))))
    }
  })

  test('[DOC-38] what says nothing is no passage, and what says something without words is one', () => {
    expect(passagesOf(readDocument('agreement', WRITTEN.agreement())).map(({ code, heading }) => [code, heading])).toEqual([
      ['C04', ''],
      ['C14', ''],
      ['own', 'The river']
    ])
    expect(passagesOf(readDocument('objectives', WRITTEN.objectives())).map(({ id, code, number }) => [code ?? id, number])).toEqual([
      ['goal', 0],
      [expect.stringContaining('kept'), 2]
    ])
    expect(passagesOf(readDocument('plan', WRITTEN.plan())).map(({ id }) => id)).toContain('access')
    expect(passagesOf(readDocument('roadmap', started('roadmap')))).toEqual([])
  })

  test('[DOC-38] a text that holds what this build does not know is copied as words', () => {
    const doc = WRITTEN.roadmap()
    const task = readDocument('roadmap', doc).tasks[0]!.id
    const strange = new Y.XmlElement('hologram')
    strange.insert(0, [new Y.XmlText('From another build')])
    part(doc, 'roadmap', task, 'why')!.push([strange])
    const copy = copied(readDocument('roadmap', doc), [task])
    const [first] = copy.kind === 'roadmap' ? copy.tasks : []
    expect(withoutIds(first?.why.content)).toEqual(
      ['Nobody knows', 'Nobody knows', 'From another build'].map((text) => ({
        ...{ type: 'paragraph', attrs: {} },
        content: [{ type: 'text', text }]
      }))
    )
  })

  test('[DOC-38] a clause that only another build knows is no passage', () => {
    const doc = WRITTEN.agreement()
    const entry = entriesOf(doc, 'agreement').get(clauseId(doc, 'C14')) as Y.Map<unknown>
    entry.set('code', 'C99')
    writeRichText(part(doc, 'agreement', clauseId(doc, 'C99'), 'text')!, rich('New'))
    expect(passagesOf(readDocument('agreement', doc)).map(({ code }) => code)).toEqual(['C04', 'own'])
  })

  test('[DOC-38] a question that the new document’s template leaves out comes with its passage', () => {
    const content = readDocument('plan', WRITTEN.plan())
    const doc = new Y.Doc()
    applyTemplate('plan', doc, { newId: ids.newId, stage: 'S1', entries: ['partners'] })
    copyPassages(pickPassages(content, new Set(['approach'])), doc, countingIds('copy'))
    expect(passagesOf(readDocument('plan', doc)).map(({ code, words }) => [code, words])).toEqual([['approach', 'We walk\nWe walk']])
  })
})
