import { packRulesFor } from '@roundtable/shared/ability'
import type { ProfileView, WorkspaceView } from '@roundtable/shared/protocol'
import { screen } from '@testing-library/react'
import { Refusal, SetAnswers, showPage } from '../../../../../test/support/screen.js'
import { ProfilePage } from '../profile/profile-page.js'
import { StagesPage } from '../stages/stages-page.js'
import { InitiativePage } from './initiative-page.js'

const ID = '0199a000-0000-7000-8000-000000000001'
const mySeat = { id: ID, workspaceId: ID, side: null, role: 'SEC', name: 'Desk', organisation: null, mandateExpiresAt: null } as const
const workspace: WorkspaceView = {
  ...{ id: ID, kind: 'initiative', title: 'Clean air', country: 'KG', modality: 'M3', mySeat, people: 7, status: 'active' },
  ...{ leadKind: null, namedPartner: 'NSO', outcome: null, outcomeParagraph: '', registry: 'card', stage: 'S3' },
  ...{ next: [], creatable: [], seats: [mySeat], documentList: [] },
  notShown: ['people', 'definition', 'modality', 'stages', 'principles']
}
const profile: ProfileView = {
  ...{
    version: 3,
    title: 'Clean air',
    summary: 'Lead in paint.',
    objectives: [],
    otherObjective: '',
    dataClass: 'K2',
    populations: ['PO']
  },
  ...{ populationLabel: 'Those beside the road', identification: '', stage: 'S3', interests: [], country: 'KG', registry: 'card' },
  ...{ voices: null, silence: 'none', acceptedBy: [], selfDefinition: null }
}

function server(answers: Readonly<Record<string, unknown>> = {}): void {
  const actor = { person: 'p', seat: ID, side: null, role: 'SEC', isFunder: false, mandateExpired: false, invitedByCivic: true } as const
  new SetAnswers({
    'GET /api/session': {
      person: { id: ID, name: 'N', handle: 'desk', hasEmail: false, locale: 'en' },
      seats: [mySeat],
      rules: { [ID]: packRulesFor(actor, workspace) },
      sampleData: false
    },
    [`GET /api/workspaces/${ID}`]: workspace,
    'GET /api/my-work': { workspaces: [], waiting: { items: [], total: 0 }, due: { items: [], total: 0 }, recent: [], isCut: false },
    ...answers
  })
}

beforeEach(() => Object.assign(window, { scrollTo: () => undefined }))

describe('what is not shown to a role', () => {
  it('[UI-450] is said as not shown on the profile, and never as absent: neither agreement, nor voices, nor what they allow', async () => {
    server({ [`GET /api/workspaces/${ID}/profile`]: profile })
    await showPage(<ProfilePage />, { route: '/initiatives/:id/profile', at: `/initiatives/${ID}/profile` })
    await screen.findByText('Those beside the road')
    expect(screen.getByText('Your role does not see whether this is agreed, nor who agrees.')).toBeTruthy()
    expect(screen.getByText('At present: Its title and what it is about')).toBeTruthy()
    expect(screen.getByText('Your role does not see who allows what.')).toBeTruthy()
    expect(screen.getByText('How people say that they belong').nextSibling?.textContent).toBe('Your role does not see this')
    expect(document.body.textContent).not.toMatch(/Not agreed|Nobody|: Nothing/)
  })

  it('[UI-450] people that a role does not see are counted, and not shown as if the reader were alone', async () => {
    server()
    await showPage(<InitiativePage />, { route: '/initiatives/:id', at: `/initiatives/${ID}` })
    expect(await screen.findByText('7 people are here. Your role does not see who.')).toBeTruthy()
    expect(screen.queryByText('(you)')).toBeNull()
  })

  it('[UI-451] an initiative leads to no page that its reader would not be shown', async () => {
    server()
    await showPage(<InitiativePage />, { route: '/initiatives/:id', at: `/initiatives/${ID}` })
    await screen.findByText(/Your role does not see who/)
    const inside = screen.getAllByRole('link').map((link) => link.getAttribute('href') ?? '')
    expect(inside.filter((address) => address.startsWith(`/initiatives/${ID}/`))).toEqual([`/initiatives/${ID}/profile`])
  })

  it('[UI-451] a page that is not shown says so calmly, without offering to try again', async () => {
    const because = { rule: 'ABIL-6', paragraph: '', sentence: 'ability.because.ABIL-6' }
    server({ [`GET /api/workspaces/${ID}/stages`]: new Refusal(403, 'not_allowed', because) })
    await showPage(<StagesPage />, { route: '/initiatives/:id/stages', at: `/initiatives/${ID}/stages` })
    await screen.findByText('Your role does not see this, so it cannot act on it.')
    expect(screen.queryByRole('alert')).toBeNull()
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull()
  })
})
