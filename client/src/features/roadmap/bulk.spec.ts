import { addTask, readDocument, removeTask, setField, setTaskField } from '@roundtable/shared/document'
import * as Y from 'yjs'
import { changeTasks, removeTasks } from './bulk.js'
import { withRange } from './selection.js'

function roadmap() {
  const doc = new Y.Doc()
  for (const id of ['a', 'b', 'c', 'd']) addTask(doc, { newId: () => id }, { title: id, schedule: id === 'b' ? { due: '2027-03-01' } : {} })
  setTaskField(doc, 'c', 'stage', 'S2')
  setField(doc, 'roadmap', 'c', 'principles', ['P07'])
  return doc
}
const tasks = (doc: Y.Doc) => readDocument('roadmap', doc).tasks

describe('many tasks at once', () => {
  it('[TASK-22] are changed in one change; what is so already is not written, and what is gone is told', () => {
    const doc = roadmap()
    removeTask(doc, 'd')
    let changes = 0
    doc.on('update', () => changes++)
    expect(changeTasks(doc, ['a', 'b', 'c', 'd'], { field: 'stage', code: 'S2' })).toEqual({
      ...{ changed: ['a', 'b'], same: ['c'], refused: [], gone: ['d'] }
    })
    expect([tasks(doc).map(({ stage }) => stage), changes]).toEqual([['S2', 'S2', 'S2'], 1])
  })

  it('[TASK-22] a day that would end a task before it starts is refused for that task alone, and taken back with null', () => {
    const doc = roadmap()
    expect(changeTasks(doc, ['a', 'b'], { field: 'start', day: '2027-05-01' })).toMatchObject({ changed: ['a'], refused: ['b'] })
    expect(tasks(doc).map(({ schedule }) => schedule)).toEqual([{ start: '2027-05-01' }, { due: '2027-03-01' }, {}, {}])
    expect(changeTasks(doc, ['a', 'b'], { field: 'start', day: null })).toMatchObject({ changed: ['a'], same: ['b'] })
  })

  it('[TASK-22] principles are added to and taken from what each has', () => {
    const doc = roadmap()
    const principles = () => tasks(doc).map(({ fields }) => fields.principles ?? null)
    changeTasks(doc, ['a', 'c'], { field: 'addPrinciples', codes: ['P03'] })
    expect(principles()).toEqual([['P03'], null, ['P03', 'P07'], null])
    changeTasks(doc, ['a', 'b', 'c'], { field: 'dropPrinciples', codes: ['P03'] })
    expect(principles()).toEqual([null, null, ['P07'], null])
  })

  it('[TASK-22] are taken out in one change, those that are still there', () => {
    const doc = roadmap()
    removeTask(doc, 'a')
    let changes = 0
    doc.on('update', () => changes++)
    expect([removeTasks(doc, ['a', 'b', 'd']), tasks(doc).map(({ id }) => id), changes]).toEqual([['b', 'd'], ['c'], 1])
  })

  it('[UI-336] a range goes from the one chosen last to this one, in the order that is seen, either way', () => {
    const order = ['a', 'b', 'c', 'd']
    expect([...withRange(new Set(['a']), order, 'b', 'd', true)]).toEqual(['a', 'b', 'c', 'd'])
    expect([...withRange(new Set(order), order, 'c', 'b', false)]).toEqual(['a', 'd'])
    expect([...withRange(new Set(), order, 'hidden', 'b', true)]).toEqual(['b'])
  })
})
