import * as Y from 'yjs'
import { countingIds } from '../../../test/support/ids.js'
import { replica } from '../../../test/support/replicas.js'
import {
  addClause,
  addObjective,
  addTask,
  moveClause,
  moveObjective,
  moveTask,
  part,
  readDocument,
  removeClause,
  removeObjective,
  removeTask,
  setClassification,
  setField,
  setNotArising,
  setSchedule,
  setTaskField,
  type CellValue
} from './index.js'

const ids = countingIds('i')
const bytes = (doc: Y.Doc) => Buffer.from(Y.encodeStateAsUpdate(doc)).toString('hex')

/** Counts the transactions that changed something. */
function transactionsOf(doc: Y.Doc, act: () => void): number {
  let count = 0
  const counting = () => count++
  doc.on('update', counting)
  act()
  doc.off('update', counting)
  return count
}

function refusal(act: () => unknown): { code: unknown; field: unknown } {
  try {
    act()
  } catch (error) {
    const { code, args } = error as { code: unknown; args: { field: unknown } }
    return { code, field: args.field }
  }
  return { code: 'nothing was refused', field: null }
}

describe('objectives', () => {
  const titles = (doc: Y.Doc) => readDocument('objectives', doc).objectives.map(({ id }) => id)

  test('[DOC-12] are added last, first or after another, moved and removed, each in one transaction', () => {
    const doc = replica(1)
    const [a, b, c] = [addObjective(doc, ids), addObjective(doc, ids), addObjective(doc, ids, { after: null })]
    expect(titles(doc)).toEqual([c, a, b])
    expect(transactionsOf(doc, () => moveObjective(doc, c, { after: a }))).toBe(1)
    expect(titles(doc)).toEqual([a, c, b])
    expect(transactionsOf(doc, () => removeObjective(doc, a))).toBe(1)
    expect(transactionsOf(doc, () => addObjective(doc, ids, { after: c, classification: { code: 'O1' } }))).toBe(1)
    expect(titles(doc)).toHaveLength(3)
  })

  test('[DOC-13] are classified by one value: a code, and own words with OX alone', () => {
    const doc = replica(1)
    const id = addObjective(doc, ids)
    const read = () => readDocument('objectives', doc).objectives[0]?.classification
    expect(read()).toBeNull()
    setClassification(doc, id, { code: 'OX', other: 'to be counted at all' })
    expect(read()).toEqual({ code: 'OX', other: 'to be counted at all' })
    setClassification(doc, id, { code: 'O4' })
    expect(read()).toEqual({ code: 'O4' })
  })

  test.each([
    ['code', { code: 'O9' as 'O1' }],
    ['other', { code: 'O1' as const, other: 'words' }],
    ['other', { code: 'OX' as const, other: 'x'.repeat(501) }]
  ])('[DOC-13] a classification with a bad %s is refused and changes nothing', (field, classification) => {
    const doc = replica(1)
    const id = addObjective(doc, ids)
    const before = bytes(doc)
    expect(refusal(() => setClassification(doc, id, classification))).toEqual({ code: 'bad_input', field })
    expect(refusal(() => addObjective(doc, ids, { classification }))).toEqual({ code: 'bad_input', field })
    expect(bytes(doc)).toBe(before)
  })
})

describe('clauses', () => {
  const clauses = (doc: Y.Doc) => readDocument('agreement', doc).clauses

  test('[DOC-14] a catalogue clause stands once; own clauses as often as people like, with a heading', () => {
    const doc = replica(1)
    const c07 = addClause(doc, ids, { code: 'C07' })
    const own = addClause(doc, ids, { code: 'own', heading: 'Seed banks', after: null })
    addClause(doc, ids, { code: 'own', heading: 'Drones' })
    expect(clauses(doc).map(({ code, heading }) => [code, heading])).toEqual([
      ['own', 'Seed banks'],
      ['C07', ''],
      ['own', 'Drones']
    ])
    const before = bytes(doc)
    expect(refusal(() => addClause(doc, ids, { code: 'C07' }))).toEqual({ code: 'bad_input', field: 'code' })
    expect(refusal(() => addClause(doc, ids, { code: 'C99' }))).toEqual({ code: 'bad_input', field: 'code' })
    expect(refusal(() => addClause(doc, ids, { code: 'C08', heading: 'Mine' }))).toEqual({ code: 'bad_input', field: 'heading' })
    expect(bytes(doc)).toBe(before)
    moveClause(doc, own, { after: c07 })
    removeClause(doc, c07)
    expect(clauses(doc).map(({ heading }) => heading)).toEqual(['Seed banks', 'Drones'])
  })

  const ANSWERS: readonly (readonly [string, string, CellValue, CellValue])[] = [
    ['C02', 'sharedGoal', 'Safe water for all', 7],
    ['C41', 'start', '2026-02-28', '2026-02-30'],
    ['C25', 'reviewDays', 14, 1.5],
    ['C21', 'minimumCount', 10, 2],
    ['C25', 'communityValidation', true, 'yes'],
    ['C22', 'dataClass', 'K2', 'K9'],
    ['C08', 'prohibited', ['law_enforcement', 'linkage'], ['linkage', 'nonsense']],
    ['C18', 'storageCountries', ['KE', 'UG'], ['Kenya']],
    ['C16', 'recipients', ['Water watch', 'Statistics office'], ['']]
  ]

  test.each(ANSWERS)('[DOC-15] %s.%s takes its type of answer, refuses others, and can be taken back', (code, name, good, bad) => {
    const doc = replica(1)
    const id = addClause(doc, ids, { code })
    const read = () => clauses(doc)[0]?.fields[name]
    expect(transactionsOf(doc, () => setField(doc, 'agreement', id, name, good))).toBe(1)
    const before = bytes(doc)
    expect(refusal(() => setField(doc, 'agreement', id, name, bad))).toEqual({ code: 'bad_input', field: name })
    expect([read(), bytes(doc)]).toEqual([good, before])
    setField(doc, 'agreement', id, name, null)
    expect(read()).toBeUndefined()
  })

  test('[DOC-15] the order in which options were ticked says nothing, and a field of another clause is refused', () => {
    const doc = replica(1)
    const id = addClause(doc, ids, { code: 'C08' })
    setField(doc, 'agreement', id, 'prohibited', ['linkage', 'law_enforcement'])
    expect(clauses(doc)[0]?.fields.prohibited).toEqual(['law_enforcement', 'linkage'])
    expect(refusal(() => setField(doc, 'agreement', id, 'reviewDays', 3))).toEqual({ code: 'bad_input', field: 'reviewDays' })
    expect(refusal(() => setField(doc, 'agreement', id, '__proto__', 'x'))).toEqual({ code: 'bad_input', field: '__proto__' })
  })

  test('[DOC-16] "does not arise" is an answer with a reason, but not for refusal, protection beyond law and own clauses', () => {
    const doc = replica(1)
    const [c09, ...others] = ['C09', 'C13', 'C33', 'own'].map((code) => addClause(doc, ids, { code }))
    setNotArising(doc, c09!, 'No data leave the village')
    expect(clauses(doc)[0]?.notArising).toBe('No data leave the village')
    for (const id of others) expect(refusal(() => setNotArising(doc, id, 'why not')).field).toBe('notArising')
    expect(refusal(() => setNotArising(doc, c09!, '  ')).field).toBe('notArising')
    setNotArising(doc, c09!, null)
    expect(clauses(doc).map(({ notArising }) => notArising)).toEqual([null, null, null, null])
  })
})

describe('tasks', () => {
  const task = (doc: Y.Doc) => readDocument('roadmap', doc).tasks[0]!

  test('[DOC-12] are added with their fields, changed field by field and removed', () => {
    const doc = replica(1)
    const id = addTask(doc, ids, { title: 'Map wells', sign: 'A map hangs in the hall', keyArea: 'RA1', schedule: { due: '2026-05-01' } })
    setTaskField(doc, id, 'leadSide', 'civic')
    setTaskField(doc, id, 'keyArea', null)
    part(doc, 'roadmap', id, 'title')?.insert(0, 'We ')
    expect(task(doc)).toEqual({
      id,
      title: 'We Map wells',
      why: { type: 'doc', content: [{ type: 'paragraph', attrs: { id: expect.any(String) as string }, content: [] }] },
      schedule: { due: '2026-05-01' },
      keyArea: null,
      stage: null,
      leadSide: 'civic',
      sign: 'A map hangs in the hall',
      fields: {}
    })
    removeTask(doc, id)
    expect(readDocument('roadmap', doc).tasks).toEqual([])
  })

  test.each([
    ['due', { start: '2026-05-02', due: '2026-05-01' }],
    ['start', { start: '2026-13-01' }],
    ['due', { due: 'tomorrow' }]
  ])('[DOC-17] a schedule with a bad %s is refused and changes nothing', (field, schedule) => {
    const doc = replica(1)
    const id = addTask(doc, ids, { schedule: { start: '2026-05-01', due: '2026-05-01' } })
    const before = bytes(doc)
    expect(refusal(() => setSchedule(doc, id, schedule))).toEqual({ code: 'bad_input', field })
    expect(refusal(() => addTask(doc, ids, { schedule }))).toEqual({ code: 'bad_input', field })
    expect([bytes(doc), task(doc).schedule]).toEqual([before, { start: '2026-05-01', due: '2026-05-01' }])
  })

  test('[DOC-12] a verb about something that is gone, or that names itself, is refused by the field and changes nothing', () => {
    const doc = replica(1)
    const [id, gone] = [addTask(doc, ids), addTask(doc, ids)]
    removeTask(doc, gone)
    const before = bytes(doc)
    expect(refusal(() => moveTask(doc, gone, {})).field).toBe('id')
    expect(refusal(() => moveTask(doc, id, { after: gone })).field).toBe('after')
    expect(refusal(() => moveTask(doc, id, { after: id })).field).toBe('after')
    expect(refusal(() => setTaskField(doc, gone, 'stage', 'S1')).field).toBe('id')
    expect(refusal(() => setTaskField(doc, id, 'stage', 'S9' as 'S1')).field).toBe('stage')
    expect(refusal(() => addTask(doc, { newId: () => id })).field).toBe('id')
    expect(refusal(() => addTask(doc, { newId: () => '__proto__' })).field).toBe('id')
    expect(bytes(doc)).toBe(before)
  })
})
