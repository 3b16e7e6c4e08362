import type { MyWork, Waiting, WorkspaceView } from '@roundtable/shared/protocol'
import { screen } from '@testing-library/react'
import { Refusal, SetAnswers, showPage } from '../../../../../test/support/screen.js'
import { NextActions } from './next-actions.js'

const HERE = '0199a000-0000-7000-8000-000000000001'
const ELSEWHERE = '0199a000-0000-7000-8000-000000000002'
const mySeat = {
  id: HERE,
  workspaceId: HERE,
  side: 'civic',
  role: 'CSO',
  name: 'Tomás',
  organisation: null,
  mandateExpiresAt: null
} as const

const workspaceOf = (next: WorkspaceView['next']): WorkspaceView => ({
  ...{ id: HERE, kind: 'initiative', title: 'Clean air', country: 'KG', modality: 'M3', mySeat, people: 2, status: 'active' },
  ...{ leadKind: null, namedPartner: 'NSO', outcome: null, outcomeParagraph: '', notShown: [], registry: 'none', stage: null },
  ...{ next, creatable: [], seats: [mySeat], documentList: [] }
})
const waits = (kind: Waiting['kind'], workspaceId: string): Waiting => ({
  ...{ kind, workspaceId, name: '', count: 2, since: null, until: null, documentId: null, task: null }
})
const workOf = (items: readonly Waiting[]): MyWork => ({
  workspaces: [],
  waiting: { items: [...items], total: items.length },
  due: { items: [], total: 0 },
  recent: [],
  isCut: false
})

async function show(next: WorkspaceView['next'], work: unknown): Promise<void> {
  new SetAnswers({ 'GET /api/my-work': work })
  await showPage(<NextActions workspace={workspaceOf(next)} />, { route: '/', at: '/' })
}
const links = () => screen.queryAllByRole('link').map((link) => [link.textContent, link.getAttribute('href')])

describe('what one could do next in an initiative', () => {
  it('[UI-422] what My work says that waits here stands first, in its words and with its way, and is not said twice', async () => {
    const work = workOf([waits('engagement', HERE), waits('definition', ELSEWHERE), waits('population', HERE)])
    await show(['say_stage_parts', 'invite_own_side'], work)
    await screen.findByText(/names itself/)
    expect(links()).toEqual([
      ['Another side has said something here that your side has not answered yet: 2 stages.', `/initiatives/${HERE}/stages#waiting`],
      ['Agree to how the population names itself, or say what should be different.', `/initiatives/${HERE}/profile#self-definition`],
      ['Invite others of your own side.', `/initiatives/${HERE}/invitations`]
    ])
    expect(screen.queryByText(/^Nothing waits/)).toBeNull()
  })

  it('[UI-422] that nothing waits is said only where neither knows of anything, and where it could be asked', async () => {
    await show([], workOf([waits('definition', ELSEWHERE)]))
    await screen.findByText('Nothing waits for you here.')
    expect(links()).toEqual([])
  })

  it('[UI-422] where My work could not be asked that is said, and not that nothing waits', async () => {
    await show([], new Refusal(404, 'not_found'))
    await screen.findByText('What waits for you here could not be looked up.')
    expect(screen.queryByText(/^Nothing waits/)).toBeNull()
  })
})
