import { STAGES, SIDES, tableOne } from '@roundtable/shared/framework'
import { packRulesFor } from '@roundtable/shared/ability'
import type { Profile, ProfileView, StagesView, WorkspaceView } from '@roundtable/shared/protocol'
import type { ReactNode } from 'react'
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { Refusal, SetAnswers, showPage } from '../../../../test/support/screen.js'
import { useSession } from '../identity/index.js'
import { InitiativePage } from './overview/initiative-page.js'
import { ProfilePage } from './profile/profile-page.js'
import { StagesPage } from './stages/stages-page.js'

const ID = '0199a000-0000-7000-8000-000000000001'
const SEAT = '0199a000-0000-4000-8000-000000000002'
const mySeat = { id: SEAT, workspaceId: ID, side: 'civic', role: 'COM', name: 'Nadia', organisation: null, mandateExpiresAt: null } as const
const workspace: WorkspaceView = {
  ...{ id: ID, kind: 'initiative', title: 'Clean air', country: 'KG', modality: 'M3', mySeat, people: 2, status: 'active' },
  ...{ leadKind: null, namedPartner: 'NSO', outcome: null, outcomeParagraph: '', notShown: [], registry: 'none', stage: null },
  ...{ next: [], creatable: ['objectives', 'plan'], seats: [mySeat], documentList: [] }
}
const profile: ProfileView = {
  ...{ version: 1, title: 'Clean air', country: 'KG', summary: '', objectives: [], otherObjective: '', dataClass: null },
  ...{ populations: [], populationLabel: '', identification: '', stage: null, interests: [], registry: 'none', silence: 'none' },
  ...{ acceptedBy: [], voices: [] },
  selfDefinition: { isAgreed: false, agreedBy: [], because: { rule: 'R-08', paragraph: '¶17.7, ¶25', sentence: 'ability.because.R-08' } }
}
const stages: StagesView = {
  stages: STAGES.map((stage) => ({
    stage,
    parts: SIDES.map((side) => ({
      ...{ side, usual: tableOne('M3', stage, null)[side], answer: null, degreeAndQuality: null, isMine: side === 'civic' }
    }))
  })),
  mayAnswer: { allowed: true, because: { rule: 'A11', paragraph: '¶12', sentence: 'ability.because.A11.edit-own.yes' } }
}

function serve(answers: Readonly<Record<string, unknown>> = {}): SetAnswers {
  const actor = {
    person: 'p',
    seat: SEAT,
    side: 'civic',
    role: 'COM',
    isFunder: false,
    mandateExpired: false,
    invitedByCivic: true
  } as const
  return new SetAnswers({
    'GET /api/session': {
      person: { id: SEAT, name: 'N', handle: 'nadia', hasEmail: false, locale: 'en' },
      seats: [mySeat],
      rules: { [ID]: packRulesFor(actor, workspace) },
      sampleData: false
    },
    [`GET /api/workspaces/${ID}`]: workspace,
    [`GET /api/workspaces/${ID}/profile`]: profile,
    [`GET /api/workspaces/${ID}/stages`]: stages,
    ...answers
  })
}

const FORMS = [
  { name: 'profile', page: <ProfilePage />, path: '/profile', opener: 'Change the profile', field: 'In a few sentences' },
  {
    name: 'part at a stage',
    page: <StagesPage />,
    path: '/stages',
    opener: /^(Say what we do|Change what we say): .*, civic side$/,
    field: 'In your own words'
  },
  {
    name: 'engagement',
    page: <StagesPage />,
    path: '/stages',
    opener: /^(Say how people are engaged|Change how people are engaged): .*, civic side$/,
    field: 'For how many days?'
  },
  { name: 'document to add', page: <InitiativePage />, path: '', opener: 'Add a document', field: 'Title' }
]

async function open({ page, path, opener, field }: (typeof FORMS)[number]) {
  const user = await showPage(<Known>{page}</Known>, { route: `/initiatives/:id${path}`, at: `/initiatives/${ID}${path}` })
  await user.click((await screen.findAllByRole('button', { name: opener }))[0]!)
  return { user, field: await screen.findByRole<HTMLInputElement>('textbox', { name: field }) }
}

/** It is known who is signed in, as it is below the shell. */
function Known({ children }: { readonly children: ReactNode }) {
  return useSession().data ? children : null
}

beforeEach(() => {
  window.sessionStorage.clear()
  Object.assign(window, {
    scrollTo: () => undefined,
    matchMedia: () => ({ matches: true, addEventListener: () => undefined, removeEventListener: () => undefined })
  })
})

describe('the forms of a workspace', () => {
  it.each(FORMS)('[UI-217] $name: its words are there again when the page was left, and not when they were taken back', async (form) => {
    serve()
    const first = await open(form)
    const before = first.field.value
    await first.user.type(first.field, '12')
    cleanup()
    const again = await open(form)
    expect(again.field.value).toBe(`${before}12`)
    await again.user.click(screen.getByRole('button', { name: 'Cancel' }))
    cleanup()
    expect((await open(form)).field.value).toBe(before)
  })

  it('[UI-109] a profile that was come back to is not saved over what was saved meanwhile before that was seen', async () => {
    serve()
    const [form] = FORMS
    const first = await open(form!)
    await first.user.type(first.field, 'mine')
    cleanup()
    const put = `PUT /api/workspaces/${ID}/profile`
    const theirs = { ...profile, version: 2, summary: 'theirs' }
    const server = serve({ [`GET /api/workspaces/${ID}/profile`]: theirs, [put]: new Refusal(409, 'changed_meanwhile') })
    const { user } = await open(form!)
    await user.click(screen.getByRole('button', { name: 'Save the profile' }))
    await screen.findByText('theirs')
    await user.click(screen.getByRole('button', { name: 'Save the profile' }))
    await waitFor(() => expect(server.acts.map(({ body }) => (body as Profile).version)).toEqual([1, 2]))
  })

  it('[WORK-26] what another of the side said while a form was left stands above it when it is come back to', async () => {
    serve()
    const form = FORMS[1]!
    const first = await open(form)
    await first.user.type(first.field, 'Mine.')
    cleanup()
    const answer = { engagement: 'lead', note: 'We count wells.', answeredBy: 'Amina', answeredAt: '2026-11-28T10:00:00Z' } as const
    const seen = stages.stages.map((row) => ({ ...row, parts: row.parts.map((part) => (part.isMine ? { ...part, answer } : part)) }))
    serve({ [`GET /api/workspaces/${ID}/stages`]: { ...stages, stages: seen } })
    const again = await open(form)
    expect(within(screen.getByRole('dialog')).getByText(/^Amina has written this meanwhile/)).toBeTruthy()
    expect(again.field.value).toBe('Mine.')
  })
})
