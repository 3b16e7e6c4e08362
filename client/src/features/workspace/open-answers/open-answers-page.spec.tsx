import { tableOne } from '@roundtable/shared/framework'
import type { WorkspaceView } from '@roundtable/shared/protocol'
import { screen, within } from '@testing-library/react'
import type { UserEvent } from '@testing-library/user-event'
import { SetAnswers, showPage } from '../../../../../test/support/screen.js'
import { OpenAnswersPage } from './open-answers-page.js'

const ID = '0199a000-0000-7000-8000-000000000001'
const DOCUMENT = '0199a000-0000-7000-8000-000000000002'
const seat = { id: ID, workspaceId: ID, side: null, role: 'SEC', name: 'Secretariat', organisation: null, mandateExpiresAt: null } as const

const others = ['Nadia', 'Tomás', 'Ana', 'Ben', 'Cleo'].map((name, nth) => ({
  ...seat,
  ...{ id: `0199a000-0000-7000-8000-00000000010${nth}`, role: 'CSO' as const, side: 'civic' as const, name }
}))

const workspace: WorkspaceView = {
  ...{ id: ID, title: 'Clean air', country: 'KG', people: 2, status: 'active', outcomeParagraph: '', notShown: [], stage: null },
  ...{ kind: 'initiative', modality: 'M3', leadKind: null, namedPartner: 'NSO', outcome: null, registry: 'card' },
  ...{ mySeat: seat, seats: [seat, ...others], next: [], creatable: [], documentList: [] }
}

const show = async (documents: readonly object[], more: object = {}): Promise<UserEvent> => {
  new SetAnswers({ ...more, [`GET /api/workspaces/${ID}`]: workspace, [`GET /api/workspaces/${ID}/open-answers`]: { documents } })
  return showPage(<OpenAnswersPage />, { route: '/initiatives/:id/open', at: `/initiatives/${ID}/open` })
}

describe('where the work stands', () => {
  it('[UI-239] whoever may read no document that asks something is told so, and not that nothing is open', async () => {
    await show([])
    await screen.findByText(/What is open for others is not told to you/)
    expect(screen.queryByText('Nothing is open.')).toBeNull()
  })

  it.each([
    ['the reader', [ID, others[0]!.id], 'You can answer'],
    ['those whom the reader could ask', [others[0]!.id, others[1]!.id], 'Nadia or Tomás can answer'],
    ['some of many', others.map(({ id }) => id), 'Nadia, Tomás, Ana or 2 others can answer'],
    ['nobody', [], 'Nobody here can answer at present']
  ])('[UI-273] beside what is open stands who can answer: %s', async (_who, writers, sentence) => {
    const open = { title: 'Our agreement', kind: 'agreement', stage: null, side: null, answered: 1, total: 3, writers, open: [] }
    await show([{ id: DOCUMENT, ...open }])
    expect(await screen.findByText(sentence)).toBeTruthy()
  })

  it('[UI-239] nothing is open where everything that may be read is answered', async () => {
    const answered = { title: 'Our agreement', kind: 'agreement', stage: null, side: null, answered: 3, total: 3, writers: [], open: [] }
    await show([{ id: DOCUMENT, ...answered }])
    await screen.findByText('Nothing is open.')
  })

  it('[UI-424] it begins with how much is open for all and for each side, and the way down to it', async () => {
    const open = { title: 'Our agreement', kind: 'agreement', stage: null, side: null, answered: 1, total: 3, writers: [], open: [] }
    const theirs = { ...open, title: 'What we say', kind: 'principles', side: 'civic', answered: 12, total: 13 }
    const part = { side: 'civic', usual: tableOne('M3', 'S1', null).civic, answer: null, degreeAndQuality: null, isMine: false }
    const because = { rule: '', paragraph: '', sentence: '' }
    const user = await show(
      [
        { id: DOCUMENT, ...open },
        { id: ID, ...theirs }
      ],
      {
        [`GET /api/workspaces/${ID}/definition`]: {
          frameworkVersion: '1.0',
          voices: [],
          classification: { outcome: null, candidate: null, paragraph: '', missing: [] }
        },
        [`GET /api/workspaces/${ID}/stages`]: { stages: [{ stage: 'S1', parts: [part] }], mayAnswer: { allowed: false, because } }
      }
    )
    const summary = within(await screen.findByRole('navigation', { name: 'How much is open' }))
    await summary.findByText('Civic side: 2 open')
    expect(summary.getAllByRole('link').map((link) => link.textContent)).toEqual(['For all who write it: 2 open', 'Civic side: 2 open'])
    await user.click(summary.getByText('Civic side: 2 open'))
    expect(document.activeElement?.textContent).toBe('Only this side can answer: Civic side')
  })
})
