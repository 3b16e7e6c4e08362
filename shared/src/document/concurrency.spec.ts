import * as Y from 'yjs'
import { countingIds } from '../../../test/support/ids.js'
import { replica, twoReplicas } from '../../../test/support/replicas.js'
import {
  addClause,
  addTask,
  appendParagraph,
  moveTask,
  part,
  plainText,
  readDocument,
  removeClause,
  removeTask,
  setField,
  setSchedule,
  setTaskField,
  textOfUpdate
} from './index.js'

/** Two people open the same document, act without seeing each other, and then meet. */
function meet(prepare: (doc: Y.Doc) => void, left: (doc: Y.Doc) => void, right: (doc: Y.Doc) => void): Y.Doc {
  const start = replica(1)
  prepare(start)
  const { docs, exchange } = twoReplicas(Y.encodeStateAsUpdate(start))
  left(docs[0])
  right(docs[1])
  exchange()
  for (const kind of ['agreement', 'roadmap'] as const) expect(readDocument(kind, docs[0])).toEqual(readDocument(kind, docs[1]))
  return docs[0]
}

const named = (name: string) => ({ newId: () => name })
const blocks = countingIds('b')
const tasks = (doc: Y.Doc) => readDocument('roadmap', doc).tasks
const order = (doc: Y.Doc) => tasks(doc).map(({ id }) => id)
const fourTasks = (doc: Y.Doc) => ['a', 'b', 'c', 'd'].forEach((id) => addWithId(doc, id))

/** A task whose own id is given and whose block ids are counted. */
function addWithId(doc: Y.Doc, id: string, position: { after?: string | null } = {}): string {
  const given = [id]
  return addTask(doc, { newId: () => given.shift() ?? blocks.newId() }, { title: id, ...position })
}

describe('two people at once', () => {
  test('[DOC-21] moving the same task to two places leaves it once, at one of them', () => {
    const doc = meet(
      fourTasks,
      (left) => moveTask(left, 'a', { after: 'b' }),
      (right) => moveTask(right, 'a', { after: 'd' })
    )
    expect([
      ['b', 'a', 'c', 'd'],
      ['b', 'c', 'd', 'a']
    ]).toContainEqual(order(doc))
  })

  test('[DOC-21] moving two tasks to the same place keeps both there, and either can be moved between them again', () => {
    const doc = meet(
      fourTasks,
      (left) => moveTask(left, 'c', { after: 'a' }),
      (right) => moveTask(right, 'd', { after: 'a' })
    )
    expect(order(doc)).toEqual(['a', 'c', 'd', 'b'])
    moveTask(doc, 'b', { after: 'c' })
    expect(order(doc)).toEqual(['a', 'c', 'b', 'd'])
  })

  test('[DOC-23] adding at the same place keeps both, ordered by id for everybody', () => {
    const doc = meet(
      fourTasks,
      (left) => addWithId(left, 'y', { after: 'a' }),
      (right) => addWithId(right, 'x', { after: 'a' })
    )
    expect(order(doc)).toEqual(['a', 'x', 'y', 'b', 'c', 'd'])
  })

  test('[DOC-23] typing into the same title keeps the words of both', () => {
    const doc = meet(
      fourTasks,
      (left) => part(left, 'roadmap', 'a', 'title')?.insert(1, ' left'),
      (right) => part(right, 'roadmap', 'a', 'title')?.insert(1, ' right')
    )
    expect(tasks(doc)[0]?.title).toMatch(/^a (left right|right left)$/)
  })

  test('[DOC-17] two schedules at once leave one of them whole, never the start of one with the end of the other', () => {
    const [spring, autumn] = [
      { start: '2026-03-01', due: '2026-04-01' },
      { start: '2026-09-01', due: '2026-10-01' }
    ]
    const doc = meet(
      fourTasks,
      (left) => setSchedule(left, 'a', spring),
      (right) => setSchedule(right, 'a', autumn)
    )
    expect([spring, autumn]).toContainEqual(tasks(doc)[0]?.schedule)
  })

  test('[DOC-23] changing different fields of one task keeps both changes', () => {
    const doc = meet(
      fourTasks,
      (left) => setTaskField(left, 'a', 'stage', 'S2'),
      (right) => setTaskField(right, 'a', 'leadSide', 'state')
    )
    expect(tasks(doc)[0]).toMatchObject({ stage: 'S2', leadSide: 'state' })
  })

  test('[DOC-22] removing a task while another types in it removes it for both, and the words can be recovered from the update', () => {
    let typed: Uint8Array = new Uint8Array()
    const doc = meet(
      fourTasks,
      (left) => removeTask(left, 'a'),
      (right) => {
        const before = Y.encodeStateVector(right)
        appendParagraph(part(right, 'roadmap', 'a', 'why')!, 'Because the river rose', blocks)
        setTaskField(right, 'a', 'stage', 'S3')
        typed = Y.encodeStateAsUpdate(right, before)
      }
    )
    expect(order(doc)).toEqual(['b', 'c', 'd'])
    expect(plainText(readDocument('roadmap', doc))).not.toContain('river')
    expect(textOfUpdate(typed)).toEqual(['Because the river rose'])
  })

  test('[DOC-22] removing the task that another moves or puts something after leaves the rest in order', () => {
    const doc = meet(
      fourTasks,
      (left) => removeTask(left, 'b'),
      (right) => {
        moveTask(right, 'b', { after: 'd' })
        addWithId(right, 'e', { after: 'b' })
      }
    )
    expect(order(doc)).toEqual(['a', 'c', 'd', 'e'])
  })

  test('[DOC-14] adding the same catalogue clause at once keeps both, so that nobody’s words vanish', () => {
    const doc = meet(
      () => undefined,
      (left) => setField(left, 'agreement', addClause(left, named('left'), { code: 'C22' }), 'dataClass', 'K1'),
      (right) => setField(right, 'agreement', addClause(right, named('right'), { code: 'C22' }), 'dataClass', 'K2')
    )
    expect(readDocument('agreement', doc).clauses.map(({ id, fields }) => [id, fields.dataClass])).toEqual([
      ['left', 'K1'],
      ['right', 'K2']
    ])
    removeClause(doc, 'right')
    expect(readDocument('agreement', doc).clauses.map(({ id }) => id)).toEqual(['left'])
  })
})
