import { MODALITIES, SIDES, STAGES, tableOne, type Modality } from '@roundtable/shared/framework'
import { packRulesFor } from '@roundtable/shared/ability'
import type { DefinitionView, ProfileView, StagesView, WorkspaceView } from '@roundtable/shared/protocol'
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { Refusal, SetAnswers, showPage } from '../../../../test/support/screen.js'
import { QuestionPage } from './definition/question-page.js'
import { ResultPage } from './definition/result-page.js'
import { ModalityPage } from './modality/modality-page.js'
import { InitiativesPage } from './initiatives-page.js'
import { InitiativePage } from './overview/initiative-page.js'
import { ProfilePage } from './profile/profile-page.js'
import { StageSides } from './stages/stage-sides.js'
import type { SaidOfEngagement } from './stages/stages.js'
import { StagesPage } from './stages/stages-page.js'

const ID = '0199a000-0000-7000-8000-000000000001'
const SEAT = '0199a000-0000-4000-8000-000000000002'
const mySeat = { id: SEAT, workspaceId: ID, side: 'civic', role: 'COM', name: 'Nadia', organisation: null, mandateExpiresAt: null } as const

function workspaceOf(more: Partial<WorkspaceView> = {}): WorkspaceView {
  return {
    ...{ id: ID, kind: 'initiative', title: 'Clean air', country: 'KG', modality: 'M3', mySeat, people: 2, status: 'active' },
    ...{ leadKind: null, namedPartner: 'NSO', outcome: null, outcomeParagraph: '', notShown: [], registry: 'none', stage: null },
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
  return { key: name, name, side, counts: true, hasLeft: false, isMine, answers: value === null ? [] : [{ ...said, value, evidence: [] }] }
}

beforeEach(() => {
  window.sessionStorage.clear()
  Object.assign(window, { scrollTo: () => undefined })
})

describe('my initiatives', () => {
  const { id, kind, title, country, modality, leadKind, namedPartner, people, status } = workspaceOf()
  const card = { id, kind, title, country, modality, leadKind, namedPartner, people, status, mySeat }
  const NEW = 'Start a new initiative'

  it.each([
    ['below those that there are, and quieter', [card], ['Clean air', NEW, 'I have a code'], 'button--secondary'],
    ['as what to do where there is none', [], [NEW, 'I have a code'], 'button--primary']
  ])('[UI-264] offer to start a new one: %s', async (_where, items, links, look) => {
    server(workspaceOf(), { 'GET /api/workspaces': { items, nextCursor: null } })
    await showPage(<InitiativesPage />, { route: '/initiatives', at: '/initiatives' })
    const start = await screen.findByRole('link', { name: NEW })
    expect(screen.getAllByRole('link').map((link) => link.textContent)).toEqual(links)
    expect(start.classList).toContain(look)
  })
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

  it('[UI-267] answers “Why?” in plain words first, the codes after them', async () => {
    server(workspaceOf())
    const user = await show()
    const card = within(await screen.findByRole('region', { name: 'How you work together' }))
    await user.click(card.getByRole('button', { name: 'Why?' }))
    const lines = [...document.querySelectorAll('.why__text:not([hidden]) > *')].map((line) => line.textContent)
    expect(lines).toEqual([
      'In co-creation both sides decide together.',
      'Jointly initiated, or co-creation: the civic side and a state actor start it together. ¶15.3',
      'Rule R-05, Copenhagen Framework ¶15.3'
    ])
  })

  it('[UI-119] leads from each next action to its page', async () => {
    server(workspaceOf({ next: ['answer_modality', 'describe_profile', 'invite_own_side'] }))
    await show()
    const next = within(await screen.findByRole('region', { name: 'What you could do next' }))
    expect(next.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual(
      ['modality', 'profile', 'invitations'].map((path) => `/initiatives/${ID}/${path}`)
    )
  })

  it.each([
    ['how much the other side has answered', true, 'State side: 3 of 13 principles answered, not handed in yet'],
    ['what it has handed in alone, where its document is kept from one', false, 'State side: principles not handed in yet']
  ])('[UI-269] says %s', async (_what, isCounted, line) => {
    const their = '0199a000-0000-7000-8000-000000000009'
    const counted = {
      id: their,
      title: 'Theirs',
      kind: 'principles',
      stage: null,
      side: 'state',
      answered: 3,
      total: 13,
      writers: [],
      open: []
    }
    const ofSide = (side: string) => ({
      ...{ side, isMine: side === 'civic', files: side !== 'other' },
      ...{ documentId: side === 'state' ? their : null, hasChanged: false, filings: [], content: null }
    })
    const because = { rule: 'R-05', paragraph: '¶15.3', sentence: 'ability.because.R-05' }
    const place = { id: their, workspaceId: ID, kind: 'plain', title: 'Notes', stage: null, side: null } as const
    const document = { ...place, isKept: false, state: 'draft', right: 'edit', because, changedAt: '2026-11-28T10:00:00Z' } as const
    server(workspaceOf({ documentList: [document] }), {
      [`GET /api/workspaces/${ID}/principles`]: {
        ...{ sides: ['civic', 'state', 'other'].map(ofSide), isShown: false, mayFile: { allowed: true, because } }
      },
      [`GET /api/workspaces/${ID}/open-answers`]: { documents: isCounted ? [counted] : [] }
    })
    await show()
    const link = await screen.findByRole('link', { name: line })
    expect(link.getAttribute('href')).toBe(`/initiatives/${ID}/principles`)
    expect(screen.queryByText(/^Civic side: .*principles/)).toBeNull()
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
    `/initiatives/${ID}/invitations?for=other-side`,
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

it('[MODAL-12] who has agreed finds their answer in the form, and can still object', async () => {
  const present = { modality: 'M3', leadKind: null, namedPartner: 'NSO' } as const
  const at = '2026-11-28T10:00:00Z'
  const mine = { key: 'mine', name: 'Nadia', side: 'civic', stance: 'agree', reason: 'Gladly.', at, isMine: true } as const
  const open = {
    ...{ id: SEAT, from: present, to: { ...present, modality: 'M2', namedPartner: null }, reason: 'So.', proposedBy: 'The office' },
    ...{ proposedAt: at, status: 'open', endedAt: null, expiresAt: at, nobodyFor: [], mayAnswer: true, mayWithdraw: false },
    voices: [mine]
  }
  const history = { present, mayPropose: false, open, past: [], classified: [] }
  const asked = server(workspaceOf(), {
    [`GET /api/workspaces/${ID}/modality`]: history,
    [`POST /api/modality-changes/${SEAT}/answers`]: { ...history, open: null }
  })
  const user = await showPage(<ModalityPage />, { route: '/initiatives/:id/modality', at: `/initiatives/${ID}/modality` })
  expect(await screen.findByLabelText('We agree')).toHaveProperty('checked', true)
  await user.click(screen.getByLabelText(/^We object/))
  await user.click(screen.getByRole('button', { name: 'Give this answer' }))
  expect(asked.acts.map(({ body }) => body)).toEqual([{ stance: 'object', reason: 'Gladly.' }])
})

it('[WORK-5] a country programme is offered no other way of working', async () => {
  const present = { modality: 'M3', leadKind: null, namedPartner: null } as const
  const history = { present, mayPropose: false, open: null, past: [], classified: [] }
  server(workspaceOf({ kind: 'country_programme' }), { [`GET /api/workspaces/${ID}/modality`]: history })
  await showPage(<ModalityPage />, { route: '/initiatives/:id/modality', at: `/initiatives/${ID}/modality` })
  await screen.findByText('A country programme works as equals, and that does not change.')
  expect(screen.queryByRole('radio')).toBeNull()
})

describe('what each voice has said', () => {
  const voice = { side: 'civic', isMine: false, level: null, hasAccepted: false, agreesToNames: false } as const
  const profile: ProfileView = {
    ...{ version: 0, title: 'Clean air', country: 'KG', summary: '', objectives: [], otherObjective: '', dataClass: null },
    ...{
      populations: [],
      populationLabel: 'River families',
      identification: 'Whoever says so',
      stage: null,
      interests: [],
      registry: 'none',
      silence: 'none',
      acceptedBy: ['state']
    },
    selfDefinition: { isAgreed: false, agreedBy: [], because: { rule: 'R-08', paragraph: '¶17.7, ¶25', sentence: 'ability.because.R-08' } },
    voices: [
      { ...voice, key: 'one', name: 'Nadia', isMine: true, level: 'card', hasAccepted: true },
      { ...voice, key: 'two', name: 'River Watch' },
      { ...voice, key: 'three', name: 'The office', side: 'state', level: 'card', hasAccepted: true, agreesToNames: true }
    ]
  }
  const answers = { [`GET /api/workspaces/${ID}/profile`]: profile }

  it('[UI-185] about how the population names itself stands by name, with what stays closed until all agree, and why', async () => {
    const asked = server(workspaceOf(), { ...answers, [`PUT /api/workspaces/${ID}/population`]: profile })
    const user = await showPage(<ProfilePage />, { route: '/initiatives/:id/profile', at: `/initiatives/${ID}/profile` })
    const at = within(await screen.findByRole('region', { name: 'How the population names itself' }))
    at.getByText('Not agreed yet: until then this initiative does not go on from design.')
    at.getByText('River Watch (civic side) has not said so yet.')
    at.getByText('The office (state side) agrees.')
    await user.click(at.getByRole('button', { name: 'Why?' }))
    at.getByText(/^Rule R-08, Copenhagen Framework ¶17\.7, ¶25/)
    await user.click(at.getByRole('button', { name: 'Agree for Nadia' }))
    expect(asked.acts).toMatchObject([{ body: { version: 0, agrees: true } }])
    await user.click(screen.getByRole('button', { name: 'Change the profile' }))
    screen.getByText(/^Going on from design opens when all agree/)
  })

  it('[UI-423] My work leads to its heading, and there both are to be had: to agree, or to say what should be different', async () => {
    server(workspaceOf(), answers)
    const user = await showPage(<ProfilePage />, { route: '/initiatives/:id/profile', at: `/initiatives/${ID}/profile#self-definition` })
    const at = within(await screen.findByRole('region', { name: 'How the population names itself' }))
    expect(document.activeElement).toBe(at.getByRole('heading'))
    await at.findByRole('button', { name: 'Agree for Nadia' })
    await user.click(at.getByRole('button', { name: 'Or say what should be different' }))
    screen.getByText(/^Going on from design opens when all agree/)
  })

  it('[UI-185] cannot be agreed to by whoever does not decide, nor before it is said', async () => {
    server(workspaceOf({ mySeat: { ...mySeat, role: 'CIT' } }), answers)
    await showPage(<ProfilePage />, { route: '/initiatives/:id/profile', at: `/initiatives/${ID}/profile` })
    await screen.findByText(/^You cannot agree to it for others\./)
    cleanup()
    server(workspaceOf(), { [`GET /api/workspaces/${ID}/profile`]: { ...profile, identification: '' } })
    await showPage(<ProfilePage />, { route: '/initiatives/:id/profile', at: `/initiatives/${ID}/profile` })
    await screen.findByText(/^Before anybody can agree/)
    expect(screen.queryByRole('button', { name: /^Agree for/ })).toBeNull()
  })

  it('[WORK-24] about the registry stands by name, silence with what it comes to', async () => {
    server(workspaceOf(), answers)
    await showPage(<ProfilePage />, { route: '/initiatives/:id/profile', at: `/initiatives/${ID}/profile` })
    await screen.findByText('Nadia (civic side) allows: Its title and what it is about')
    screen.getByText('River Watch (civic side) has not said anything, which allows: Nothing')
    await screen.findByRole('button', { name: 'Say so for Nadia' })
  })

  it('[WORK-24] about a programme: who has not accepted is named, and whoever has is not asked again', async () => {
    server(workspaceOf({ kind: 'country_programme', status: 'forming' }), answers)
    await showPage(<InitiativePage />, { route: '/initiatives/:id', at: `/initiatives/${ID}` })
    await screen.findByText('Of those who are here, these have not accepted yet: River Watch')
    screen.getByText('Waiting for: civic side')
    expect(screen.queryByRole('button', { name: /^Accept for/ })).toBeNull()
  })
})

describe('the stages', () => {
  const stages: StagesView = {
    stages: STAGES.map((stage) => ({
      stage,
      parts: SIDES.map((side) => ({
        side,
        usual: tableOne('M3', stage, null)[side],
        answer: null,
        degreeAndQuality: null,
        isMine: side === 'civic'
      }))
    })),
    mayAnswer: { allowed: true, because: { rule: 'A11', paragraph: '¶12', sentence: 'ability.because.A11.edit-own.yes' } }
  }
  const show = (isWide: boolean, view = stages, hash = '') => {
    Object.assign(window, {
      matchMedia: () => ({ matches: isWide, addEventListener: () => undefined, removeEventListener: () => undefined })
    })
    server(workspaceOf(), { [`GET /api/workspaces/${ID}/stages`]: view })
    return showPage(<StagesPage />, { route: '/initiatives/:id/stages', at: `/initiatives/${ID}/stages${hash}` })
  }

  it('[UI-117] are a table where there is room, and a list with the same where there is not', async () => {
    await show(true)
    const table = within(await screen.findByRole('table'))
    expect(table.getAllByRole('rowheader')).toHaveLength(STAGES.length)
    expect(table.getAllByText('By default in the Framework: decides together with others')).toHaveLength(12)
  })

  it.each([true, false])(
    '[WORK-76] that one waits for one’s own side is marked, and whoever comes for that is led to it (wide: %s)',
    async (isWide) => {
      await show(isWide, withEngagement('state'), '#waiting')
      const mark = await screen.findByText('waits for your side')
      await waitFor(() => expect(document.activeElement).toBe(mark.parentElement))
      expect(mark.parentElement?.textContent).toMatch(/^Design/)
    }
  )

  it('[WORK-26] show what another of the side wrote meanwhile before it is overwritten, and keep what was typed', async () => {
    const said = { engagement: 'lead', note: 'We count wells.', answeredBy: 'Amina', answeredAt: '2026-11-28T10:00:00Z' } as const
    const [first, ...rest] = stages.stages
    const parts = first!.parts.map((part) => (part.isMine ? { ...part, answer: said } : part))
    let seen = stages
    const user = await show(false)
    const asked = server(workspaceOf(), {
      [`GET /api/workspaces/${ID}/stages`]: () => seen,
      [`PUT /api/workspaces/${ID}/stages`]: new Refusal(409, 'changed_meanwhile', {})
    })
    await user.click((await screen.findAllByRole('button', { name: /^Say what we do: .*, civic side$/ }))[0]!)
    await user.type(screen.getByLabelText('In your own words'), 'Mine.')
    seen = { ...stages, stages: [{ ...first!, parts }, ...rest] }
    await user.click(screen.getByRole('button', { name: 'Save' }))
    await screen.findByText(/^Amina has written this meanwhile: leads/)
    expect(screen.getByLabelText('In your own words')).toHaveProperty('value', 'Mine.')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(asked.acts.map(({ body }) => (body as { seenAt: unknown }).seenAt)).toEqual([null, said.answeredAt])
  })

  const answered: SaidOfEngagement = {
    degree: { extent: 'most', durationDays: 90, effortHours: 12, groups: ['River families'], intensity: 'regularly' },
    quality: { needsFit: 'mostly', impact: null, influence: 'not_yet' },
    ...{ evidence: ['Minutes'], note: 'They chose.', answeredBy: 'Ola', answeredAt: '2026-11-28T10:00:00Z' }
  }
  const withEngagement = (side: 'civic' | 'state'): StagesView => ({
    ...stages,
    stages: stages.stages.map((row) =>
      row.stage === 'S1'
        ? { ...row, parts: row.parts.map((part) => (part.side === side ? { ...part, degreeAndQuality: answered } : part)) }
        : row
    )
  })

  it('[UI-180] show how each side sees the engagement beside the other, say of a side that it has not answered, and take one’s own answer', async () => {
    const user = await show(false)
    const asked = server(workspaceOf(), {
      [`GET /api/workspaces/${ID}/stages`]: withEngagement('state'),
      [`PUT /api/workspaces/${ID}/engagement`]: withEngagement('civic')
    })
    await screen.findByText('In most of it')
    expect(screen.getAllByText('Not answered yet.')).toHaveLength(STAGES.length * SIDES.length - 1)
    await user.click(screen.getAllByRole('button', { name: /^Say how people are engaged: .*, civic side$/ })[0]!)
    const dialog = within(screen.getByRole('dialog'))
    await user.click(dialog.getByRole('button', { name: 'Save' }))
    dialog.getByText('Choose one.')
    await user.click(dialog.getByRole('radio', { name: 'In some of it' }))
    await user.type(dialog.getByRole('textbox', { name: 'For how many days?' }), 'nine')
    await user.click(dialog.getByRole('button', { name: 'Save' }))
    dialog.getByText('A whole number, at most 36,500.')
    await user.clear(dialog.getByRole('textbox', { name: 'For how many days?' }))
    await user.type(dialog.getByRole('textbox', { name: 'Which of the groups concerned take part?' }), 'Herders{Enter}{Enter}Fishers')
    await user.selectOptions(dialog.getByRole('combobox', { name: 'Can they really influence what is done?' }), 'Partly')
    await user.click(dialog.getByRole('button', { name: 'Save' }))
    expect(asked.acts).toMatchObject([
      {
        operation: `PUT /api/workspaces/${ID}/engagement`,
        body: {
          stage: 'S1',
          seenAt: null,
          degree: { extent: 'some', durationDays: null, effortHours: null, groups: ['Herders', 'Fishers'], intensity: null },
          quality: { needsFit: null, impact: null, influence: 'partly' }
        }
      }
    ])
  })

  it('[UI-181] say of a default that it is the Framework’s, and of what a side changed or kept that it is the side’s', async () => {
    const parts = (engagement: 'lead' | 'co_decide') => {
      const answer = { engagement, note: '', answeredBy: 'Ola', answeredAt: '2026-11-28T10:00:00Z' }
      const [first, ...rest] = stages.stages
      return { ...stages, stages: [{ ...first!, parts: first!.parts.map((part) => (part.isMine ? { ...part, answer } : part)) }, ...rest] }
    }
    await show(true)
    server(workspaceOf(), { [`GET /api/workspaces/${ID}/stages`]: parts('lead') })
    await screen.findByText('Changed by this side: leads')
    expect(screen.getAllByText('This side has not said anything yet; the default stands.')).toHaveLength(17)
    cleanup()
    await show(true)
    server(workspaceOf(), { [`GET /api/workspaces/${ID}/stages`]: parts('co_decide') })
    await screen.findByText('Kept by this side: decides together with others')
  })

  it('[UI-182] stand in the plan of their stage to read, with the way to the one page where they are changed', async () => {
    server(workspaceOf(), { [`GET /api/workspaces/${ID}/stages`]: withEngagement('state') })
    await showPage(<StageSides workspaceId={ID} stage="S1" />, { route: '/documents/:id', at: '/documents/x' })
    const civic = within(await screen.findByRole('region', { name: 'Civic side' }))
    civic.getByText('By default in the Framework: decides together with others')
    civic.getByText('Not answered yet.')
    within(screen.getByRole('region', { name: 'State side' })).getByText('In most of it')
    expect(screen.queryByRole('button', { name: /say/ })).toBeNull()
    expect(screen.getByRole('link', { name: 'Change it on the page of all stages' }).getAttribute('href')).toBe(`/initiatives/${ID}/stages`)
  })

  it('[UI-117] hold the same in a list on a phone', async () => {
    await show(false)
    expect(await screen.findAllByText('By default in the Framework: decides together with others')).toHaveLength(12)
    expect(screen.queryByRole('table')).toBeNull()
    expect(screen.getAllByRole('button', { name: /^Say what we do: .*, civic side$/ })).toHaveLength(STAGES.length)
  })
})
