import type { Accepted, InvitationPreview } from '@roundtable/shared/protocol'
import { cleanup, screen, waitFor } from '@testing-library/react'
import { Refusal, SetAnswers, showPage } from '../../../../test/support/screen.js'
import { InvitationPage, TypeCodePage } from './index.js'
import { suggestName } from './pseudonym.js'

const WORKSPACE = '0199a000-0000-4000-8000-000000000001'
const PREVIEW = 'POST /api/invitations/preview'
const ACCEPT = 'POST /api/invitations/accept'
const NOBODY = { 'GET /api/session': new Refusal(401, 'not_signed_in') }
const ME = {
  person: { id: '0199a000-0000-4000-8000-000000000009', name: 'Tomás', handle: 'tomas', hasEmail: false, locale: 'en' },
  seats: [],
  rules: {},
  sampleData: false
}
const INVITATION: InvitationPreview = {
  title: 'Clean water',
  country: 'XS',
  role: 'CIT',
  side: 'civic',
  organisation: null,
  invitedBy: 'Nadia',
  expiresAt: '2027-01-01T00:00:00.000Z',
  isMember: false
}
const ACCEPTED: Accepted = {
  ...ME,
  workspaceId: WORKSPACE,
  handle: 'whale-runway-3295',
  newPhrase: 'vista coconut example measure tide insect'
}

async function showInvitation(answers: Readonly<Record<string, unknown>>, secret = 'ABCDEFGH') {
  const server = new SetAnswers({ ...NOBODY, ...answers })
  const user = await showPage(<InvitationPage />, { route: '/join/:secret', at: `/join/${secret}` })
  await waitFor(() => expect(server.asked.some(({ operation }) => operation === PREVIEW)).toBe(true))
  return { server, user }
}

async function typeCode(typed: string) {
  new SetAnswers(NOBODY)
  const user = await showPage(<TypeCodePage />, { route: '/join', at: '/join' })
  if (typed !== '') await user.type(screen.getByLabelText('Code'), typed)
  await user.click(screen.getByRole('button', { name: 'See where it leads' }))
}

beforeEach(() => window.sessionStorage.clear())

const button = (name: string) => screen.getByRole('button', { name })

describe('a code', () => {
  it.each([
    ['', 'Type the code.'],
    ['abcd 0fgh', '0, O, 1, I and L are never in a code. Look at it again.'],
    ['abc', 'A code has 8 characters. Look at it again.']
  ])('[UI-127] that can be none is said so before anybody is asked: "%s"', async (typed, problem) => {
    await typeCode(typed)
    expect(screen.getByText(problem)).toBeTruthy()
    expect(screen.queryByTestId('elsewhere')).toBeNull()
  })

  it.each([
    ['abcd-efgh', '/join/ABCDEFGH'],
    [' ＡＢＣＤ efgh ', '/join/ABCDEFGH'],
    ['http://round.example/join/aLongSecret-1', '/join/aLongSecret-1']
  ])('[UI-127] is taken in any case and grouping, and so is a link: "%s"', async (typed, address) => {
    await typeCode(typed)
    expect((await screen.findByTestId('elsewhere')).textContent).toBe(address)
  })
})

describe('joining', () => {
  it('[UI-128] first says where the invitation leads, then asks a citizen for a name only, and suggests one', async () => {
    const { server, user } = await showInvitation({ [PREVIEW]: INVITATION, [ACCEPT]: ACCEPTED })
    expect(await screen.findByRole('heading', { name: 'Clean water' })).toBeTruthy()
    expect(screen.getByText('citizen, civic side')).toBeTruthy()
    expect(screen.getByText('Nadia')).toBeTruthy()
    expect(screen.getAllByRole('textbox')).toHaveLength(1)
    expect(screen.getByText('No e-mail and no real name are needed.')).toBeTruthy()
    const suggested = screen.getByLabelText<HTMLInputElement>('What you want to be called here').value
    expect(suggested).toMatch(/^[A-Z][a-z]+ [A-Z][a-z]+$/)
    await user.click(button('Join'))
    await screen.findByRole('heading', { name: 'Write this down' })
    expect(server.acts.at(-1)?.body).toEqual({ secret: 'ABCDEFGH', name: suggested, organisation: null, account: null })
  })

  it('[UI-129] shows user name and phrase once, and goes on when they are written down', async () => {
    const { user } = await showInvitation({ [PREVIEW]: INVITATION, [ACCEPT]: ACCEPTED })
    await user.click(await screen.findByRole('button', { name: 'Join' }))
    expect(await screen.findByText(ACCEPTED.newPhrase!)).toBeTruthy()
    expect(screen.getByText(ACCEPTED.handle)).toBeTruthy()
    await user.click(button('Go on'))
    expect(screen.getByText('First print it or write it down, then tick the box.')).toBeTruthy()
    await user.click(screen.getByLabelText('I have printed it or written it down'))
    await user.click(button('Go on'))
    expect((await screen.findByTestId('elsewhere')).textContent).toBe(`/initiatives/${WORKSPACE}`)
  })

  it('[UI-128] asks whoever speaks for an organisation for an account, or to sign in first and come back', async () => {
    const { server, user } = await showInvitation({
      [PREVIEW]: { ...INVITATION, role: 'CSO' },
      [ACCEPT]: new Refusal(409, 'name_taken')
    })
    const signIn = await screen.findByRole('link', { name: 'Sign in first' })
    expect(signIn.getAttribute('href')).toBe('/sign-in?next=%2Fjoin%2FABCDEFGH')
    await user.click(button('Join'))
    expect(screen.getByText('Write the name you want to go by.')).toBeTruthy()
    expect(screen.getByText('Say whom you speak for.')).toBeTruthy()
    expect(screen.getByText('Choose a password of at least 10 characters.')).toBeTruthy()
    expect(document.activeElement).toBe(screen.getByLabelText('What you want to be called here'))
    await user.type(screen.getByLabelText('What you want to be called here'), 'Tomás')
    await user.type(screen.getByLabelText('Which organisation do you speak for?'), 'River Watch')
    await user.selectOptions(screen.getByLabelText('Kind of organisation'), 'Civil society organisation')
    await user.type(screen.getByLabelText('User name'), 'tomas')
    await user.type(screen.getByLabelText('Password'), 'seven herons crossing')
    await user.click(button('Join'))
    await waitFor(() => expect(screen.getByLabelText('User name').getAttribute('aria-invalid')).toBe('true'))
    expect(server.acts.at(-1)?.body).toEqual({
      secret: 'ABCDEFGH',
      name: 'Tomás',
      organisation: { name: 'River Watch', kind: 'cso' },
      account: { handle: 'tomas', password: 'seven herons crossing' }
    })
  })

  it('[UI-128] asks somebody who is signed in only what they are called here', async () => {
    const { server, user } = await showInvitation({
      'GET /api/session': ME,
      [PREVIEW]: { ...INVITATION, role: 'NSO', side: 'state', organisation: 'Statistics Office' },
      [ACCEPT]: { ...ACCEPTED, newPhrase: null }
    })
    expect(await screen.findByText('You come in with your account, Tomás.')).toBeTruthy()
    expect(screen.getAllByRole('textbox')).toHaveLength(1)
    await user.click(button('Join'))
    expect((await screen.findByTestId('elsewhere')).textContent).toBe(`/initiatives/${WORKSPACE}`)
    expect(server.acts.at(-1)?.body).toMatchObject({ name: 'Tomás', organisation: null, account: null })
  })

  it('[UI-217] has what was typed again when it was left; [UI-219] not the password, and nothing that leads in', async () => {
    const answers = { [PREVIEW]: { ...INVITATION, role: 'CSO' } }
    const { user } = await showInvitation(answers)
    await user.type(await screen.findByLabelText('Which organisation do you speak for?'), 'River Watch')
    await user.type(screen.getByLabelText('User name'), 'tomas')
    await user.type(screen.getByLabelText('Password'), 'seven herons crossing')
    const kept = JSON.stringify(window.sessionStorage)
    expect([kept.includes('River Watch'), /herons|ABCDEFGH/.test(kept)]).toEqual([true, false])
    cleanup()
    await showInvitation(answers)
    expect((await screen.findByLabelText<HTMLInputElement>('Which organisation do you speak for?')).value).toBe('River Watch')
    expect(['User name', 'Password'].map((label) => screen.getByLabelText<HTMLInputElement>(label).value)).toEqual(['tomas', ''])
  })

  it('[UI-130] that leads nowhere any more says so, and what to do', async () => {
    await showInvitation({ [PREVIEW]: new Refusal(404, 'invitation_over') })
    expect(await screen.findByRole('heading', { name: 'This invitation leads nowhere' })).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Type a code' }).getAttribute('href')).toBe('/join')
  })

  it('[UI-130] tried too often says how long to wait', async () => {
    await showInvitation({ [PREVIEW]: new Refusal(429, 'sign_in_throttled', { seconds: 30 }) })
    expect((await screen.findByRole('alert')).textContent).toContain('Try again in 30 seconds.')
  })

  it('[UI-130] whoever has a seat already is led to it', async () => {
    await showInvitation({ 'GET /api/session': ME, [PREVIEW]: { ...INVITATION, isMember: true } })
    expect(await screen.findByText('You have a seat here already.')).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Join' })).toBeNull()
  })
})

describe('a suggested name', () => {
  it('[UI-128] is two words of the catalogue, without what a pseudo-locale puts around them', () => {
    expect(suggestName('Calm|Warm', 'Lake|Stone', () => 0.5)).toBe('Warm Stone')
    expect(suggestName('⟦Çáɱ|Ŵářɱ', 'Ŀáķé|Šţóñé · ·⟧', () => 0.99)).toBe('Ŵářɱ Šţóñé')
    expect(suggestName('\u202eCalm\u202c', '\u202eLake\u202c', () => 0)).toBe('Calm Lake')
  })
})
