import { addTask, readDocument, setField, setTaskField } from '@roundtable/shared/document'
import * as Y from 'yjs'
import { groupTasks, milestonesOf } from './grouping.js'
import { linesOf } from './lines.js'

function roadmap() {
  const doc = new Y.Doc()
  for (const [id, title, due] of [
    ['t1', 'Map', '2027-03-01'],
    ['t2', 'Train'],
    ['t3', 'Publish', '2027-01-15'],
    ['t4', 'Review']
  ] as const)
    addTask(doc, { newId: () => id }, { title, schedule: due ? { due } : {} })
  return { doc, tasks: () => readDocument('roadmap', doc).tasks }
}

describe('tasks in groups', () => {
  it('[UI-191] stand in the order of the code list, then of the roadmap, with those that say nothing last and no group empty', () => {
    const { doc, tasks } = roadmap()
    setTaskField(doc, 't1', 'stage', 'S4')
    setTaskField(doc, 't3', 'stage', 'S1')
    setTaskField(doc, 't4', 'stage', 'S4')
    const shown = groupTasks(tasks(), 'stage', () => 'idea').map(({ code, tasks: inGroup }) => [code, inGroup.map(({ title }) => title)])
    expect(shown).toEqual([
      ['S1', ['Publish']],
      ['S4', ['Map', 'Review']],
      [null, ['Train']]
    ])
  })

  it('[UI-191] a task that makes several things possible stands under each of them; by status each stands once', () => {
    const { doc, tasks } = roadmap()
    setField(doc, 'roadmap', 't2', 'enablers', ['E3', 'E1'])
    const by = (grouping: 'enabler' | 'status') =>
      groupTasks(tasks(), grouping, (id) => (id === 't1' ? 'done' : 'idea')).map(({ code, tasks: inGroup }) => [code, inGroup.length])
    expect(by('enabler')).toEqual([
      ['E1', 1],
      ['E3', 1],
      [null, 3]
    ])
    expect(by('status')).toEqual([
      ['idea', 3],
      ['done', 1]
    ])
  })

  it('[UI-192] milestones stand by the day they are due, those without a day last', () => {
    const { doc, tasks } = roadmap()
    for (const id of ['t1', 't3', 't4']) setField(doc, 'roadmap', id, 'isMilestone', true)
    expect(milestonesOf(tasks()).map(({ title }) => title)).toEqual(['Publish', 'Map', 'Review'])
  })

  it('[UI-190] lines are titles without the marks of a list and without empty ones', () => {
    expect(linesOf('- Map the wells\r\n\n* Train\n3. Publish\n  12) Review \n2027 is the year')).toEqual([
      'Map the wells',
      'Train',
      'Publish',
      'Review',
      '2027 is the year'
    ])
  })
})
