import { Refusal, SetAnswers, showPage } from '../../../../test/support/screen.js'
import { act, cleanup, screen, waitFor, within } from '@testing-library/react'
import { Route, Routes } from 'react-router'
import { OfflineBanner } from '../../app/offline-banner.js'
import { SignedIn } from '../../app/signed-in.js'
import { keepInput } from '../../lib/kept-input.js'
import { noteAnswer } from '../../lib/line.js'
import { isEndOwed } from '../../lib/owed-end.js'
import { useSession } from './session.js'
import { SignInPage } from './sign-in-page.js'
import { SignOutDialog } from './sign-out-dialog.js'
import { useThisDevice } from './use-this-device.js'

const MARA = {
  person: { id: '0199a000-0000-7000-8000-000000000001', name: 'Mara', handle: 'mara', hasEmail: false, locale: 'en' },
  seats: [],
  rules: {},
  sampleData: false
}
const ENDED_LATER =
  'You are signed out on this device. Its session ends at the server as soon as this page has a network: leave it open, or end the session from another device.'

function Pages() {
  const { data } = useSession()
  useThisDevice(data)
  return (
    <>
      <OfflineBanner isSomebody={Boolean(data)} />
      {data && <SignOutDialog session={data} atStake={{ unsent: 2, recovered: 0, tabs: [] }} onClose={() => undefined} />}
      <Routes>
        <Route path="/sign-in" element={<SignInPage />} />
        <Route element={<SignedIn />}>
          <Route path="*" element={<p>Behind the door</p>} />
        </Route>
      </Routes>
    </>
  )
}

describe('signing out without a line', () => {
  let hasLine: boolean
  let isIn: boolean
  let isAble: boolean
  let server: SetAnswers

  beforeEach(() => {
    hasLine = true
    isIn = true
    isAble = true
    noteAnswer(true)
    Object.assign(globalThis, { indexedDB: { databases: () => Promise.resolve([]), deleteDatabase: () => ({}) } })
    server = new SetAnswers({
      'GET /api/session': () => (isIn ? MARA : new Refusal(401, 'not_signed_in')),
      'DELETE /api/session': () => {
        if (!isIn) return new Refusal(401, 'not_signed_in')
        if (!isAble) return new Refusal(503, 'database_unavailable')
        isIn = false
        return {}
      },
      'POST /api/session': () => MARA,
      'GET /api/health': {}
    })
    const answered = globalThis.fetch
    globalThis.fetch = (...asked) => (hasLine ? answered(...asked) : Promise.reject(new TypeError('no line')))
  })
  afterEach(() => {
    cleanup()
    window.localStorage.clear()
    window.sessionStorage.clear()
  })

  const start = () => showPage(<Pages />, { route: '*', at: '/initiatives' })
  const sessionAsked = () => server.asked.map(({ operation }) => operation).filter((operation) => operation.endsWith('/api/session'))

  async function leave(): Promise<void> {
    const user = await start()
    await screen.findByText('Behind the door')
    keepInput(`${MARA.person.id}/form`, 'of Mara')
    window.localStorage.setItem(`roundtable.unsaved.seat/doc/1`, JSON.stringify({ documentId: 'doc', title: 'Of Mara', unsent: 2 }))
    hasLine = false
    await user.click(await screen.findByRole('button', { name: 'Sign out and lose it' }))
    await screen.findByText(ENDED_LATER)
  }

  it('[UI-445] what would be lost is said first, and what loses nothing is the first button', async () => {
    await start()
    await screen.findByText('Behind the door')
    const lose = await screen.findByRole('button', { name: 'Sign out and lose it' })
    const dialog = lose.closest<HTMLElement>('[role=alertdialog]')!
    expect(
      within(dialog)
        .getAllByRole('button')
        .map(({ textContent }) => textContent)
    ).toEqual(['Stay signed in', 'Sign out and lose it'])
    expect(dialog.textContent).toMatch(/^Sign out\?2 changes are only on this device/)
  })

  it('[ID-80] takes everything of the person off the device at once, and remembers only that a session is to be ended', async () => {
    await leave()
    expect(screen.queryByText('Behind the door')).toBeNull()
    await waitFor(() => expect(window.sessionStorage).toHaveLength(0))
    const left = Object.entries({ ...window.localStorage }).filter(([, value]) => value !== '')
    expect(left).toEqual([['roundtable.endOwed', 'yes']])
  })

  it.each([
    ['cannot end the session', () => (isAble = false), [true, true]],
    ['has ended it before', () => (isIn = false), [false, false]]
  ])('[ID-80] nobody is held here by a server that %s', async (_what, happens, ended) => {
    const user = await start()
    await screen.findByText('Behind the door')
    happens()
    await user.click(await screen.findByRole('button', { name: 'Sign out and lose it' }))
    await waitFor(() => expect(screen.queryByText('Behind the door')).toBeNull())
    expect([isIn, isEndOwed()]).toEqual(ended)
  })

  it('[ID-81] and opened again it shows nothing as that person: the session is ended before anything is read with it', async () => {
    await leave()
    cleanup()
    await start()
    await screen.findByText(ENDED_LATER)
    expect(screen.queryByText('Behind the door')).toBeNull()

    cleanup()
    hasLine = true
    server.asked.length = 0
    noteAnswer(true)
    await start()
    await screen.findByText('You are signed out.')
    expect(sessionAsked().slice(0, 2)).toEqual(['DELETE /api/session', 'GET /api/session'])
    expect([isIn, isEndOwed(), screen.queryByText('Behind the door')]).toEqual([false, false, null])
  })

  it('[ID-81] is ended on the page that stays open as soon as there is a line', async () => {
    await leave()
    hasLine = true
    act(() => noteAnswer(true))
    await waitFor(() => expect([isIn, isEndOwed()]).toEqual([false, false]))
    expect(screen.queryByText(ENDED_LATER)).toBeNull()
  })

  it('[ID-82] whoever signs in next has the session before ended first, and is told that nothing was done where there is no line', async () => {
    await leave()
    cleanup()
    const user = await start()
    await user.type(await screen.findByLabelText('User name or e-mail'), 'noor')
    await user.type(screen.getByLabelText('Password'), 'seven herons crossing')
    await user.click(screen.getByRole('button', { name: 'Sign in' }))
    expect((await screen.findByRole('alert')).textContent).toContain('The server cannot be reached, and nothing was done.')
    hasLine = true
    server.asked.length = 0
    await user.click(screen.getByRole('button', { name: 'Sign in' }))
    await waitFor(() => expect(server.acts.map(({ operation }) => operation)).toEqual(['DELETE /api/session', 'POST /api/session']))
  })

  it('[UI-420] nothing on the page says any more that what was typed is safe on this device', async () => {
    await leave()
    expect(screen.getByText('The server does not answer.')).toBeTruthy()
    expect(document.body.textContent).not.toMatch(/stays on this device|safe on this device/)
  })
})
