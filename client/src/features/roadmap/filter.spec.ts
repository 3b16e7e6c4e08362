import { addTask, readDocument, setField, setTaskField } from '@roundtable/shared/document'
import type { AssignmentView, TaskFacts } from '@roundtable/shared/protocol'
import * as Y from 'yjs'
import { filterTasks, usable, type Filter, type Known } from './filter.js'
import { changedLook, NO_FILTER, readLook } from './look.js'

const because = { rule: 'R-25', paragraph: '¶39', sentence: 'ability.because.R-25.first' }
const asked = (more: Partial<AssignmentView>): AssignmentView => ({
  ...{ assignmentId: 'x', kind: 'seat', id: 'me', name: 'Mara', side: 'state', role: 'NSO', answer: 'accepted', reason: '' },
  ...{ askedBy: '', askedAt: '', answeredBy: null, answeredAt: null, hasLeft: false, mayWithdraw: false },
  ...{ mayAnswer: { allowed: false, because } },
  ...more
})
const facts = (taskId: string): TaskFacts => ({
  ...{ taskId, version: 1, reason: '', sides: [], maySetStatus: { allowed: false, because }, maySayDone: { allowed: false, because } },
  status: taskId === 'a' ? 'blocked' : taskId === 'b' ? 'done' : 'idea',
  assignments:
    taskId === 'a'
      ? [asked({})]
      : taskId === 'b'
        ? [asked({ kind: 'side', id: null, side: 'civic', mayAnswer: { allowed: true, because } })]
        : taskId === 'c'
          ? [asked({ answer: 'declined' })]
          : []
})

function roadmap() {
  const doc = new Y.Doc()
  for (const [id, due] of [
    ['a', '2027-01-01'],
    ['b', '2027-01-01'],
    ['c', '2027-02-20'],
    ['d', undefined]
  ] as const)
    addTask(doc, { newId: () => id }, { title: id, schedule: due ? { due } : {} })
  setTaskField(doc, 'a', 'stage', 'S2')
  setField(doc, 'roadmap', 'b', 'principles', ['P03', 'P07'])
  return readDocument('roadmap', doc).tasks
}
const known: Known = { factsOf: facts, mySeatId: 'me', today: '2027-02-01' }

describe('which tasks are shown', () => {
  it.each<[Filter, string]>([
    [{}, 'abcd'],
    [{ status: 'blocked' }, 'a'],
    [{ stage: 'S2' }, 'a'],
    [{ stage: '-' }, 'bcd'],
    [{ principle: 'P07' }, 'b'],
    [{ principle: '-' }, 'acd'],
    [{ owner: 'side.civic' }, 'b'],
    [{ owner: '-' }, 'cd'],
    [{ due: 'late' }, 'a'],
    [{ due: 'soon' }, 'c'],
    [{ due: 'none' }, 'd'],
    [{ mine: 'yes' }, 'ab'],
    [{ mine: 'yes', status: 'done' }, 'b'],
    [{ stage: 'S2', principle: 'P07' }, '']
  ])('[UI-333] %j leaves those for which all of it holds', (filter, ids) => {
    expect(
      filterTasks(roadmap(), filter, known)
        .map(({ id }) => id)
        .join('')
    ).toBe(ids)
  })

  it('[UI-333] what the server states hides nothing while it cannot be read', () => {
    const unread: Known = { ...known, factsOf: undefined }
    const filter: Filter = { status: 'blocked', mine: 'yes', owner: '-', stage: '-' }
    expect(usable(filter, unread)).toEqual({ stage: '-' })
    expect(filterTasks(roadmap(), filter, unread).map(({ id }) => id)).toEqual(['b', 'c', 'd'])
  })

  it('[UI-333] stands in the address, where what is no filter is passed over, and goes as a whole', () => {
    const search = new URLSearchParams('show=columns&group=stage&status=blocked&stage=S9&due=late&owner=side.civic&other=1')
    const look = readLook(search)
    expect(look).toEqual({
      ...{ shownAs: 'columns', grouping: 'stage', isMilestones: false, taskId: null },
      filter: { status: 'blocked', due: 'late', owner: 'side.civic' }
    })
    expect(changedLook(search, { mine: 'yes', status: '' }).get('mine')).toBe('yes')
    expect(changedLook(search, NO_FILTER).toString()).toBe('show=columns&group=stage&other=1')
  })
})
