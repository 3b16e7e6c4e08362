import type { ListedDocument } from '@roundtable/shared/protocol'
import { screen } from '@testing-library/react'
import { SetAnswers, showPage } from '../../../../../test/support/screen.js'
import { DocumentList } from './document-list.js'

const document = (title: string, more: Partial<ListedDocument>): ListedDocument => ({
  id: title,
  workspaceId: 'w',
  kind: 'agreement',
  title,
  stage: null,
  side: null,
  isKept: false,
  state: 'draft',
  right: 'edit',
  because: { rule: 'R-05', paragraph: '¶15.3', sentence: 'ability.because.granted' },
  changedAt: '2027-01-01T10:00:00.000Z',
  progress: null,
  ...more
})

it('[UI-164] each document with questions says how much is answered, and for which side the rest is open', async () => {
  new SetAnswers({})
  await showPage(
    <DocumentList
      documents={[
        document('Agreement', { progress: { answered: 7, begun: 2, total: 14 } }),
        document('Principles', { kind: 'principles', side: 'state', progress: { answered: 5, begun: 0, total: 13 } }),
        document('Plan', { kind: 'plan', stage: 'S1', progress: { answered: 8, begun: 0, total: 8 } }),
        document('Roadmap', { kind: 'roadmap' })
      ]}
    />,
    { route: '/', at: '/' }
  )
  expect(screen.getAllByRole('listitem').map((item) => item.querySelector('strong')?.parentElement?.textContent ?? null)).toEqual([
    '7 of 14 answered. Open for all who work on it: 7, of which 2 begun.',
    '5 of 13 answered. Open for the state side: 8, of which 0 begun.',
    '8 of 8 answered.',
    null
  ])
})
