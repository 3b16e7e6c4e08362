import { Refusal, SetAnswers, showPage } from '../../../../test/support/screen.js'
import { QueryClientProvider, useQuery } from '@tanstack/react-query'
import { cleanup, render, screen, waitFor } from '@testing-library/react'
import { Route, Routes, useLocation } from 'react-router'
import { SignedIn } from '../../app/signed-in.js'
import { createQueryClient, SESSION_KEY } from '../../lib/query-client.js'
import { keepInput } from '../../lib/kept-input.js'
import { NotTheirs, request } from '../../lib/request.js'
import { startSession, useSession } from './session.js'
import { SignInPage } from './sign-in-page.js'
import { useSignOut } from './use-sign-out.js'
import { SignOutDialog } from './sign-out-dialog.js'

const session = (handle: string) => ({
  person: {
    id: `0199a000-0000-7000-8000-${handle === 'mara' ? '000000000001' : '000000000002'}`,
    name: handle,
    handle,
    hasEmail: false,
    locale: 'en'
  },
  seats: [],
  rules: {},
  sampleData: false
})

function Page({ answer }: { readonly answer: () => Promise<string> }) {
  const { data } = useSession()
  const seen = useQuery({ queryKey: ['workspaces'], queryFn: answer, enabled: data?.person.handle === 'mara' })
  return <p>{`${data?.person.handle}: ${seen.data}`}</p>
}

/** The way in, and behind the door one page at every address. */
function Pages() {
  return (
    <>
      <At />
      <Routes>
        <Route path="/sign-in" element={<SignInPage />} />
        <Route element={<SignedIn />}>
          <Route path="*" element={<SignOut />} />
        </Route>
      </Routes>
    </>
  )
}

function At() {
  const { pathname, search } = useLocation()
  return <p data-testid="at">{pathname + search}</p>
}

function SignOut() {
  const signOut = useSignOut(session('mara'))
  return <button onClick={() => signOut.mutate([])}>Sign out of here</button>
}

/** A device that holds one copy of a document, which goes or is held by another tab. */
function deviceWhere(outcome: 'onsuccess' | 'onblocked'): void {
  const deleteDatabase = () => {
    const asked: Partial<Record<typeof outcome, () => void>> = {}
    setTimeout(() => asked[outcome]?.())
    return asked
  }
  Object.assign(globalThis, { indexedDB: { databases: () => Promise.resolve([{ name: 'roundtable/copy' }]), deleteDatabase } })
}

describe('a session', () => {
  it.each([
    ['says what is left', 'onsuccess', 'You are signed out. Nothing of yours is left on this device.'],
    ['does not say what is not so', 'onblocked', 'You are signed out.']
  ] as const)('[UI-262] that was ended on purpose leads to the plain way in, which %s', async (_what, outcome, sentence) => {
    let isIn = true
    deviceWhere(outcome)
    new SetAnswers({
      'GET /api/session': () => (isIn ? session('mara') : new Refusal(401, 'not_signed_in')),
      'DELETE /api/session': () => {
        isIn = false
        return {}
      },
      'GET /api/health': {}
    })
    const user = await showPage(<Pages />, { route: '*', at: '/documents/1?clause=2' })
    await user.click(await screen.findByText('Sign out of here'))
    expect(await screen.findByText(sentence)).toBeTruthy()
    expect(screen.getByTestId('at').textContent).toBe('/sign-in')
    cleanup()
    // One that ended by itself leads back, and says nothing of the kind.
    await showPage(<Pages />, { route: '*', at: '/documents/1?clause=2' })
    await screen.findByRole('heading', { name: 'Sign in' })
    expect(screen.getByTestId('at').textContent).toBe('/sign-in?next=%2Fdocuments%2F1%3Fclause%3D2')
    expect(screen.queryByText(/^You are signed out/)).toBeNull()
  })

  it('[SAVE-22] that somebody else has signed in over leaves the next nothing of the one before, an answer on its way included', async () => {
    let who = 'mara'
    const server = new SetAnswers({ 'GET /api/session': () => session(who) })
    const client = createQueryClient()
    let answer: (words: string) => void = () => undefined
    const late = new Promise<string>((resolve) => (answer = resolve))
    client.setQueryData(['document', 'one'], 'of Mara')
    keepInput(`${session('mara').person.id}/form`, 'of Mara')
    render(
      <QueryClientProvider client={client}>
        <Page answer={() => late} />
      </QueryClientProvider>
    )
    await screen.findByText('mara: undefined')
    expect(window.sessionStorage).toHaveLength(1)
    who = 'noor'
    await client.invalidateQueries({ queryKey: SESSION_KEY })
    await screen.findByText('noor: undefined')
    answer('of Mara')
    await waitFor(() => expect(server.asked.length).toBeGreaterThanOrEqual(2))
    await late
    expect(window.sessionStorage).toHaveLength(0)
    expect([client.getQueryData(['document', 'one']), client.getQueryData(['workspaces'])]).toEqual([undefined, undefined])
    expect(screen.getByText('noor: undefined')).toBeTruthy()
    client.clear()
  })

  it.each([
    ['with a line', 0, true],
    ['with a line, and words that would be lost', 2, true],
    ['without a line', 0, false]
  ])('[UI-263] is asked about before it is ended, and what is saved is said to stay: %s', async (_what, unsent, isOnline) => {
    jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(isOnline)
    await showPage(<SignOutDialog session={session('mara')} atStake={{ unsent, recovered: 0, tabs: [] }} onClose={() => undefined} />, {
      route: '*',
      at: '/'
    })
    expect(await screen.findByText('What shows as “Saved” stays with Roundtable.')).toBeTruthy()
    jest.restoreAllMocks()
  })

  it.each([
    ['an answer', { items: [] }],
    ['a refusal', new Refusal(401, 'not_signed_in')]
  ])('[UI-222] %s to what one person asked is given to nobody when another has signed in meanwhile', async (_what, late) => {
    let come: () => void = () => undefined
    const coming = new Promise<void>((resolve) => (come = resolve))
    new SetAnswers({ 'GET /api/sessions': late })
    const answered = globalThis.fetch
    globalThis.fetch = async (...asked) => {
      await coming
      return answered(...asked)
    }
    const asked = request('listSessions', {})
    const client = createQueryClient()
    await startSession(client, session('noor'))
    come()
    await expect(asked).rejects.toThrow(NotTheirs)
    globalThis.fetch = answered
    const own = request('listSessions', {})
    await (late instanceof Refusal ? expect(own).rejects.toMatchObject({ code: 'not_signed_in' }) : expect(own).resolves.toEqual(late))
    client.clear()
  })
})
