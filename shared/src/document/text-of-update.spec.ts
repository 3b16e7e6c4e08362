import * as Y from 'yjs'
import { countingIds } from '../../../test/support/ids.js'
import { seededRandom } from '../../../test/support/random.js'
import { replica } from '../../../test/support/replicas.js'
import {
  addClause,
  addObjective,
  addTask,
  applyTemplate,
  moveTask,
  setClassification,
  setField,
  setSchedule,
  textOfUpdate
} from './index.js'

const ids = countingIds('i')
const state = (doc: Y.Doc) => Y.encodeStateAsUpdate(doc)

describe('the words in an update', () => {
  test('[DOC-24] typing letter by letter is one run, other places and other people are runs of their own', () => {
    const doc = replica(2)
    const text = doc.getText('content')
    for (const letter of 'hello') text.insert(text.length, letter)
    text.insert(0, 'first ')
    const other = replica(1)
    Y.applyUpdate(other, state(doc))
    other.getText('content').insert(text.length, ' and theirs')
    expect(textOfUpdate(state(other))).toEqual([' and theirs', 'hello', 'first '])
  })

  test('[DOC-24] formatting while typing does not cut the run', () => {
    const doc = replica(1)
    const text = doc.getText('content')
    text.insert(0, 'we ')
    text.insert(3, 'refuse', { bold: {} })
    expect(textOfUpdate(state(doc))).toEqual(['we refuse'])
  })

  test('[DOC-24] what the update itself deletes is left out', () => {
    const doc = new Y.Doc({ gc: false })
    doc.clientID = 1
    doc.getText('content').insert(0, 'keep erase keep')
    doc.getText('content').delete(5, 6)
    expect(textOfUpdate(state(doc))).toEqual(['keep keep'])
  })

  test('[DOC-24] words in JSON values are found; places, codes, days and ids are not words', () => {
    const doc = replica(1)
    applyTemplate('agreement', doc, ids)
    const [clause, task] = [addClause(doc, ids, { code: 'C15' }), addTask(doc, ids, { title: 'Map wells', stage: 'S1' })]
    for (const mode of ['none', 'pseudonym']) setField(doc, 'agreement', clause, 'mode', mode)
    for (const words of ['none', 'Told by the fishers']) setField(doc, 'agreement', clause, 'wording', words)
    setSchedule(doc, task, { start: '2026-01-01' })
    setSchedule(doc, task, { start: '2026-01-02' })
    addTask(doc, ids, { after: null })
    moveTask(doc, task, { after: null })
    setClassification(doc, addObjective(doc, ids), { code: 'OX', other: 'to be heard' })
    expect(textOfUpdate(state(doc))).toEqual(['Map wells', 'Told by the fishers', 'to be heard'])
  })

  test('[DOC-24] words without a place yet are found too: the rest of the document need not be there', () => {
    const doc = replica(1)
    doc.getText('content').insert(0, 'known ')
    const before = Y.encodeStateVector(doc)
    doc.getText('content').insert(6, 'unsent')
    expect(textOfUpdate(Y.encodeStateAsUpdate(doc, before))).toEqual(['unsent'])
  })

  test('[DOC-25] bytes that are no update, cut or changed anywhere, give a list and never an error', () => {
    const doc = replica(1)
    applyTemplate('agreement', doc, ids)
    const good = state(doc)
    for (let seed = 1; seed <= 2000; seed++) {
      const random = seededRandom(`bytes ${seed}`)
      const bad = good.slice(0, random.integer(0, good.length))
      for (let change = random.integer(0, 3); change > 0 && bad.length > 0; change--)
        bad[random.integer(0, bad.length - 1)] = random.integer(0, 255)
      expect({ seed, isList: Array.isArray(textOfUpdate(bad)) }).toEqual({ seed, isList: true })
    }
    expect(textOfUpdate(new Uint8Array())).toEqual([])
  })
})
