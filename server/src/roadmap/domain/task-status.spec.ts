import { saidHere, sideSays, type TaskState, taskStatus } from './task-status.js'

const state = (more: Partial<TaskState>): TaskState => ({
  answers: ['accepted'],
  work: 'accepted',
  concerned: ['civic', 'state'],
  said: [],
  ...more
})
const says = (side: 'civic' | 'state', isDone: boolean) => ({ voice: `${side} ${isDone}`, side, isDone })

describe('the status of a task', () => {
  it.each([
    ['idea', state({ answers: [] })],
    ['idea', state({ answers: ['declined', 'withdrawn'], work: 'in_progress' })],
    ['proposed', state({ answers: ['declined', 'proposed'] })],
    ['accepted', state({ answers: ['proposed', 'accepted'] })],
    ['in_progress', state({ work: 'in_progress' })],
    ['in_progress', state({ work: 'in_progress', said: [says('civic', true)] })],
    ['blocked', state({ work: 'blocked', said: [says('civic', true), says('state', false)] })],
    ['accepted', state({ said: [says('civic', true), says('state', true), says('civic', false)] })],
    ['done', state({ work: 'blocked', said: [says('civic', true), says('state', true)] })],
    ['done', state({ concerned: ['civic'], said: [says('civic', true), says('state', false)] })],
    ['dropped', state({ work: 'dropped', said: [says('civic', true), says('state', true)] })],
    ['accepted', state({ concerned: [], said: [says('civic', true)] })],
    ['proposed', state({ answers: ['proposed'], said: [says('civic', true), says('state', true)] })]
  ] as const)('[TASK-19] is %s', (status, given) => {
    expect(taskStatus(given)).toBe(status)
  })

  it('[TASK-10] what a voice has said that nobody here has any more counts no more', () => {
    const said = [says('civic', true), says('civic', false)]
    expect(saidHere(said, new Set(['civic true', 'state true']))).toEqual([said[0]])
    expect(saidHere(said, new Set())).toEqual([])
  })

  it('[TASK-19] a side has said nothing before one of its voices has', () => {
    expect(sideSays('civic', [says('state', true)])).toBeNull()
    expect(sideSays('civic', [says('civic', true), says('civic', false)])).toBe(false)
    expect(sideSays('civic', [says('civic', true)])).toBe(true)
  })
})
