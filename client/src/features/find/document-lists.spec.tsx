import { screen } from '@testing-library/react'
import { SetAnswers, showPage } from '../../../../test/support/screen.js'
import { RoadmapsPage } from './document-lists.js'

const ID = '0199a000-0000-7000-8000-000000000001'

it('[UI-361] a document of the list is described by the initiative it belongs to: several are called alike', async () => {
  const item = { id: ID, kind: 'roadmap', title: 'The first year', workspaceId: ID, workspaceTitle: 'Rivers', country: 'DE' }
  const items = [{ ...item, changedAt: '2026-11-28T10:00:00Z', state: 'draft', isKept: false, stage: null, side: null, right: 'edit' }]
  new SetAnswers({ 'GET /api/documents?kind=roadmap': { items, isCut: false } })
  await showPage(<RoadmapsPage />, { route: '/roadmaps', at: '/roadmaps' })
  const link = await screen.findByRole('link', { name: 'The first year' })
  expect(document.getElementById(link.getAttribute('aria-describedby') ?? '')?.textContent).toMatch(/^Rivers/)
})
