import { useState, type ReactNode } from 'react'
import { addTask, moveTask, readDocument, removeTask, setTaskField } from '@roundtable/shared/document'
import type { AssignmentView, DocumentView, TaskFacts, TasksView } from '@roundtable/shared/protocol'
import { act, cleanup, screen, waitFor, within } from '@testing-library/react'
import * as Y from 'yjs'
import { Drafts } from '../../connection/drafts.js'
import type { LiveDocument } from '../../connection/index.js'
import { DraftKeeperContext } from '../../ui/draft-keeper.js'
import { Refusal, SetAnswers, showPage, spoken } from '../../../../test/support/screen.js'
import { OpenDocumentContext } from '../document/index.js'
import { QuickEntry } from './quick-entry.js'
import { RoadmapBody } from './roadmap-body.js'
import { TaskStanding } from './task-standing.js'

const live = { release: () => undefined } as unknown as LiveDocument
const ID = '0199a000-0000-7000-8000-000000000001'
const SEAT = '0199a000-0000-7000-8000-000000000004'
const ASSIGNMENT = '0199a000-0000-7000-8000-000000000003'
const yes = { allowed: true, because: { rule: 'A11', paragraph: '¶45', sentence: 'ability.because.A11.edit.yes' } }
const no = (sentence: string) => ({ allowed: false, because: { rule: 'R-25', paragraph: '¶39', sentence } })
const NOTHING: TasksView = { mayAsk: yes, assignees: [], tasks: [] }

const view = {
  id: ID,
  workspaceId: '0199a000-0000-7000-8000-000000000002',
  kind: 'roadmap',
  title: 'Roadmap',
  mySeat: { id: SEAT }
} as unknown as DocumentView

function opened(doc: Y.Doc, children: ReactNode) {
  const open = { view, live, doc, canEdit: true, isSynced: true }
  return <OpenDocumentContext value={open}>{children}</OpenDocumentContext>
}

const titles = (doc: Y.Doc) => readDocument('roadmap', doc).tasks.map(({ title }) => title)
const withTasks = (...names: string[]) => {
  const doc = new Y.Doc()
  names.forEach((title, index) => addTask(doc, { newId: () => `t${index + 1}` }, { title }))
  return doc
}
const assigned = (more: Partial<AssignmentView> = {}): AssignmentView => ({
  ...{ assignmentId: ASSIGNMENT, kind: 'seat', id: ID, name: 'Mara', side: 'state', role: 'NSO', answer: 'proposed', reason: '' },
  ...{ askedBy: 'Tomás', askedAt: '2026-11-28T10:00:00.000Z', answeredBy: null, answeredAt: null, hasLeft: false },
  ...{ mayAnswer: yes, mayWithdraw: false },
  ...more
})
const task = (more: Partial<TaskFacts> = {}): TaskFacts => ({
  ...{ taskId: 't1', version: 1, status: 'proposed', reason: '', assignments: [assigned()], sides: [] },
  ...{ maySetStatus: no('ability.because.R-25.first'), maySayDone: no('ability.because.R-25.first') },
  ...more
})

async function showRoadmap(doc: Y.Doc, facts: unknown = NOTHING, at = '/') {
  const server = new SetAnswers({ [`GET /api/documents/${ID}/tasks`]: facts })
  const user = await showPage(opened(doc, <RoadmapBody />), { route: '/', at })
  return { server, user }
}

describe('a roadmap that is written quickly', () => {
  beforeEach(() => window.sessionStorage.clear())

  it('[SAVE-20] what stands in the field counts as unsent and is there again when the page was left; what was made is not', async () => {
    const onChanged = jest.fn()
    const drafts = new Drafts(onChanged, jest.fn())
    const doc = withTasks('a')
    const server = { [`GET /api/documents/${ID}/tasks`]: NOTHING }
    const shown = () => (
      <DraftKeeperContext value={drafts}>
        <QuickEntry doc={doc} />
      </DraftKeeperContext>
    )
    new SetAnswers(server)
    const user = await showPage(opened(doc, shown()), { route: '/', at: '/' })
    await user.type(screen.getByLabelText('Add tasks quickly'), 'Map we')
    expect(drafts.words).toEqual(['Add tasks quickly\nMap we'])
    cleanup()
    expect(drafts.count).toBe(0)
    const again = await showPage(opened(doc, shown()), { route: '/', at: '/' })
    const field = screen.getByLabelText<HTMLTextAreaElement>('Add tasks quickly')
    expect(field.value).toBe('Map we')
    await again.type(field, 'lls{Enter}')
    expect([titles(doc), drafts.count]).toEqual([['a', 'Map wells'], 0])
    cleanup()
    await showPage(opened(doc, shown()), { route: '/', at: '/' })
    expect(screen.getByLabelText<HTMLTextAreaElement>('Add tasks quickly').value).toBe('')
  })

  it('[UI-190] each line is a task: Enter makes it and keeps the focus', async () => {
    const doc = withTasks('a', 'b', 'c', 'd')
    const { user } = await showRoadmap(doc)
    const field = screen.getByLabelText('Add tasks quickly')
    await user.click(field)
    await user.keyboard('Map wells{Enter}Train{Enter}{Enter}')
    expect(titles(doc).slice(4)).toEqual(['Map wells', 'Train'])
    expect(document.activeElement).toBe(field)
    expect(spoken()).toBe('Task 6 added: Train.')
  })

  it('[UI-462] what says that a task was added goes with it', async () => {
    const doc = withTasks('a', 'b', 'c', 'd')
    const { user } = await showRoadmap(doc)
    const said = () => screen.queryAllByText('Task 5 added: Map wells.').filter(({ tagName }) => tagName === 'P').length
    await user.type(screen.getByLabelText('Add tasks quickly'), 'Map wells{Enter}')
    expect(said()).toBe(1)
    act(() => removeTask(doc, readDocument('roadmap', doc).tasks[4]!.id))
    expect(said()).toBe(0)
  })

  it('[UI-346] is gone to from the head of the roadmap, past all of its tasks', async () => {
    const { user } = await showRoadmap(withTasks('a', 'b'), NOTHING, '/?show=table')
    await user.click(screen.getByRole('button', { name: 'Add tasks quickly' }))
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Add tasks quickly' }))
  })

  it('[UI-330] a pasted list is looked at before anything is made, and then made as one change', async () => {
    const doc = withTasks('a', 'b', 'c', 'd')
    const { user } = await showRoadmap(doc)
    let changes = 0
    doc.on('update', () => changes++)
    const field = screen.getByLabelText('Add tasks quickly')
    await user.click(field)
    await user.paste('- Map wells\n- Train\n\n- Publish')
    expect([titles(doc).length, spoken()]).toEqual([4, '3 lines pasted. Enter adds them.'])
    const look = screen.getByRole('group', { name: '3 tasks will be added:' })
    expect(
      within(look)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent)
    ).toEqual(['Map wells', 'Train', 'Publish'])
    await user.click(screen.getByRole('button', { name: 'Add 3 tasks' }))
    expect([titles(doc).slice(4), changes, spoken()]).toEqual([['Map wells', 'Train', 'Publish'], 1, '3 tasks added.'])
    expect([screen.queryByRole('group', { name: /will be added/ }), document.activeElement]).toEqual([null, field])
  })

  it('[UI-190] of more than a hundred lines the rest stays in the field, and it is said', async () => {
    const doc = withTasks('a', 'b', 'c', 'd')
    const { user } = await showRoadmap(doc)
    await user.click(screen.getByLabelText('Add tasks quickly'))
    await user.paste(Array.from({ length: 103 }, (_, index) => `Line ${index}`).join('\n'))
    expect(screen.getByText('3 lines stay in the field for the next time.')).toBeTruthy()
    await user.keyboard('{Enter}')
    expect(titles(doc).length).toBe(104)
    expect(spoken()).toBe('100 tasks added. 3 lines are still in the field: add again.')
    await user.keyboard('{Enter}')
    expect(titles(doc).at(-1)).toBe('Line 102')
  })
})

describe('lines that are too long', () => {
  it('[UI-190] stay in the field, and it is said; the others are added', async () => {
    const doc = withTasks('a', 'b', 'c', 'd')
    const { user } = await showRoadmap(doc)
    const field = screen.getByLabelText<HTMLTextAreaElement>('Add tasks quickly')
    await user.click(field)
    const [fits, long] = ['x'.repeat(300), 'y'.repeat(301)]
    await user.paste(`${fits}\n${long}`)
    await user.keyboard('{Enter}')
    expect([titles(doc).slice(4), field.value]).toEqual([[fits], long])
    const sentence = '1 line is too long for a title and still in the field: at most 300 characters.'
    expect(spoken()).toBe(`Task 5 added: ${fits}. ${sentence}`)
    await user.keyboard('{Enter}')
    expect([titles(doc).length, field.value, spoken()]).toEqual([5, long, sentence])
  })
})

describe('a roadmap that is looked at', () => {
  it('[UI-191] groups have headings with counts, and a task keeps its number of the whole', async () => {
    const doc = withTasks('Map', 'Train', 'Publish', 'Review')
    setTaskField(doc, 't3', 'leadSide', 'state')
    const { user } = await showRoadmap(doc, { ...NOTHING, tasks: [task()] })
    await user.selectOptions(screen.getByLabelText('Group by'), 'side')
    const group = screen.getByRole('region', { name: 'State side (1)' })
    expect(within(group).getByRole('heading', { level: 4, name: 'Task 3: Publish' })).toBeTruthy()
    expect(within(group).getByRole('heading', { level: 5, name: /^Who does it/ })).toBeTruthy()
    expect(within(group).getByRole('group', { name: 'Who does it: Publish' })).toBeTruthy()
    expect(screen.getByRole('region', { name: 'Not said (3)' })).toBeTruthy()
    await user.selectOptions(screen.getByLabelText('Group by'), 'status')
    expect(await screen.findByRole('region', { name: 'Proposed (1)' })).toBeTruthy()
  })

  it('[UI-347] the heading of a task says its name as well, for whoever goes from heading to heading', async () => {
    await showRoadmap(withTasks('Map wells', '', 'c', 'd'))
    const headings = screen.getAllByRole('heading', { level: 3, name: /^Task/ })
    expect(headings).toEqual(['Task 1: Map wells', 'Task 2', 'Task 3: c', 'Task 4: d'].map((name) => screen.getByRole('heading', { name })))
  })

  it('[UI-192] the milestones alone, by date, or that there is none', async () => {
    const { user } = await showRoadmap(withTasks('a', 'b', 'c', 'd'))
    await user.click(screen.getByLabelText('Only milestones, by date'))
    expect(screen.getByText(/^No task is a milestone yet/)).toBeTruthy()
  })

  it('[UI-193] where what was said cannot be read, the tasks are there all the same, and it can be tried again', async () => {
    await showRoadmap(withTasks('a', 'b', 'c', 'd'), new Refusal(400, 'bad_input'))
    expect(await screen.findByText('Who does what could not be read.')).toBeTruthy()
    expect(screen.getAllByText('Task 1')).toHaveLength(1)
  })
})

describe('a roadmap that is ordered', () => {
  const order = (doc: Y.Doc) => titles(doc).join('')

  it('[UI-331] a task moves by button and by key, keeps the focus, and it is said where it is now', async () => {
    const doc = withTasks('a', 'b', 'c', 'd')
    const { user } = await showRoadmap(doc)
    await user.click(screen.getByRole('button', { name: 'Move down: b' }))
    expect([order(doc), spoken()]).toEqual(['acbd', 'b: moved to 3 of 4.'])
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Move down: b')
    await user.keyboard('{Control>}{Shift>}{ArrowUp}{ArrowUp}{/Shift}{/Control}')
    expect([order(doc), spoken()]).toEqual(['bacd', 'b: moved to 1 of 4.'])
    await user.keyboard('{Alt>}{ArrowDown}{/Alt}')
    expect([order(doc), document.activeElement?.getAttribute('aria-label')]).toEqual(['abcd', 'Move down: b'])
    await user.click(screen.getByRole('button', { name: 'Undo' }))
    expect([order(doc), spoken()]).toEqual(['bacd', 'Undone: b moved back to 1 of 4.'])
  })

  it('[UI-331] in a title the keys are the text’s own', async () => {
    const doc = withTasks('a', 'b', 'c', 'd')
    const { user } = await showRoadmap(doc)
    await user.click(screen.getAllByLabelText(/^What is to be done/)[1]!)
    await user.keyboard('{Alt>}{ArrowDown}{/Alt}{Control>}{Shift>}{ArrowDown}{/Shift}{/Control}')
    expect(order(doc)).toBe('abcd')
  })

  it('[UI-332] “Move to…” puts it behind the task that was chosen, whatever others move meanwhile', async () => {
    const doc = withTasks('a', 'b', 'c', 'd')
    const { user } = await showRoadmap(doc)
    await user.click(screen.getByRole('button', { name: 'Move or remove: a' }))
    await user.click(screen.getByRole('menuitem', { name: 'Move to…' }))
    const dialog = screen.getByRole('dialog', { name: 'Move: a' })
    await user.selectOptions(within(dialog).getByLabelText('Place'), 'After 3. c')
    act(() => moveTask(doc, 't4', { after: null }))
    await user.click(within(dialog).getByRole('button', { name: 'Move' }))
    expect([order(doc), spoken()]).toEqual(['dbca', 'a: moved to 4 of 4.'])
    await waitFor(() => expect(document.activeElement?.closest('[data-entry]')?.getAttribute('data-entry')).toBe('t1'))
  })

  it('[UI-332] what is to be beside a task that was removed meanwhile is not moved, and it is said', async () => {
    const doc = withTasks('a', 'b', 'c', 'd')
    const { user } = await showRoadmap(doc)
    await user.click(screen.getByRole('button', { name: 'Move or remove: a' }))
    await user.click(screen.getByRole('menuitem', { name: 'Move to…' }))
    const dialog = screen.getByRole('dialog', { name: 'Move: a' })
    await user.selectOptions(within(dialog).getByLabelText('Place'), 'After 3. c')
    act(() => removeTask(doc, 't3'))
    await user.click(within(dialog).getByRole('button', { name: 'Move' }))
    expect([order(doc), within(dialog).getByText(/is no longer there/).textContent]).toEqual([
      'abd',
      'The task beside it is no longer there. Nothing was moved: choose another place.'
    ])
  })

  it('[UI-332] in groups the group is chosen too, and the task gets its code', async () => {
    const doc = withTasks('a', 'b', 'c', 'd')
    setTaskField(doc, 't3', 'stage', 'S2')
    const { user } = await showRoadmap(doc, NOTHING, '/?group=stage')
    await user.click(screen.getByRole('button', { name: 'Move or remove: a' }))
    await user.click(screen.getByRole('menuitem', { name: 'Move to…' }))
    const dialog = screen.getByRole('dialog', { name: 'Move: a' })
    await user.selectOptions(within(dialog).getByLabelText('Stage'), 'Collection')
    await user.selectOptions(within(dialog).getByLabelText('Place'), 'After 3. c')
    await user.click(within(dialog).getByRole('button', { name: 'Move' }))
    expect([order(doc), readDocument('roadmap', doc).tasks[2]?.stage]).toEqual(['bcad', 'S2'])
    expect(spoken()).toBe('a: moved to 2 of 2 in Collection.')
  })

  it('[UI-332] a task that was taken out can be brought back with its words', async () => {
    const doc = withTasks('a', 'b', 'c', 'd')
    const { user } = await showRoadmap(doc)
    await user.click(screen.getByRole('button', { name: 'Move or remove: b' }))
    await user.click(screen.getByRole('menuitem', { name: 'Remove…' }))
    await user.click(within(screen.getByRole('alertdialog')).getByRole('button', { name: 'Remove' }))
    expect([order(doc), spoken()]).toEqual(['acd', 'b: removed.'])
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Task 2'))
    await user.click(screen.getByRole('button', { name: 'Undo' }))
    expect(order(doc)).toBe('abcd')
  })
})

describe('a roadmap that is filtered', () => {
  const some = () => {
    const doc = withTasks('a', 'b', 'c', 'd')
    setTaskField(doc, 't2', 'stage', 'S2')
    setTaskField(doc, 't4', 'stage', 'S2')
    return doc
  }
  const shown = () => screen.getAllByText(/^Task \d$/).map(({ textContent }) => textContent)

  it('[UI-333] says how many of how many are shown and why, and shows all again', async () => {
    const { user } = await showRoadmap(some())
    await user.click(screen.getByRole('button', { name: 'Filters' }))
    await user.selectOptions(screen.getByLabelText('Stage'), 'Collection')
    expect([shown(), spoken()]).toEqual([['Task 2', 'Task 4'], '2 of 4 tasks shown.'])
    expect(screen.getByText('Stage: Collection')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Show all tasks' }))
    expect([shown().length, spoken()]).toEqual([4, '4 of 4 tasks shown.'])
  })

  it('[UI-333] what is added and does not fit is said to be hidden', async () => {
    const { user } = await showRoadmap(some(), NOTHING, '/?stage=S2')
    await user.type(screen.getByLabelText('Add tasks quickly'), 'Map wells{Enter}')
    expect(spoken()).toBe('Task 5 added: Map wells. 1 of them is hidden by your filters.')
  })

  it('[UI-333] a step goes past the neighbour that is seen, and only that', async () => {
    const doc = some()
    const { user } = await showRoadmap(doc, NOTHING, '/?stage=S2')
    await user.click(screen.getByRole('button', { name: 'Move up: d' }))
    expect([titles(doc).join(''), spoken()]).toEqual(['adbc', 'd: moved to 1 of 2.'])
  })

  it('[UI-334] on paper all tasks stand, whatever is filtered on the screen', async () => {
    await showRoadmap(some(), NOTHING, '/?stage=S2&only=milestones')
    expect(screen.queryAllByText(/^Task \d$/)).toEqual([])
    act(() => void window.dispatchEvent(new Event('beforeprint')))
    expect(shown()).toEqual(['Task 1', 'Task 2', 'Task 3', 'Task 4'])
    act(() => void window.dispatchEvent(new Event('afterprint')))
    expect(screen.queryAllByText(/^Task \d$/)).toEqual([])
  })
})

describe('what was said of a task', () => {
  async function showStanding(facts: TasksView, answers: Readonly<Record<string, unknown>> = {}, isOpen = true) {
    const server = new SetAnswers({ [`GET /api/documents/${ID}/tasks`]: facts, ...answers })
    const standing = <TaskStanding taskId="t1" name="Map wells" facts={facts} isOpen={isOpen} />
    const user = await showPage(opened(new Y.Doc(), standing), { route: '/', at: '/' })
    return { server, user }
  }

  /** `say`: the page is told what somebody else has said. */
  async function showChanging(facts: TasksView, after: TasksView) {
    const path = `documents/${ID}`
    const answers = [`POST /api/${path}/assignments`, `PUT /api/${path}/task-status`, `PUT /api/${path}/task-done`]
    const server = new SetAnswers(
      Object.fromEntries([...answers, `POST /api/assignments/${ASSIGNMENT}/answers`].map((one) => [one, after]))
    )
    let say = () => undefined as void
    function Changing() {
      const [now, setNow] = useState(facts)
      say = () => setNow(after)
      return <TaskStanding taskId="t1" name="Map wells" facts={now} isOpen />
    }
    const user = await showPage(opened(new Y.Doc(), <Changing />), { route: '/', at: '/' })
    return { server, user, say: () => say() }
  }

  it('[UI-193] whoever was asked accepts there, naming the version they saw', async () => {
    const facts = { ...NOTHING, tasks: [task()] }
    const { server, user } = await showStanding(facts, { [`POST /api/assignments/${ASSIGNMENT}/answers`]: facts })
    expect(screen.getByText('Mara (national statistical office) was asked and has not answered yet')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Accept for Mara (national statistical office): Map wells' }))
    await waitFor(() => expect(spoken()).toBe('Accepted: Map wells'))
    expect(server.acts[0]?.body).toEqual({ version: 1, answer: 'accepted', reason: '' })
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Who does it Proposed'))
  })

  it('[UI-193] declining asks for the reason before anything is sent', async () => {
    const facts = { ...NOTHING, tasks: [task()] }
    const { server, user } = await showStanding(facts, { [`POST /api/assignments/${ASSIGNMENT}/answers`]: facts })
    await user.click(screen.getByRole('button', { name: 'Decline for Mara (national statistical office): Map wells' }))
    const dialog = screen.getByRole('dialog')
    await user.click(within(dialog).getByRole('button', { name: 'Decline' }))
    expect([within(dialog).getByText('Say why.').textContent, server.acts.length]).toEqual(['Say why.', 0])
    await user.type(within(dialog).getByLabelText('Why'), 'no fuel')
    await user.click(within(dialog).getByRole('button', { name: 'Decline' }))
    await waitFor(() => expect(server.acts[0]?.body).toEqual({ version: 1, answer: 'declined', reason: 'no fuel' }))
  })

  it('[UI-344] what steps back, and what takes back, is called by its words, and so is what opens and what is said', async () => {
    const facts = { ...NOTHING, tasks: [task({ assignments: [assigned({ answer: 'accepted', mayWithdraw: true })] })] }
    const { server, user } = await showStanding(facts, { [`POST /api/assignments/${ASSIGNMENT}/answers`]: facts })
    screen.getByRole('button', { name: 'Take back from Mara (national statistical office): Map wells' })
    await user.click(screen.getByRole('button', { name: 'Step back for Mara (national statistical office): Map wells' }))
    const dialog = screen.getByRole('dialog', { name: 'Step back: Map wells' })
    await user.type(within(dialog).getByLabelText('Why'), 'no fuel')
    await user.click(within(dialog).getByRole('button', { name: 'Step back' }))
    await waitFor(() => expect(spoken()).toBe('Stepped back: Map wells'))
    expect(server.acts[0]?.body).toEqual({ version: 1, answer: 'declined', reason: 'no fuel' })
  })

  it('[UI-193] asks a side, an organisation or a person of those who are here', async () => {
    const assignees = [{ kind: 'side', id: null, name: '', side: 'state', role: null }] as const
    const facts = { ...NOTHING, assignees: [...assignees] }
    const { server, user } = await showStanding(facts, { [`POST /api/documents/${ID}/assignments`]: facts })
    await user.click(screen.getByRole('button', { name: 'Ask somebody: Map wells' }))
    await user.selectOptions(screen.getByLabelText('Ask a person, an organisation or a side?'), 'side')
    await user.click(screen.getByRole('button', { name: 'Ask' }))
    await waitFor(() => expect(server.acts[0]?.body).toEqual({ taskId: 't1', version: 0, side: 'state' }))
    expect(server.acts[0]?.key).toBeTruthy()
  })

  const me = { kind: 'seat', id: SEAT, name: 'Tomás', side: 'civic', role: 'CSO' } as const
  const myAsked = task({ version: 1, assignments: [assigned({ id: SEAT, name: 'Tomás' })] })

  it('[TASK-26] whoever may ask, and be asked, takes a task on by one press, also while it is closed; they are asked and accept', async () => {
    const facts = { ...NOTHING, assignees: [me] }
    const asked = { ...facts, tasks: [myAsked] }
    const taken = { ...facts, tasks: [task({ assignments: [assigned({ id: SEAT, answer: 'accepted' })] })] }
    const { server, user } = await showStanding(
      facts,
      { [`POST /api/documents/${ID}/assignments`]: asked, [`POST /api/assignments/${ASSIGNMENT}/answers`]: taken },
      false
    )
    screen.getByRole('button', { name: /^Ask somebody/ })
    await user.click(screen.getByRole('button', { name: 'I will do it: Map wells' }))
    await waitFor(() => expect(spoken()).toBe('Accepted: Map wells'))
    expect(server.acts.map(({ body }) => body)).toEqual([
      { taskId: 't1', version: 0, seatId: SEAT },
      { version: 1, answer: 'accepted', reason: '' }
    ])
    expect(server.acts[0]?.key).toBeTruthy()
  })

  it('[TASK-26] is not offered to whoever was asked already, nor to whoever cannot be asked', async () => {
    await showStanding({ ...NOTHING, assignees: [me], tasks: [myAsked] })
    expect(screen.queryByRole('button', { name: /^I will do it/ })).toBeNull()
    cleanup()
    await showStanding(NOTHING)
    expect(screen.queryByRole('button', { name: /^I will do it/ })).toBeNull()
  })

  it.each([
    ['not offered where one speaks for a side that has accepted', 'accepted', yes, false],
    ['offered where a side for which one does not speak has accepted', 'accepted', no('ability.because.R-25'), true],
    ['offered where one’s side has not answered', 'proposed', yes, true]
  ] as const)('[UI-407] taking a task on is %s', async (_, answer, mayAnswer, isOffered) => {
    const side = assigned({ kind: 'side', id: null, name: '', side: 'civic', role: null, answer, mayAnswer })
    await showStanding({ ...NOTHING, assignees: [me], tasks: [task({ assignments: [side] })] })
    expect(screen.queryByRole('button', { name: /^I will do it/ }) !== null).toBe(isOffered)
  })

  it('[UI-348] among those who can be asked one finds oneself by name', async () => {
    const { user } = await showStanding({ ...NOTHING, assignees: [me, { ...me, id: ID, name: 'Mara' }] })
    await user.click(screen.getByRole('button', { name: /^Ask somebody/ }))
    await user.selectOptions(screen.getByLabelText('Ask a person, an organisation or a side?'), 'seat')
    const offered = within(screen.getByLabelText('Whom?')).getAllByRole('option').slice(1)
    expect(offered.map(({ textContent }) => textContent)).toEqual([
      expect.stringMatching(/^Tomás \(.*\) \(you\)$/),
      expect.stringMatching(/^Mara \([^)]*\)$/)
    ])
  })

  it.each([/^Say how far it is/, /^Say whether it is done/, /^Step back for/, /^Ask somebody/])(
    '[UI-193] what others say while the form of "%s" is open is shown and read before it is sent',
    async (button) => {
      const accepted = assigned({ answer: 'accepted', answeredBy: 'Mara', answeredAt: '2026-11-28T10:00:00.000Z' })
      const before = task({ status: 'blocked', reason: 'no fuel', assignments: [accepted], maySetStatus: yes, maySayDone: yes })
      const facts: TasksView = {
        ...NOTHING,
        assignees: [{ kind: 'side', id: null, name: '', side: 'state', role: null }],
        tasks: [before]
      }
      const after: TasksView = { ...facts, tasks: [{ ...before, version: 2, reason: 'the road is closed' }] }
      const { server, user, say } = await showChanging(facts, after)
      await user.click(screen.getByRole('button', { name: button }))
      const dialog = screen.getByRole('dialog')
      if (/Ask/.test(button.source))
        await user.selectOptions(within(dialog).getByLabelText('Ask a person, an organisation or a side?'), 'side')
      if (/whether/.test(button.source)) await user.click(within(dialog).getByLabelText('It is done'))
      const why = within(dialog).queryByLabelText(/^Why|^Where others/)
      if (why) await user.type(why, '!')
      act(say)
      expect(within(within(dialog).getByRole('alert')).getByText('the road is closed')).toBeTruthy()
      const submit = within(dialog).getByRole('button', { name: /^(Say so|Step back|Ask)$/ })
      await user.click(submit)
      expect(server.acts).toEqual([])
      expect(document.activeElement?.textContent).toMatch(/^Something else was said of this task/)
      await user.click(within(dialog).getByRole('button', { name: 'I have read it' }))
      expect(document.activeElement?.textContent).toMatch(/^Something else was said of this task/)
      await user.click(submit)
      await waitFor(() => expect(server.acts[0]?.body).toMatchObject({ version: 2 }))
    }
  )

  it('[UI-193] a form that was sent names the version that stood when it was opened', async () => {
    const facts = { ...NOTHING, tasks: [task({ status: 'accepted', maySayDone: yes })] }
    const { server, user } = await showStanding(facts, { [`PUT /api/documents/${ID}/task-done`]: new Refusal(409, 'changed_meanwhile') })
    await user.click(screen.getByRole('button', { name: 'Say whether it is done: Map wells' }))
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Say so' }))
    expect(within(screen.getByRole('dialog')).getByText('Choose one.')).toBeTruthy()
    await user.click(within(screen.getByRole('dialog')).getByLabelText('It is done'))
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Say so' }))
    await waitFor(() => expect(server.acts[0]?.body).toMatchObject({ version: 1 }))
    expect(await within(screen.getByRole('dialog')).findByRole('alert')).toBeTruthy()
  })

  it('[UI-194] shows each side’s word, and says in a sentence why one may not say one’s own', async () => {
    const voices = [{ name: 'Office', isDone: false, note: 'two wells are missing', saidBy: 'Mara', at: '2026-11-28T10:00:00.000Z' }]
    const sides: TaskFacts['sides'] = [
      { side: 'civic', isDone: null, voices: [] },
      { side: 'state', isDone: false, voices }
    ]
    const accepted = assigned({
      answer: 'accepted',
      answeredBy: 'Mara',
      answeredAt: '2026-11-28T10:00:00.000Z',
      mayAnswer: no('ability.because.R-25')
    })
    const why = { maySetStatus: no('ability.because.R-25.accepted'), maySayDone: no('ability.because.R-25.side') }
    await showStanding({
      ...NOTHING,
      mayAsk: no('ability.because.A11.edit.no'),
      tasks: [task({ status: 'accepted', assignments: [accepted], sides, ...why })]
    })
    for (const words of [
      'Civic side: has not said whether it is done',
      'State side: not yet',
      'two wells are missing',
      /You cannot say how far this task is. How far a task is, is said by whoever accepted it./,
      /You cannot say whether this task is done. Whether a task is done/,
      /You cannot ask anybody for this task./
    ])
      expect(screen.getByText(words)).toBeTruthy()
    expect(screen.queryByRole('button', { name: /^(Accept|Decline|Ask|Say)/ })).toBeNull()
  })
})
