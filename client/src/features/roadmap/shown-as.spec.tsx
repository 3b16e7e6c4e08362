import { addTask, readDocument, removeTask, setField, setSchedule, setTaskField, TASK_FIELDS } from '@roundtable/shared/document'
import type { DocumentView, TasksView } from '@roundtable/shared/protocol'
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import * as Y from 'yjs'
import type { LiveDocument } from '../../connection/index.js'
import { SetAnswers, showPage, spoken } from '../../../../test/support/screen.js'
import { GuideContext, GuideDesk, OpenDocumentContext } from '../document/index.js'
import { RoadmapBody } from './roadmap-body.js'

const live = { release: () => undefined } as unknown as LiveDocument
const ID = '0199a000-0000-7000-8000-000000000001'
const yes = { allowed: true, because: { rule: 'A11', paragraph: '¶45', sentence: 'ability.because.A11.edit.yes' } }
const NOTHING: TasksView = { mayAsk: yes, assignees: [], tasks: [] }
const view = { id: ID, workspaceId: ID, kind: 'roadmap', title: 'Roadmap', mySeat: { id: 's1' } } as unknown as DocumentView

beforeEach(() => window.localStorage.clear())

function some() {
  const doc = new Y.Doc()
  for (const title of ['a', 'b', 'c', 'd', 'e']) addTask(doc, { newId: () => `t-${title}` }, { title })
  for (const id of ['t-b', 't-d', 't-e']) setTaskField(doc, id, 'stage', 'S2')
  return doc
}
const titles = (doc: Y.Doc) =>
  readDocument('roadmap', doc)
    .tasks.map(({ title }) => title)
    .join('')

async function show(doc: Y.Doc, at = '/', canEdit = true) {
  new SetAnswers({ [`GET /api/documents/${ID}/tasks`]: NOTHING })
  return showPage(
    <OpenDocumentContext value={{ view, live, doc, canEdit, isSynced: true }}>
      <RoadmapBody />
    </OpenDocumentContext>,
    { route: '/', at }
  )
}

describe('a roadmap as columns and as a table', () => {
  it('[UI-335] columns are sections of one list: a heading with a count, and each task with one menu', async () => {
    const doc = some()
    const user = await show(doc, '/?show=columns&group=stage')
    const column = screen.getByRole('region', { name: 'Collection (3)' })
    expect(
      within(column)
        .getAllByRole('link')
        .map(({ textContent }) => textContent)
    ).toEqual(['b', 'd', 'e'])
    await user.click(within(column).getByRole('button', { name: 'Move or remove: d' }))
    await user.click(screen.getByRole('menuitem', { name: 'Move up' }))
    expect([titles(doc), spoken()]).toEqual(['adbce', 'd: moved to 1 of 3 in Collection.'])
  })

  it('[UI-335] a task leads from there to where it is written in, open and with the focus', async () => {
    // Whoever only reads: the editor of rich texts is for a browser.
    const user = await show(some(), '/?show=table', false)
    await user.click(screen.getByRole('link', { name: 'c' }))
    const entry = screen.getByText('Task 3').closest<HTMLElement>('[data-entry]')!
    expect(within(entry).getByRole('button', { name: 'Hide details: c' })).toBeTruthy()
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Task 3'))
  })

  it('[UI-344] what stands in every task says of which one it is', async () => {
    const user = await show(some(), '/', false)
    await user.click(screen.getByRole('button', { name: 'Show details: b' }))
    screen.getByRole('group', { name: 'Details: b' })
    screen.getByRole('button', { name: 'Hide details: b' })
    expect(screen.getAllByRole('textbox', { name: /^What is to be done: Task \d$/ })).toHaveLength(5)
  })

  it('[UI-349] of an open task the main points come first, and the rest stands in groups that are opened by name', async () => {
    const doc = some()
    setField(doc, 'roadmap', 't-b', 'effort', 'Two weeks')
    const user = await show(doc, '/', false)
    await user.click(screen.getByRole('button', { name: 'Show details: b' }))
    const details = screen.getByRole('group', { name: 'Details: b' })
    const headings = within(details).getAllByRole('heading', { level: 4 })
    expect(headings.map(({ textContent }) => textContent)).toEqual([
      'The main points',
      'What it serves',
      'Whom and what it concerns',
      'Parts of the statistical process it belongs to',
      'Who contributes, and what comes out',
      'Effort and money (1 answered)',
      'How it is looked after'
    ])
    expect([...details.querySelectorAll('details')].map(({ open }) => open)).toEqual(Array.from({ length: 6 }, () => false))
    const places = [...details.querySelectorAll<HTMLElement>('[data-place*="|fields|"]')].map(({ dataset }) => dataset.place?.split('|')[2])
    expect(places.toSorted()).toEqual(TASK_FIELDS.map(({ name }) => name).toSorted())
  })

  it('[UI-335] the table has the columns that were chosen on this device', async () => {
    const user = await show(some(), '/?show=table')
    const heads = () => screen.getAllByRole('columnheader').map(({ textContent }) => textContent)
    expect(heads()).toEqual(['Number', 'What is to be done', 'Status', 'Who was asked', 'Stage', 'Due'])
    await user.click(screen.getByRole('button', { name: 'Choose columns' }))
    await user.click(screen.getByLabelText('Leading side'))
    await user.click(screen.getByLabelText('Due'))
    expect(heads().slice(2)).toEqual(['Status', 'Who was asked', 'Stage', 'Leading side'])
    expect(window.localStorage.getItem('roundtable.roadmap.columns')).toBe('status owner stage side')
    expect(screen.getByRole('row', { name: /^2 b .*Collection/ })).toBeTruthy()
  })

  it('[UI-335] whoever may not write sees all of it and nothing to change it with', async () => {
    await show(some(), '/?show=table', false)
    expect(screen.getAllByRole('link')).toHaveLength(5)
    expect(screen.queryAllByRole('button', { name: /Move|Select|Add/ })).toEqual([])
  })
})

describe('whoever is led through a roadmap', () => {
  it('[UI-382] finds nothing unfolded by that; what is looked for in it is', async () => {
    const desk = new GuideDesk()
    new SetAnswers({ [`GET /api/documents/${ID}/tasks`]: NOTHING })
    await showPage(
      <GuideContext value={desk}>
        <OpenDocumentContext value={{ view, live, doc: some(), canEdit: false, isSynced: true }}>
          <RoadmapBody />
        </OpenDocumentContext>
      </GuideContext>,
      { route: '/', at: '/' }
    )
    const why = { entry: 't-c', part: 'why', field: null }
    act(() => desk.open(why, true))
    expect(screen.queryByRole('button', { name: /^Hide details/ })).toBeNull()
    act(() => desk.open(why))
    expect(screen.getByRole('button', { name: /^Hide details/ })).toBeTruthy()
  })
})

describe('what is chosen of a look', () => {
  it('[UI-440] stands in its field at once and in the address a moment later, and quick choices take nothing from each other', async () => {
    const user = await show(some())
    await user.click(screen.getByRole('button', { name: 'Filters' }))
    const stage = screen.getByRole<HTMLSelectElement>('combobox', { name: 'Stage' })
    const due = screen.getByRole<HTMLSelectElement>('combobox', { name: 'Due' })
    // One turn: the page has not come to the first address yet when the second is asked for.
    act(() => {
      fireEvent.change(stage, { target: { value: 'S2' } })
      expect(stage.value).toBe('S2')
      fireEvent.change(due, { target: { value: 'none' } })
      expect([stage.value, due.value]).toEqual(['S2', 'none'])
    })
    expect([stage.value, due.value]).toEqual(['S2', 'none'])
    screen.getByText('3 of 5 tasks shown.')
  })
})

describe('a task that the address names', () => {
  it('[UI-401] leaves the address before it is taken out: nothing is said of a link that leads nowhere', async () => {
    const doc = some()
    const user = await show(doc, '/?show=columns&task=t-b')
    const region = screen.getByRole('heading', { name: '5 tasks' }).nextElementSibling!
    let changes = 0
    const watch = new MutationObserver(() => changes++)
    watch.observe(region, { childList: true })
    await user.click(screen.getByRole('button', { name: 'Move or remove: b' }))
    await user.click(screen.getByRole('menuitem', { name: 'Remove…' }))
    await user.click(within(screen.getByRole('alertdialog')).getByRole('button', { name: 'Remove' }))
    await waitFor(() => expect(document.activeElement?.textContent).toContain('c'))
    watch.disconnect()
    expect([titles(doc), spoken(), changes, region.textContent]).toEqual(['acde', 'b: removed.', 0, ''])
  })
})

describe('several tasks at once', () => {
  async function choose(user: Awaited<ReturnType<typeof show>>, act: string) {
    await user.click(screen.getByRole('button', { name: /selected/ }))
    await user.click(screen.getByRole('menuitem', { name: act }))
  }

  it('[UI-336] are selected one by one and as a range, and changed as one, which can be undone', async () => {
    const doc = some()
    const user = await show(doc)
    await user.click(screen.getByRole('button', { name: 'Select tasks' }))
    await user.click(screen.getByLabelText('Select: a'))
    await user.keyboard('{Shift>}')
    await user.click(screen.getByLabelText('Select: c'))
    await user.keyboard('{/Shift}')
    expect(screen.getByRole('button', { name: '3 selected…' })).toBeTruthy()
    await choose(user, 'Change…')
    const dialog = screen.getByRole('dialog', { name: 'Change 3 tasks' })
    await user.selectOptions(within(dialog).getByLabelText('What do you want to change?'), 'Stage')
    await user.selectOptions(within(dialog).getByLabelText('It becomes'), 'Collection')
    expect(within(dialog).getByRole('status').textContent).toBe('This changes 2 tasks. 1 is so already.')
    await user.click(within(dialog).getByRole('button', { name: 'Change 2 tasks' }))
    const stages = () => readDocument('roadmap', doc).tasks.map(({ stage }) => stage)
    expect([stages(), spoken()]).toEqual([['S2', 'S2', 'S2', 'S2', 'S2'], '2 tasks changed. 1 left as they were.'])
    await user.click(screen.getByRole('button', { name: 'Undo' }))
    expect(stages()).toEqual([null, 'S2', null, 'S2', 'S2'])
  })

  it('[TASK-31] a day is changed when one is written; that it is taken away is a choice of its own', async () => {
    const doc = some()
    setSchedule(doc, 't-a', { due: '2027-06-30' })
    setSchedule(doc, 't-b', { due: '2027-05-01' })
    const user = await show(doc)
    await user.click(screen.getByRole('button', { name: 'Select tasks' }))
    for (const task of ['a', 'b', 'c']) await user.click(screen.getByLabelText(`Select: ${task}`))
    await choose(user, 'Change…')
    const dialog = within(screen.getByRole('dialog', { name: 'Change 3 tasks' }))
    await user.selectOptions(dialog.getByLabelText('What do you want to change?'), 'Due')
    const ready = () => dialog.getByRole<HTMLButtonElement>('button', { name: /^Change/ })
    const part = await dialog.findByLabelText('day, Due')
    const due = () => readDocument('roadmap', doc).tasks.map(({ schedule }) => schedule.due ?? null)
    const before = due()
    await user.click(ready())
    expect([ready().textContent, dialog.getByRole('status').textContent]).toEqual(['Change', ''])
    expect([dialog.getByRole('alert').textContent, document.activeElement]).toEqual(['Write a day, or choose that there is none.', part])
    await user.keyboard('30 06 202')
    await user.click(ready())
    expect([dialog.getByRole('alert').textContent, due()]).toEqual([
      'This date is not finished: it needs a day, a month and a year of four digits. It was not saved.',
      before
    ])
    await user.type(dialog.getByLabelText('year, Due'), '2027')
    expect(dialog.queryByRole('alert')).toBeNull()
    expect([ready().textContent, dialog.getByRole('status').textContent]).toEqual([
      'Change 2 tasks',
      'This changes 2 tasks. 1 is so already.'
    ])
    await user.click(dialog.getByLabelText(/^No day/))
    expect([ready().textContent, dialog.getByRole('status').textContent]).toEqual([
      'Change 2 tasks',
      'This changes 2 tasks. 1 is so already.'
    ])
    await user.click(dialog.getByLabelText('A day'))
    await user.click(ready())
    expect(due()).toEqual(['2027-06-30', '2027-06-30', '2027-06-30', null, null])
  })

  it('[TASK-31] a stage is changed when one is chosen; that it is taken away is a choice of its own', async () => {
    const doc = some()
    const user = await show(doc)
    await user.click(screen.getByRole('button', { name: 'Select tasks' }))
    for (const task of ['b', 'c']) await user.click(screen.getByLabelText(`Select: ${task}`))
    await choose(user, 'Change…')
    const dialog = within(screen.getByRole('dialog', { name: 'Change 2 tasks' }))
    await user.selectOptions(dialog.getByLabelText('What do you want to change?'), 'Stage')
    await user.click(dialog.getByRole('button', { name: 'Change' }))
    const stages = () => readDocument('roadmap', doc).tasks.map(({ stage }) => stage)
    expect([dialog.getByLabelText('It becomes').getAttribute('aria-invalid'), stages()]).toEqual(['true', [null, 'S2', null, 'S2', 'S2']])
    await user.selectOptions(dialog.getByLabelText('It becomes'), 'None: what is set is taken away')
    await user.click(dialog.getByRole('button', { name: 'Change 1 task' }))
    expect(stages()).toEqual([null, null, null, 'S2', 'S2'])
  })

  it('[UI-406] what is chosen after an attempt is not said to be missing before the next one', async () => {
    const user = await show(some())
    await user.click(screen.getByRole('button', { name: 'Select tasks' }))
    await user.click(screen.getByLabelText('Select: b'))
    await choose(user, 'Change…')
    const dialog = within(screen.getByRole('dialog', { name: 'Change 1 task' }))
    const what = dialog.getByLabelText('What do you want to change?')
    await user.click(dialog.getByRole('button', { name: 'Change' }))
    expect([dialog.getByText('Choose one.').id, document.activeElement]).toEqual([what.getAttribute('aria-describedby'), what])
    for (const field of ['Stage', 'Add principles', 'Due', 'Leading side']) {
      await user.selectOptions(what, field)
      expect(dialog.queryByText('Choose one.')).toBeNull()
      await user.click(dialog.getByRole('button', { name: 'Change' }))
      expect(dialog.getByText(field === 'Due' ? /^Write a day/ : 'Choose one.')).toBeTruthy()
    }
  })

  it('[UI-337] what a filter hides is left alone and said, and so is what went since it was asked for', async () => {
    const doc = some()
    const user = await show(doc)
    await user.click(screen.getByRole('button', { name: 'Select tasks' }))
    await choose(user, 'Select all 5 that are shown')
    await user.click(screen.getByRole('button', { name: 'Filters' }))
    await user.selectOptions(screen.getByLabelText('Stage'), 'Collection')
    expect(screen.getByRole('button', { name: '3 selected…' })).toBeTruthy()
    expect(screen.getByText('2 more are hidden by your filters and are left alone.')).toBeTruthy()
    await choose(user, 'Remove…')
    const dialog = screen.getByRole('alertdialog', { name: 'Remove 3 tasks?' })
    act(() => removeTask(doc, 't-b'))
    act(() => setTaskField(doc, 't-d', 'stage', 'S3'))
    expect(
      within(dialog)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent)
    ).toEqual(['e'])
    expect(within(dialog).getByText(/^2 that you selected are gone or not shown any more/)).toBeTruthy()
    await user.click(within(dialog).getByRole('button', { name: 'Remove 1 task' }))
    expect([titles(doc), spoken()]).toEqual(['acd', '1 task removed.'])
  })

  it('[UI-337] what others make fit while it is asked is not among them', async () => {
    const doc = some()
    const user = await show(doc, '/?stage=S2')
    await user.click(screen.getByRole('button', { name: 'Select tasks' }))
    await choose(user, 'Select all 3 that are shown')
    await choose(user, 'Remove…')
    act(() => setTaskField(doc, 't-a', 'stage', 'S2'))
    await user.click(within(screen.getByRole('alertdialog')).getByRole('button', { name: 'Remove 3 tasks' }))
    expect(titles(doc)).toBe('ac')
  })

  it('[UI-296] a button that goes with being pressed leaves the focus at what comes of it', async () => {
    const user = await show(some(), '/?stage=S2')
    await user.click(screen.getByRole('button', { name: 'Select tasks' }))
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Select: b')))
    await user.click(screen.getByRole('button', { name: 'Show all tasks' }))
    await waitFor(() => expect(document.activeElement?.id).toBe('tasks-title'))
  })

  it('[UI-464] are said to be so many at each change of them, one by one, as a range and all at once', async () => {
    const user = await show(some())
    await user.click(screen.getByRole('button', { name: 'Select tasks' }))
    const said: (string | undefined)[] = []
    const press = async (task: string) => {
      await user.click(screen.getByLabelText(`Select: ${task}`))
      said.push(spoken())
    }
    await press('b')
    await user.keyboard('{Shift>}')
    await press('d')
    await user.keyboard('{/Shift}')
    await press('c')
    for (const item of ['Select all 5 that are shown', 'Select none']) {
      await choose(user, item)
      said.push(spoken())
    }
    expect(said).toEqual(['1 selected.', '3 selected.', '2 selected.', '5 selected.', 'None selected.'])
  })

  it('[UI-464] are counted as far as they are shown', async () => {
    const user = await show(some())
    await user.click(screen.getByRole('button', { name: 'Select tasks' }))
    await choose(user, 'Select all 5 that are shown')
    await user.click(screen.getByRole('button', { name: 'Filters' }))
    await user.selectOptions(screen.getByLabelText('Stage'), 'Collection')
    await user.click(screen.getByLabelText('Select: b'))
    expect(spoken()).toBe('2 selected.')
  })

  it('[UI-336] go together behind a task, from the menu of any of them', async () => {
    const doc = some()
    const user = await show(doc)
    await user.click(screen.getByRole('button', { name: 'Select tasks' }))
    await user.click(screen.getByLabelText('Select: b'))
    await user.click(screen.getByLabelText('Select: d'))
    await user.click(screen.getByRole('button', { name: 'Move or remove: d' }))
    await user.click(screen.getByRole('menuitem', { name: 'Move all selected…' }))
    const dialog = screen.getByRole('dialog', { name: 'Move: 2 tasks' })
    await user.selectOptions(within(dialog).getByLabelText('Place'), 'After 5. e')
    await user.click(within(dialog).getByRole('button', { name: 'Move' }))
    expect([titles(doc), spoken()]).toEqual(['acebd', '2 tasks moved.'])
  })
})
