import { packRulesFor } from '@roundtable/shared/ability'
import { screen, within } from '@testing-library/react'
import { SetAnswers, showPage } from '../../../../test/support/screen.js'
import { RoadmapsPage } from './document-lists.js'

const ID = '0199a000-0000-7000-8000-000000000001'
const OTHER = '0199a000-0000-7000-8000-000000000002'

const roadmap = (title: string, right: 'view' | 'edit', id = ID) => ({
  ...{ id, kind: 'roadmap', title, workspaceId: ID, workspaceTitle: 'Rivers', country: 'DE', right },
  ...{ changedAt: '2026-11-28T10:00:00Z', state: 'draft', isKept: false, stage: null, side: null }
})

it('[UI-361] a document of the list is described by the initiative it belongs to: several are called alike', async () => {
  new SetAnswers({ 'GET /api/documents?kind=roadmap': { items: [roadmap('The first year', 'edit')], isCut: false } })
  await showPage(<RoadmapsPage />, { route: '/roadmaps', at: '/roadmaps' })
  const link = await screen.findByRole('link', { name: 'The first year' })
  expect(document.getElementById(link.getAttribute('aria-describedby') ?? '')?.textContent).toMatch(/^Rivers/)
})

it('[UI-441] what one can only read says so in the list', async () => {
  const items = [roadmap('Ours', 'edit'), roadmap('Theirs', 'view', OTHER)]
  new SetAnswers({ 'GET /api/documents?kind=roadmap': { items, isCut: false } })
  await showPage(<RoadmapsPage />, { route: '/roadmaps', at: '/roadmaps' })
  const saying = (await screen.findAllByRole('listitem')).filter((line) => within(line).queryByText('You can only read it'))
  expect(saying.map((line) => within(line).getByRole('heading').textContent)).toEqual(['Theirs'])
})

it.each([
  ['CSO', 'No roadmap yet', /add a roadmap there/],
  ['SEC', 'No roadmap that your role may read', /your role does not start any/]
] as const)('[UI-452] an empty list tells %s what this role can expect, and not to do what it may not', async (role, title, lead) => {
  const side = role === 'SEC' ? null : 'civic'
  const actor = { person: 'p', seat: ID, side, role, isFunder: false, mandateExpired: false, invitedByCivic: true } as const
  const facts = { modality: 'M3', leadKind: null, namedPartner: 'NSO', outcome: null, registry: 'card' } as const
  new SetAnswers({
    'GET /api/documents?kind=roadmap': { items: [], isCut: false },
    'GET /api/session': {
      person: { id: ID, name: 'N', handle: 'n', hasEmail: false, locale: 'en' },
      seats: [{ id: ID, workspaceId: ID, side, role, name: 'N', organisation: null, mandateExpiresAt: null }],
      rules: { [ID]: packRulesFor(actor, facts) },
      sampleData: false
    }
  })
  await showPage(<RoadmapsPage />, { route: '/roadmaps', at: '/roadmaps' })
  await screen.findByRole('heading', { name: title })
  expect(screen.getByText(lead)).toBeTruthy()
})
