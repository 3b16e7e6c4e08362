import type { MemberView, PeopleView, WorkspaceView } from '@roundtable/shared/protocol'
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { SetAnswers, showPage, spoken } from '../../../../test/support/screen.js'
import { useSession } from '../identity/index.js'
import { InvitationsPage, PeoplePage } from './index.js'

const WORKSPACE = '0199a000-0000-4000-8000-000000000001'
const OWN_SIDE = { rule: 'R-32', paragraph: '¶19', sentence: 'ability.because.R-32.own-side' }
const DELEGATE = { rule: 'R-30', paragraph: '¶26', sentence: 'ability.because.R-30' }
const GRANTED = { rule: 'R-05', paragraph: '¶15.3', sentence: 'ability.because.granted' }

function member(number: number, more: Partial<MemberView>): MemberView {
  return {
    id: `0199a000-0000-4000-8000-00000000010${number}`,
    workspaceId: WORKSPACE,
    side: 'civic',
    role: 'CIT',
    name: `Person ${number}`,
    organisation: null,
    organisationKind: null,
    mandateExpiresAt: null,
    isMine: false,
    isFunder: false,
    isProvisional: false,
    mandateGivenBy: null,
    mandateNote: '',
    mandateExpired: false,
    mandateWarning: null,
    manage: { allowed: false, because: OWN_SIDE },
    ...more
  }
}

const ME = member(1, { role: 'CSO', name: 'Tomás', organisation: 'River Watch', isMine: true, manage: { allowed: true, because: GRANTED } })
const HERON = member(2, { name: 'Blue Heron', manage: { allowed: true, because: GRANTED } })
const NADIA = member(3, { role: 'COM', name: 'Nadia', isProvisional: true, manage: { allowed: false, because: DELEGATE } })
const OFFICE = [
  member(4, {
    role: 'NSO',
    side: 'state',
    name: 'Mara',
    mandateGivenBy: 'the director',
    mandateExpiresAt: '2027-01-01T00:00:00.000Z',
    mandateWarning: 7,
    mandateNote: 'Decree 12'
  }),
  member(5, {
    role: 'NSO',
    side: 'state',
    name: 'Ben',
    mandateGivenBy: 'the director',
    mandateExpiresAt: '2026-01-01T00:00:00.000Z',
    mandateExpired: true
  })
]
const FUND = member(6, { role: 'OBS', side: null, name: 'Fund', isFunder: true, manage: { allowed: true, because: GRANTED } })
const PEOPLE: PeopleView = {
  members: [ME, HERON, NADIA, ...OFFICE, FUND],
  invitable: [
    { role: 'CIT', allowed: true, because: GRANTED },
    { role: 'OBS', allowed: true, because: GRANTED },
    { role: 'COM', allowed: false, because: DELEGATE },
    { role: 'NSO', allowed: false, because: OWN_SIDE },
    { role: 'OSA', allowed: false, because: OWN_SIDE }
  ],
  protocols: [
    {
      id: '0199a000-0000-4000-8000-000000000201',
      how: 'assembly',
      note: 'At the bridge.',
      decidedOn: '2026-11-20',
      candidate: { seatId: NADIA.id, name: 'Nadia' },
      replaces: null,
      status: 'open',
      confirmed: 2,
      needed: 3,
      answers: [
        { name: 'Grey Heron', stance: 'object', reason: 'I was not asked', isMine: false },
        { name: 'Tomás', stance: 'agree', reason: '', isMine: true }
      ],
      mayAnswer: true
    }
  ],
  mayRecordProtocol: true,
  ended: [
    {
      seatId: '0199a000-0000-4000-8000-000000000109',
      name: 'Red Kite',
      role: 'CSO',
      side: 'civic',
      how: 'removed',
      note: 'Works elsewhere now',
      endedBy: 'Tomás',
      endedAt: '2026-11-01T10:00:00.000Z'
    }
  ]
}
const VIEW: WorkspaceView = {
  id: WORKSPACE,
  kind: 'initiative',
  title: 'Clean water',
  country: 'XS',
  modality: 'M3',
  mySeat: ME,
  people: 6,
  status: 'active',
  leadKind: null,
  namedPartner: 'NSO',
  outcome: null,
  outcomeParagraph: '',
  notShown: [],
  registry: 'none',
  stage: null,
  next: [],
  creatable: [],
  seats: [],
  documentList: []
}
const SESSION = {
  person: { id: ME.id, name: 'Tomás', handle: 'tomas', hasEmail: false, locale: 'en' },
  seats: [],
  rules: {},
  sampleData: false
}
const SEEN = { [`GET /api/workspaces/${WORKSPACE}`]: VIEW, [`GET /api/workspaces/${WORKSPACE}/people`]: PEOPLE }

/** Where it is known who is signed in, as it is below the shell. */
function KnownPeople() {
  return useSession().data ? <PeoplePage /> : null
}

async function showPeople(answers: Readonly<Record<string, unknown>> = {}, page = <PeoplePage />) {
  const server = new SetAnswers({ ...SEEN, ...answers })
  const user = await showPage(page, { route: '/initiatives/:id/people', at: `/initiatives/${WORKSPACE}/people` })
  await screen.findByRole('heading', { name: 'Who is in it' })
  return { server, user }
}

async function showInvitations(answers: Readonly<Record<string, unknown>> = {}, search = '') {
  const server = new SetAnswers({ ...SEEN, [`GET /api/workspaces/${WORKSPACE}/invitations`]: { items: [], sendsMail: false }, ...answers })
  const user = await showPage(<InvitationsPage />, {
    route: '/initiatives/:id/invitations',
    at: `/initiatives/${WORKSPACE}/invitations${search}`
  })
  await screen.findByRole('heading', { name: 'Invite somebody' })
  return { server, user }
}

const lineOf = (name: string) => screen.getByRole('heading', { level: 4, name: new RegExp(`^${name}`) }).closest('li')!
const button = (name: string) => screen.getByRole('button', { name })

describe('the people of a workspace', () => {
  it('[UI-120] stand by side, with role, organisation, marks, and whoever may be changed has a menu; else it is said why not, once where it is one reason', async () => {
    await showPeople()
    expect(
      screen
        .getAllByRole('heading', { level: 3 })
        .map((heading) => heading.textContent)
        .slice(0, 3)
    ).toEqual(['Civic side', 'State side', 'Without a side'])
    expect(lineOf('Tomás').textContent).toContain('civil society organisation · River Watch')
    expect(lineOf('Nadia').textContent).toContain('Not yet confirmed by the community')
    expect(lineOf('Nadia').textContent).toContain('A community’s seat is filled or ended by the community itself.')
    expect(lineOf('Fund').textContent).toContain('Pays for this')
    expect(screen.getAllByText(/Each side manages its own seats/)).toHaveLength(1)
    expect(within(lineOf('Blue Heron')).getByRole('button', { name: 'Change the seat of Blue Heron' })).toBeTruthy()
    expect(within(lineOf('Mara')).queryByRole('button')).toBeNull()
  })

  it('[UI-121] say by whose mandate they speak, until when, when it ends soon, and what an ended one takes away', async () => {
    await showPeople()
    expect(lineOf('Mara').textContent).toContain('Mandate from the director, until 31 December 2026')
    expect(lineOf('Mara').textContent).toContain('Decree 12')
    expect(lineOf('Mara').textContent).toContain('The mandate ends in 7 days.')
    expect(lineOf('Ben').textContent).toContain('can read, write and refuse, but not approve, sign, publish or manage people')
    expect(lineOf('Tomás').textContent).toContain('No mandate on record')
    expect(lineOf('Blue Heron').textContent).not.toContain('andate')
  })

  it('[UI-121] a mandate is recorded with who gave it; only seats that speak for somebody have one', async () => {
    const { server, user } = await showPeople({ [`PATCH /api/seats/${ME.id}`]: PEOPLE })
    await user.click(button('Change my mandate'))
    await user.click(button('Save the mandate'))
    expect(screen.getByText('Say who gave the mandate.')).toBeTruthy()
    await user.type(screen.getByLabelText('Who gave the mandate'), 'the board')
    await user.type(screen.getByLabelText(/^Where this can be read/), 'Minutes of May')
    await user.type(screen.getByLabelText('Until when'), '2027-06-30')
    await user.click(button('Save the mandate'))
    await waitFor(() => expect(spoken()).toBe('The mandate of Tomás is saved.'))
    expect(server.acts).toMatchObject([{ body: { mandate: { givenBy: 'the board', note: 'Minutes of May', expiresOn: '2027-06-30' } } }])
    await user.click(button('Change the seat of Blue Heron'))
    expect(screen.getAllByRole('menuitem').map((item) => item.textContent)).toEqual(['End this seat…'])
  })

  it('[SEAT-21] what is recorded of a mandate is there to be changed, and sent again when only its day is', async () => {
    const recorded = { ...ME, mandateGivenBy: 'the board', mandateNote: 'Minutes of May' }
    const { server, user } = await showPeople({
      [`GET /api/workspaces/${WORKSPACE}/people`]: { ...PEOPLE, members: [recorded, ...PEOPLE.members.slice(1)] },
      [`PATCH /api/seats/${ME.id}`]: PEOPLE
    })
    await user.click(button('Change my mandate'))
    await user.type(screen.getByLabelText('Until when'), '2027-06-30')
    await user.click(button('Save the mandate'))
    await waitFor(() => expect(server.acts).toMatchObject([{ body: { mandate: { note: 'Minutes of May', expiresOn: '2027-06-30' } } }]))
  })

  it('[SEAT-20] whoever manages seats reads how seats of their side ended', async () => {
    await showPeople()
    const ended = screen.getByRole('region', { name: 'No longer in it' })
    expect(ended.textContent).toContain('Tomás ended the seat of Red Kite on 1 November 2026')
    expect(ended.textContent).toContain('Works elsewhere now')
  })

  it('[UI-122] a seat is ended after a question, with a reason; then the focus is on the list', async () => {
    let isThere = true
    const { server, user } = await showPeople({
      [`GET /api/workspaces/${WORKSPACE}/people`]: () => ({ ...PEOPLE, members: PEOPLE.members.filter((one) => isThere || one !== HERON) }),
      [`POST /api/seats/${HERON.id}/end`]: () => {
        isThere = false
        return null
      }
    })
    await user.click(button('Change the seat of Blue Heron'))
    await user.click(screen.getByRole('menuitem', { name: 'End this seat…' }))
    await user.click(button('End the seat'))
    expect(screen.getByText('Say why this seat ends.')).toBeTruthy()
    expect(server.acts).toEqual([])
    await user.type(screen.getByLabelText('Reason'), 'Moved away')
    await user.click(button('End the seat'))
    await waitFor(() => expect(screen.queryByRole('heading', { level: 4, name: 'Blue Heron' })).toBeNull())
    expect(document.activeElement?.textContent).toBe('Who is in it')
    expect(server.acts).toMatchObject([{ body: { reason: 'Moved away' } }])
    expect(spoken()).toBe('The seat of Blue Heron has ended.')
  })

  it('[UI-123] one leaves after being told what that means, without a reason, reading on unless one does not want it', async () => {
    const { server, user } = await showPeople({ [`POST /api/seats/${ME.id}/end`]: null })
    await user.click(button('Leave…'))
    const asked = screen.getByRole('alertdialog')
    expect(asked.textContent).toContain('What you wrote stays, under the name Tomás.')
    expect(asked.textContent).toContain('To come back, you need a new invitation.')
    await user.click(within(asked).getByRole('button', { name: 'Leave' }))
    expect((await screen.findByTestId('elsewhere')).textContent).toBe('/initiatives')
    expect(server.acts).toMatchObject([{ body: { reason: '', keepsReading: true } }])
    expect(spoken()).toBe('You have left “Clean water”.')
  })

  it('[UI-123] one’s name here is changed by oneself', async () => {
    const { server, user } = await showPeople({ [`PATCH /api/seats/${ME.id}`]: PEOPLE })
    await user.click(button('Change my name here'))
    await user.clear(screen.getByLabelText('Name'))
    expect(screen.getByText('Write the name you want to go by.')).toBeTruthy()
    await user.type(screen.getByLabelText('Name'), 'Grey Heron')
    await user.click(button('Save the name'))
    await waitFor(() => expect(spoken()).toBe('You are now called Grey Heron here.'))
    expect(server.acts).toMatchObject([{ body: { name: 'Grey Heron' } }])
  })

  it.each([
    ['Change my name here', 'Name'],
    ['Change my mandate', 'Who gave the mandate']
  ])('[UI-217] what was typed after “%s” is there again when the page was left, and not when it was taken back', async (opener, label) => {
    window.sessionStorage.clear()
    const open = async () => {
      const { user } = await showPeople({ 'GET /api/session': SESSION }, <KnownPeople />)
      await user.click(button(opener))
      return { user, field: screen.getByLabelText<HTMLInputElement>(label) }
    }
    const first = await open()
    const before = first.field.value
    await first.user.type(first.field, '!')
    cleanup()
    const again = await open()
    expect(again.field.value).toBe(`${before}!`)
    await again.user.click(button('Cancel'))
    cleanup()
    expect((await open()).field.value).toBe(before)
  })
})

describe('how a community chose its delegate', () => {
  const ANSWER = `POST /api/protocols/${PEOPLE.protocols[0]!.id}/answers`

  it('[UI-124] is shown with how many have confirmed it, and confirmed by a button', async () => {
    const { server, user } = await showPeople({ [ANSWER]: PEOPLE })
    expect(screen.getByText('2 of 3 confirmed')).toBeTruthy()
    expect(screen.getByText('An assembly decided, on 20 November 2026')).toBeTruthy()
    await user.click(button('Yes, we chose so'))
    await waitFor(() => expect(spoken()).toBe('You confirmed that Nadia was chosen.'))
    expect(server.acts).toMatchObject([{ body: { stance: 'agree', reason: '' } }])
  })

  it('[SEAT-19] who of the community said what, and why, stands with it', async () => {
    await showPeople()
    const card = screen.getByRole('heading', { level: 3, name: 'Nadia as delegate' }).closest('li')!
    expect(
      within(card)
        .getAllByRole('listitem')
        .map((item) => item.textContent)
    ).toEqual(['Grey Heron denied itI was not asked', 'Tomás (you) confirmed it'])
  })

  it('[UI-124] is denied with a reason', async () => {
    const { server, user } = await showPeople({ [ANSWER]: PEOPLE })
    await user.click(button('No, we did not…'))
    await user.click(button('Say no'))
    expect(screen.getByText('Say what is not right.')).toBeTruthy()
    await user.type(screen.getByLabelText('What is not right'), 'Nobody asked us')
    await user.click(button('Say no'))
    await waitFor(() => expect(server.acts).toMatchObject([{ body: { stance: 'object', reason: 'Nobody asked us' } }]))
  })

  it('[UI-124] is recorded with whom, how and when; a day to come is refused', async () => {
    const { server, user } = await showPeople({ [`POST /api/workspaces/${WORKSPACE}/protocols`]: PEOPLE })
    await user.click(button('Record how we chose'))
    await user.click(button('Record it'))
    expect(screen.getByText('Say who was chosen.')).toBeTruthy()
    await user.selectOptions(screen.getByLabelText('Who was chosen'), 'Blue Heron')
    await user.selectOptions(screen.getByLabelText('In place of'), 'Nadia')
    await user.click(screen.getByLabelText('All agreed'))
    await user.type(screen.getByLabelText('When you decided'), '2999-01-01')
    await user.click(button('Record it'))
    expect(screen.getByText(/This day is still to come/)).toBeTruthy()
    expect(server.acts).toEqual([])
    await user.clear(screen.getByLabelText('When you decided'))
    await user.type(screen.getByLabelText('When you decided'), '2026-01-05')
    await user.click(button('Record it'))
    await waitFor(() => expect(spoken()).toBe('It is recorded that Blue Heron was chosen.'))
    expect(server.acts).toMatchObject([
      {
        body: { candidateSeatId: HERON.id, replacesSeatId: NADIA.id, how: 'consensus', decidedOn: '2026-01-05' },
        key: expect.stringMatching(/^[0-9a-f]{32}$/) as string
      }
    ])
  })
})

describe('inviting', () => {
  const CREATE = `POST /api/workspaces/${WORKSPACE}/invitations`
  const MADE = {
    id: '0199a000-0000-4000-8000-000000000301',
    link: '/join/a-long-secret',
    code: 'ABCD-EFGH',
    expiresAt: '2027-01-01T00:00:00.000Z',
    mail: 'not_asked'
  }

  it('[UI-125] offers the roles one may invite, and says of the others why not, those of one reason together', async () => {
    await showInvitations()
    expect(screen.getAllByRole('radio').map((radio) => radio.closest('label')?.textContent)).toEqual(['citizen', 'observer'])
    expect(screen.getByText('national statistical office and other state actor:')).toBeTruthy()
    expect(screen.getByText('community delegate:')).toBeTruthy()
  })

  it('[UI-125] says beside the field what cannot be used, gives it the focus and sends nothing', async () => {
    const { server, user } = await showInvitations()
    await user.clear(screen.getByLabelText('How many people may use it?'))
    await user.type(screen.getByLabelText('How many people may use it?'), '501')
    await user.click(button('Make the invitation'))
    expect(screen.getByText('Choose as what they come.')).toBeTruthy()
    expect(screen.getByText('Write a whole number from 1 to 500.')).toBeTruthy()
    expect(document.activeElement).toBe(screen.getAllByRole('radio')[0])
    expect(server.acts).toEqual([])
  })

  it('[UI-374] whoever comes to invite the other side finds its kind chosen, where they may invite it', async () => {
    const roles = (['CIT', 'CSO', 'OSA', 'NSO'] as const).map((role) => ({ role, allowed: true, because: GRANTED }))
    const alone = { ...PEOPLE, members: [ME, HERON], invitable: roles }
    const chosen = () =>
      screen.getAllByRole<HTMLInputElement>('radio').flatMap((radio) => (radio.checked ? [radio.closest('label')?.textContent] : []))
    const DOOR = `GET /api/workspaces/${WORKSPACE}/people`
    await showInvitations({ [DOOR]: alone }, '?for=other-side')
    expect(chosen()).toEqual(['national statistical office'])
    cleanup()
    await showInvitations({ [DOOR]: { ...alone, members: OFFICE } }, '?for=other-side')
    expect(chosen()).toEqual(['civil society organisation'])
    cleanup()
    await showInvitations({ [DOOR]: alone })
    expect(chosen()).toEqual([])
  })

  it('[UI-375] an address is asked for only where mail can be sent', async () => {
    await showInvitations()
    expect(screen.queryByLabelText('Send it by e-mail (if you want)')).toBeNull()
    cleanup()
    await showInvitations({ [`GET /api/workspaces/${WORKSPACE}/invitations`]: { items: [], sendsMail: true } })
    expect(await screen.findByLabelText('Send it by e-mail (if you want)')).toBeTruthy()
  })

  it('[UI-126] shows link and code once, each with a button that copies it; sent again after a lost answer it makes one invitation', async () => {
    let isLost = true
    const { server, user } = await showInvitations({
      [CREATE]: () => {
        if (!isLost) return MADE
        isLost = false
        throw new TypeError('the line is gone')
      }
    })
    await user.click(screen.getByLabelText('observer'))
    await user.type(screen.getByLabelText('For which organisation or community?'), 'Arin Fund')
    await user.selectOptions(screen.getByLabelText('Kind of organisation'), 'Funder or development partner')
    await user.click(screen.getByLabelText('They pay for this initiative'))
    await user.click(button('Make the invitation'))
    expect((await screen.findByRole('alert')).textContent).toContain('The server does not answer.')
    await user.click(button('Make the invitation'))
    await waitFor(() => expect(document.activeElement?.textContent).toBe('The invitation is ready'))
    expect(screen.getByText('http://localhost/join/a-long-secret')).toBeTruthy()
    expect(screen.getByText('ABCD EFGH')).toBeTruthy()
    const [first, second] = server.acts
    expect(first).toMatchObject({
      body: { role: 'OBS', organisation: { name: 'Arin Fund', kind: 'funder' }, uses: 1, expiresInDays: 14, isFunder: true, mandate: null }
    })
    expect(second).toEqual(first)
    const print = jest.spyOn(window, 'print').mockImplementation(() => undefined)
    await user.click(button('Print'))
    expect(print).toHaveBeenCalledTimes(1)
    expect(screen.getByText('ABCD EFGH').closest('.no-print')).toBeNull()
    expect(screen.getByText('Invitations so far').closest('.no-print')).toBeTruthy()
    await user.click(button('Make another one'))
    expect(screen.queryByText('ABCD EFGH')).toBeNull()
  })

  it('[UI-126] lists what was made; withdrawing asks first', async () => {
    const invitation = { id: MADE.id, role: 'CIT', organisation: null, invitedBy: 'Tomás', uses: 5, usesLeft: 3, expiresAt: MADE.expiresAt }
    const { server, user } = await showInvitations({
      [`GET /api/workspaces/${WORKSPACE}/invitations`]: { items: [{ ...invitation, status: 'open', mayRevoke: true }], sendsMail: false },
      [`DELETE /api/invitations/${MADE.id}`]: null
    })
    expect(await screen.findByText('3 of 5 left')).toBeTruthy()
    await user.click(button('Withdraw the invitation: citizen'))
    expect(server.acts).toEqual([])
    await user.click(button('Withdraw it'))
    await waitFor(() => expect(spoken()).toBe('The invitation is withdrawn.'))
    expect(server.acts).toHaveLength(1)
  })
})
