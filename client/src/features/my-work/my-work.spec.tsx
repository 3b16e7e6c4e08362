import type { MyWork, Waiting } from '@roundtable/shared/protocol'
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { Refusal, SetAnswers, showPage, spoken } from '../../../../test/support/screen.js'
import { Home } from '../../app/home.js'
import { useWaitingCount } from './index.js'
import { MyWorkPage } from './my-work-page.js'
import { agoWords } from './words.js'

const HERE = '0199a000-0000-7000-8000-000000000001'
const DOCUMENT = '0199a000-0000-7000-8000-000000000002'
const ASSIGNMENT = '0199a000-0000-7000-8000-000000000003'
const mySeat = {
  id: '0199a000-0000-4000-8000-000000000004',
  workspaceId: HERE,
  side: 'civic',
  role: 'CSO',
  name: 'Tomás',
  organisation: 'River Watch',
  mandateExpiresAt: null
} as const
const WORKSPACE: MyWork['workspaces'][number] = { id: HERE, kind: 'initiative', title: 'Clean water', country: 'KG', mySeat }

const waits = (more: Partial<Waiting>): Waiting => ({
  ...{
    kind: 'definition',
    workspaceId: HERE,
    name: '',
    count: 0,
    since: '2026-03-01T09:00:00.000Z',
    until: null,
    documentId: null,
    task: null
  },
  ...more
})
const TASK = waits({
  kind: 'task_asked',
  documentId: DOCUMENT,
  task: {
    ...{ documentId: DOCUMENT, taskId: 'a task', title: 'Map the wells', dueOn: '2026-04-02', version: 3 },
    asked: { assignmentId: ASSIGNMENT, of: 'organisation', name: 'River Watch', by: 'Mara', mayAccept: true }
  }
})

const workOf = (items: readonly Waiting[], more: Partial<MyWork> = {}): MyWork => ({
  workspaces: [WORKSPACE],
  waiting: { items: [...items], total: items.length },
  due: { items: [], total: 0 },
  recent: [],
  isCut: false,
  ...more
})

const show = () => showPage(<MyWorkPage />, { route: '/my-work', at: '/my-work' })
const region = (name: RegExp) => screen.findByRole('region', { name })

describe('my work', () => {
  it('[UI-230] what waits stands first, each with its seat, place, days and the way to exactly where it is answered', async () => {
    const kinds = [
      ['modality', `/initiatives/${HERE}/modality`],
      ['acceptance', `/initiatives/${HERE}#acceptance`],
      ['protocol', `/initiatives/${HERE}/people`],
      ['definition', `/initiatives/${HERE}/definition`],
      ['population', `/initiatives/${HERE}/profile#self-definition`],
      ['principles', `/initiatives/${HERE}/principles`],
      ['engagement', `/initiatives/${HERE}/stages#waiting`],
      ['mandate', `/initiatives/${HERE}/people`],
      ['mandate_of', `/initiatives/${HERE}/people`]
    ] as const
    const dueTask = {
      workspaceId: HERE,
      documentId: DOCUMENT,
      taskId: 'late',
      title: 'Train the readers',
      dueOn: '2026-01-01',
      isOverdue: true
    }
    new SetAnswers({
      'GET /api/my-work': workOf(
        [TASK, ...kinds.map(([kind]) => waits({ kind, name: 'Nadia', count: 2, until: '2999-01-01T00:00:00.000Z' }))],
        {
          due: { items: [dueTask], total: 1 },
          recent: [
            { documentId: DOCUMENT, workspaceId: HERE, kind: 'roadmap', title: 'The roadmap', changedAt: '2026-03-02T09:00:00.000Z' }
          ]
        }
      )
    })
    await show()
    const waiting = await region(/^Waits for you \(10\)/)
    const [first, ...others] = within(waiting).getAllByRole('listitem')
    expect(first?.textContent).toMatch(
      /River Watch is asked to take on: Map the wells.*Clean water · Kyrgyzstan.*It waits for you as River Watch \(civil society organisation, civic side\).*Asked by Mara.*Waits since 1 March 2026 \(.+ ago\).*Due 2 April 2026/
    )
    expect(within(first!).getByRole('link').getAttribute('href')).toBe(`/documents/${DOCUMENT}?task=a%20task`)
    expect(others.map((line) => within(line).getByRole('link').getAttribute('href'))).toEqual(kinds.map(([, address]) => address))
    expect(screen.getAllByRole('heading', { level: 2 }).map((heading) => heading.textContent)).toEqual([
      'Waits for you (10)',
      'You have taken on (1)',
      'Changed lately'
    ])
    expect((await region(/^You have taken on/)).textContent).toMatch(/Train the readers.*Overdue since 1 January 2026/)
  })

  it('[WORK-75] it says how it is ordered, where there is an order, and how long each has waited', async () => {
    new SetAnswers({ 'GET /api/my-work': workOf([TASK, waits({ since: null })]) })
    await show()
    await screen.findByText(/^What is due or runs out first stands first/)
    const [dated, undated] = within(await region(/^Waits for you/)).getAllByRole('listitem')
    expect([/Waits since/.test(dated!.textContent), /Waits since/.test(undated!.textContent)]).toEqual([true, false])
    cleanup()
    new SetAnswers({ 'GET /api/my-work': workOf([TASK]) })
    await show()
    await region(/^Waits for you/)
    expect(screen.queryByText(/stands first/)).toBeNull()
  })

  it.each([
    ['2026-03-13T08:00:00.000Z', 'today'],
    ['2026-03-01T09:00:00.000Z', '12 days ago'],
    ['2025-12-01T09:00:00.000Z', '3 months ago']
  ])('[WORK-75] how long it has waited is said in days, and in months after two of them: %s', (since, said) => {
    expect(agoWords(new Date(since), new Date('2026-03-13T10:00:00.000Z'), 'en-GB')).toBe(said)
  })

  it('[UI-231] a task is accepted where one reads of it, as it was seen; the line goes, and the heading has the focus', async () => {
    let work = workOf([TASK, waits({ count: 2 })])
    const server = new SetAnswers({
      'GET /api/my-work': () => work,
      [`POST /api/assignments/${ASSIGNMENT}/answers`]: () => {
        work = workOf([waits({ count: 2 })])
        return { mayAsk: { allowed: false, because: { rule: '', paragraph: '', sentence: '' } }, assignees: [], tasks: [] }
      }
    })
    const user = await show()
    await user.click(await screen.findByRole('button', { name: 'Accept: Map the wells' }))
    await waitFor(() => expect(screen.queryByText(/Map the wells/, { selector: 'a *' })).toBeNull())
    expect(server.acts.map(({ body }) => body)).toEqual([{ version: 3, answer: 'accepted', reason: '' }])
    expect(spoken()).toBe('Accepted: Map the wells')
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Waits for you (1)'))
  })

  it('[UI-231] what others said meanwhile is told, and nothing is accepted', async () => {
    new SetAnswers({
      'GET /api/my-work': workOf([TASK]),
      [`POST /api/assignments/${ASSIGNMENT}/answers`]: new Refusal(409, 'changed_meanwhile')
    })
    const user = await show()
    await user.click(await screen.findByRole('button', { name: 'Accept: Map the wells' }))
    expect((await screen.findByRole('alert')).textContent).not.toBe('')
    expect(screen.getByRole('button', { name: 'Accept: Map the wells' })).toBeTruthy()
  })

  it('[UI-231] whose mandate has run out is told that declining is what is left', async () => {
    const task = { ...TASK.task!, asked: { ...TASK.task!.asked!, mayAccept: false } }
    new SetAnswers({ 'GET /api/my-work': workOf([{ ...TASK, task }]) })
    await show()
    await screen.findByText(/you may decline for others, and not accept/)
    expect(screen.queryByRole('button')).toBeNull()
  })

  it.each([
    ['there are initiatives', workOf([]), ['My initiatives', 'I have a code']],
    ['there are none', workOf([], { workspaces: [] }), ['Start a new initiative', 'I have a code']]
  ])('[UI-232] where nothing waits that is said, with what to do next: %s', async (_, work, links) => {
    new SetAnswers({ 'GET /api/my-work': work })
    await show()
    await screen.findByRole('heading', { level: 2, name: 'Nothing waits for you' })
    expect(screen.getAllByRole('link').map((link) => link.textContent)).toEqual(links)
  })

  it('[UI-233] a list that is cut says how long it is and where the rest stands', async () => {
    new SetAnswers({ 'GET /api/my-work': { ...workOf([TASK]), waiting: { items: [TASK], total: 60 }, isCut: true } })
    await show()
    await screen.findByText('1 of 60 are shown, the most urgent first. The others move up as you answer.')
    expect(
      screen
        .getByText(/not all of it could be looked through/)
        .querySelector('a')
        ?.getAttribute('href')
    ).toBe('/initiatives')
  })

  it.each([
    ['something waits', workOf([TASK]), '/my-work'],
    ['nothing waits', workOf([]), '/initiatives'],
    ['it is not known', new Refusal(503, 'unavailable', {}), '/initiatives']
  ])('[UI-236] who names no page comes to what waits, else to their initiatives: %s', async (_, answer, address) => {
    new SetAnswers({ 'GET /api/my-work': answer })
    await showPage(<Home />, { route: '/', at: '/' })
    expect((await screen.findByTestId('elsewhere')).textContent).toBe(address)
  })

  it('[UI-237] tells beside the way there how much waits, and nothing while that is not known', async () => {
    const Count = () => <p data-testid="count">{JSON.stringify(useWaitingCount())}</p>
    new SetAnswers({ 'GET /api/my-work': { ...workOf([TASK]), waiting: { items: [TASK], total: 60 } } })
    await showPage(<Count />, { route: '/', at: '/' })
    expect(screen.getByTestId('count').textContent).toBe('null')
    await waitFor(() => expect(screen.getByTestId('count').textContent).toBe('60'))
  })
})
