import { MODALITIES, SIDES, STAGES, tableOne, type Modality } from '@roundtable/shared/framework'
import { packRulesFor } from '@roundtable/shared/ability'
import type { DefinitionView, StagesView, WorkspaceView } from '@roundtable/shared/protocol'
import { screen, within } from '@testing-library/react'
import { Refusal, SetAnswers, showPage } from '../../../../test/support/screen.js'
import { QuestionPage } from './definition/question-page.js'
import { ResultPage } from './definition/result-page.js'
import { ModalityPage } from './modality/modality-page.js'
import { InitiativePage } from './overview/initiative-page.js'
import { StagesPage } from './stages/stages-page.js'

const ID = '0199a000-0000-7000-8000-000000000001'
const SEAT = '0199a000-0000-4000-8000-000000000002'
const mySeat = { id: SEAT, workspaceId: ID, side: 'civic', role: 'COM', name: 'Nadia', organisation: null, mandateExpiresAt: null } as const

function workspaceOf(more: Partial<WorkspaceView> = {}): WorkspaceView {
  return {
    ...{ id: ID, kind: 'initiative', title: 'Clean air', country: 'KG', modality: 'M3', mySeat, people: 2, status: 'active' },
    ...{ leadKind: null, namedPartner: 'NSO', outcome: null, outcomeParagraph: '', registry: 'none', stage: null },
    ...{ next: [], creatable: [], seats: [mySeat], documentList: [] },
    ...more
  }
}

function server(workspace: WorkspaceView, answers: Readonly<Record<string, unknown>> = {}): SetAnswers {
  const { role, side } = workspace.mySeat
  const actor = { person: 'p', seat: SEAT, side, role, isFunder: false, mandateExpired: false, invitedByCivic: true }
  return new SetAnswers({
    'GET /api/session': {
      person: { id: SEAT, name: 'N', handle: 'nadia', hasEmail: false, locale: 'en' },
      seats: [workspace.mySeat],
      rules: { [ID]: packRulesFor(actor, workspace) },
      sampleData: false
    },
    [`GET /api/workspaces/${ID}`]: workspace,
    ...answers
  })
}

const definition = (mine: string | null): DefinitionView => ({
  frameworkVersion: '1.0',
  voices: [
    voiceOf('state', 'The office', false, 'yes', 'They read with us.'),
    voiceOf('civic', 'Nadia', true, mine, 'We have read for years.')
  ],
  classification: {
    outcome: 'not_yet',
    candidate: null,
    paragraph: '¶15',
    missing: [
      { question: 'Q3', side: 'other', why: 'nobody' },
      { question: 'Q2', side: 'civic', why: 'unanswered' }
    ]
  }
})

function voiceOf(
  side: 'civic' | 'state',
  name: string,
  isMine: boolean,
  value: string | null,
  reason: string
): DefinitionView['voices'][number] {
  const said = {
    question: 'Q1',
    reason,
    evidence: [],
    frameworkVersion: '1.0',
    answeredBy: name,
    answeredAt: '2026-11-28T10:00:00Z'
  } as const
  return { key: name, name, side, counts: true, isMine, answers: value === null ? [] : [{ ...said, value, evidence: [] }] }
}

beforeEach(() => {
  window.sessionStorage.clear()
  Object.assign(window, { scrollTo: () => undefined })
})

describe('the overview', () => {
  const show = () => showPage(<InitiativePage />, { route: '/initiatives/:id', at: `/initiatives/${ID}` })

  it.each(MODALITIES)('[UI-119] says under %s in plain words who started it and who decides', async (modality: Modality) => {
    server(workspaceOf({ modality, leadKind: modality === 'M5' ? 'OSA' : null, outcome: 'not_yet', outcomeParagraph: '¶15' }))
    await show()
    const card = within(await screen.findByRole('region', { name: 'How you work together' }))
    card.getByText('Who decides here:')
    card.getByText(/Not citizen data yet/)
    expect(card.getAllByRole('button', { name: 'Why?' })).toHaveLength(2)
  })

  it('[UI-119] leads from each next action to its page', async () => {
    server(workspaceOf({ next: ['answer_modality', 'describe_profile', 'invite_own_side'] }))
    await show()
    const next = within(await screen.findByRole('region', { name: 'What you could do next' }))
    expect(next.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual(
      ['modality', 'profile', 'people'].map((path) => `/initiatives/${ID}/${path}`)
    )
  })

  it('[UI-116] says why nothing can be added, with the rule', async () => {
    server(workspaceOf({ mySeat: { ...mySeat, role: 'OBS', side: null } }))
    const user = await show()
    await screen.findByText(/You cannot add a document here/)
    await user.click(await screen.findByRole('button', { name: 'Why can’t I?' }))
    screen.getByText(/^Rule INV-2, Copenhagen Framework ¶/)
  })
})

describe('a question', () => {
  const show = () => showPage(<QuestionPage />, { route: '/initiatives/:id/definition/:question', at: `/initiatives/${ID}/definition/Q1` })

  it('[UI-113] keeps others’ answers back until one has answered or asks for them', async () => {
    server(workspaceOf(), { [`GET /api/workspaces/${ID}/definition`]: definition(null) })
    const user = await show()
    const look = await screen.findByRole('button', { name: 'Show what the others answered' })
    expect(screen.queryByText('They read with us.')).toBeNull()
    await user.click(look)
    screen.getByText('They read with us.')
    expect(look.getAttribute('aria-expanded')).toBe('true')
  })

  it('[UI-106] sends the answer and goes on; [UI-107] what was typed is kept until then', async () => {
    const asked = server(workspaceOf(), {
      [`GET /api/workspaces/${ID}/definition`]: definition(null),
      [`POST /api/workspaces/${ID}/definition`]: definition('yes')
    })
    const user = await show()
    await user.click(await screen.findByLabelText('Yes'))
    await user.click(screen.getByRole('button', { name: 'Save and continue' }))
    screen.getByText('Say why.')
    expect(asked.acts).toEqual([])
    await user.type(screen.getByLabelText('Why do you say so?'), 'So.')
    expect(window.sessionStorage).toHaveLength(1)
    await user.click(screen.getByRole('button', { name: 'Save and continue' }))
    await screen.findByRole('heading', { level: 1, name: 'Is the work guided by the principles?' })
    expect(asked.acts.map(({ body }) => body)).toEqual([{ question: 'Q1', value: 'yes', reason: 'So.', evidence: [] }])
    expect(window.sessionStorage).toHaveLength(0)
  })

  it('[UI-107] keeps what was typed when the server refuses, and says why', async () => {
    server(workspaceOf(), {
      [`GET /api/workspaces/${ID}/definition`]: definition(null),
      [`POST /api/workspaces/${ID}/definition`]: new Refusal(403, 'not_allowed', {
        sentence: 'ability.because.R-34',
        rule: 'R-34',
        paragraph: '¶26'
      })
    })
    const user = await show()
    await user.click(await screen.findByLabelText('Not sure yet'))
    await user.click(screen.getByRole('button', { name: 'Save and continue' }))
    await screen.findByText(/Your mandate has expired/)
    expect(window.sessionStorage).toHaveLength(1)
  })
})

it('[UI-105] the result says what is missing and from whom, and shows the civic answer first', async () => {
  server(workspaceOf(), { [`GET /api/workspaces/${ID}/definition`]: definition('yes') })
  await showPage(<ResultPage />, { route: '/initiatives/:id/definition/result', at: `/initiatives/${ID}/definition/result` })
  const missing = within(await screen.findByRole('region', { name: 'What is missing, and from whom' }))
  expect(missing.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual([
    `/initiatives/${ID}/people`,
    `/initiatives/${ID}/definition/Q2`
  ])
  const answers = within(screen.getByRole('region', { name: 'Do citizens take part in at least one stage?' })).getAllByRole('listitem')
  expect(answers.map((answer) => answer.dataset.side)).toEqual(['civic', 'state'])
})

it('[UI-108] a proposal says who has to agree before it is sent', async () => {
  const present = { modality: 'M1', leadKind: null, namedPartner: null } as const
  const history = { present, mayPropose: true, open: null, past: [], classified: [] }
  const asked = server(workspaceOf({ modality: 'M1', namedPartner: null }), { [`GET /api/workspaces/${ID}/modality`]: history })
  const user = await showPage(<ModalityPage />, { route: '/initiatives/:id/modality', at: `/initiatives/${ID}/modality` })
  await user.click(await screen.findByLabelText('Driven by the statistical office'))
  screen.getByText(/so these have to agree: civic side and state side/)
  screen.getByText(/For the state side nobody is here yet/)
  expect(asked.acts).toEqual([])
})

describe('the stages', () => {
  const stages: StagesView = {
    stages: STAGES.map((stage) => ({
      stage,
      parts: SIDES.map((side) => ({ side, usual: tableOne('M3', stage, null)[side], answer: null, isMine: side === 'civic' }))
    })),
    mayAnswer: { allowed: true, because: { rule: 'A11', paragraph: '¶12', sentence: 'ability.because.A11.edit-own.yes' } }
  }
  const show = (isWide: boolean) => {
    Object.assign(window, {
      matchMedia: () => ({ matches: isWide, addEventListener: () => undefined, removeEventListener: () => undefined })
    })
    server(workspaceOf(), { [`GET /api/workspaces/${ID}/stages`]: stages })
    return showPage(<StagesPage />, { route: '/initiatives/:id/stages', at: `/initiatives/${ID}/stages` })
  }

  it('[UI-117] are a table where there is room, and a list with the same where there is not', async () => {
    await show(true)
    const table = within(await screen.findByRole('table'))
    expect(table.getAllByRole('rowheader')).toHaveLength(STAGES.length)
    expect(table.getAllByText('Usual: decides together with others')).toHaveLength(12)
  })

  it('[UI-117] hold the same in a list on a phone', async () => {
    await show(false)
    expect(await screen.findAllByText('Usual: decides together with others')).toHaveLength(12)
    expect(screen.queryByRole('table')).toBeNull()
    expect(screen.getAllByRole('button', { name: /: say what the civic side does$/ })).toHaveLength(STAGES.length)
  })
})
