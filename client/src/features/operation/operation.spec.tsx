import { HEALTH_FINDINGS, MAIL_OUTCOMES, SET_UP_STEPS, type SetUpView } from '@roundtable/shared/protocol'
import { screen, waitFor } from '@testing-library/react'
import en from '../../locales/en.json'
import { Refusal, SetAnswers, showPage } from '../../../../test/support/screen.js'
import { HealthPage } from './health/health-page.js'
import { addressFinding } from './set-up/address-facts.js'
import { isLocked, nextStep } from './set-up/is-locked.js'
import { SetUpPages } from './set-up/set-up-pages.js'

const ME = {
  person: { id: '0199a000-0000-4000-8000-000000000009', name: 'Asel', handle: 'asel', hasEmail: false, locale: 'en' },
  seats: [],
  rules: {},
  sampleData: false,
  isOperator: true
}
const view = (done: readonly string[] = [], more: Partial<SetUpView> = {}): SetUpView => ({
  steps: SET_UP_STEPS.map((step) => ({ step, isDone: done.includes(step) })),
  hasOperator: done.includes('operator'),
  language: null,
  country: null,
  mail: null,
  publicUrl: null,
  sample: { isLoaded: false, opensByClick: false },
  ...more
})
const GET = 'GET /api/set-up'
const ROUTE = '/setup/:step?'
const catalogue: Readonly<Record<string, string>> = en

describe('the words of these pages', () => {
  it('[UI-240] every finding has a sentence, and what is not good another that says what to do', () => {
    const keys = Object.entries(HEALTH_FINDINGS).flatMap(([check, findings]) => [
      `health.${check}`,
      ...Object.entries(findings).flatMap(([finding, state]) => [
        `health.${check}.${finding}`,
        ...(state === 'good' ? [] : [`health.${check}.${finding}.fix`])
      ])
    ])
    const socket = ['passes', 'blocked', 'blocked.fix', 'elsewhere', 'elsewhere.fix', 'hung', 'hung.fix'].map(
      (finding) => `health.socket.${finding}`
    )
    const mails = MAIL_OUTCOMES.map((outcome) => `setUp.mail.${outcome}`)
    const steps = SET_UP_STEPS.map((step) => `setUp.step.${step}`)
    expect([...keys, ...socket, ...mails, ...steps].filter((key) => !Object.hasOwn(catalogue, key))).toEqual([])
  })
})

describe('the pages of the set-up', () => {
  it('[UI-241] the next page is the first that is not done and can be opened: the last three wait for the operator', () => {
    expect(nextStep(view())).toBe('place')
    expect(nextStep(view(['place']))).toBe('operator')
    expect(nextStep(view(['operator', 'address']))).toBe('place')
    expect(nextStep(view(['place', 'operator', 'mail', 'sample']))).toBe('address')
    expect(nextStep(view(SET_UP_STEPS))).toBeNull()
    expect(SET_UP_STEPS.filter((step) => isLocked(step, view()))).toEqual(['mail', 'address', 'sample'])
    expect(SET_UP_STEPS.filter((step) => isLocked(step, view(['operator'])))).toEqual(['operator'])
  })

  it('[UI-242] the printed address is exchanged at once, and where nothing is to be set up it is said what to do', async () => {
    const server = new SetAnswers({ 'POST /api/set-up/enter': new Refusal(404, 'not_found'), [GET]: new Refusal(404, 'not_found') })
    await showPage(<SetUpPages />, { route: ROUTE, at: '/setup?token=abc' })
    await screen.findByRole('heading', { level: 1, name: 'There is nothing to set up here' })
    expect(server.acts.map(({ body }) => body)).toEqual([{ token: 'abc' }])
    expect(screen.getByText(/set-up-link/)).toBeTruthy()
  })

  it('[UI-242] too many tries say how long to wait', async () => {
    new SetAnswers({
      'POST /api/set-up/enter': new Refusal(429, 'sign_in_throttled', { seconds: 15 }),
      [GET]: new Refusal(404, 'not_found')
    })
    await showPage(<SetUpPages />, { route: ROUTE, at: '/setup?token=abc' })
    expect((await screen.findByRole('alert')).textContent).toContain('15')
  })

  it('[UI-243] what was typed for the operator stays when it is refused, the reason stands at its field, and the phrase has to be kept', async () => {
    const made = jest.fn<unknown, []>()
    made.mockReturnValueOnce(new Refusal(409, 'name_taken')).mockReturnValue({ ...ME, phrase: 'one two three four five six' })
    const server = new SetAnswers({
      [GET]: view(['place']),
      'POST /api/set-up/operator': made,
      'PUT /api/set-up/steps': view(['place', 'operator'])
    })
    const user = await showPage(<SetUpPages />, { route: ROUTE, at: '/setup/operator' })
    await user.click(await screen.findByRole('button', { name: 'Make this account' }))
    expect(screen.getByLabelText('Your name').getAttribute('aria-invalid')).toBe('true')
    expect(server.acts).toEqual([])
    await user.type(screen.getByLabelText('Your name'), 'Asel')
    await user.type(screen.getByLabelText('User name'), 'asel')
    await user.type(screen.getByLabelText('Password'), 'seven herons crossing')
    await user.click(screen.getByRole('button', { name: 'Make this account' }))
    await screen.findByText('Somebody already uses this name. Choose another.')
    expect(screen.getByLabelText<HTMLInputElement>('Your name').value).toBe('Asel')
    expect(document.activeElement).toBe(screen.getByLabelText('User name'))
    await user.type(screen.getByLabelText('User name'), '-2')
    await user.click(screen.getByRole('button', { name: 'Make this account' }))
    await screen.findByText('one two three four five six')
    await user.click(screen.getByRole('button', { name: 'Go on' }))
    expect(screen.getByText('First print it or write it down, then tick the box.')).toBeTruthy()
    await user.click(screen.getByLabelText('I have printed it or written it down'))
    expect(window.dispatchEvent(new Event('beforeunload', { cancelable: true }))).toBe(true)
    await user.click(screen.getByRole('button', { name: 'Go on' }))
    await waitFor(() => expect(server.acts.at(-1)?.body).toEqual({ step: 'operator' }))
  })

  it('[UI-376] a user name that cannot be used is told in the words of its hint, at once with what is wrong with the password', async () => {
    const fields = [
      { field: 'handle', reason: 'letters, digits and . _ + - only, and no e-mail address' },
      { field: 'password', reason: 'This is among the passwords that are tried first: choose another' }
    ]
    new SetAnswers({ [GET]: view(['place']), 'POST /api/set-up/operator': new Refusal(400, 'bad_input', {}, fields) })
    const user = await showPage(<SetUpPages />, { route: ROUTE, at: '/setup/operator' })
    await user.type(await screen.findByLabelText('Your name'), 'Asel')
    await user.type(screen.getByLabelText('User name'), 'as')
    await user.type(screen.getByLabelText('Password'), 'password123')
    await user.click(screen.getByRole('button', { name: 'Make this account' }))
    await screen.findByText('This is among the passwords that are tried first: choose another')
    const rule = 'At least 3 characters: letters, digits and . _ + - only, and no e-mail address.'
    expect(screen.getByText(rule)).toBeTruthy()
    expect(catalogue['setUp.handleHint']).toContain(rule)
    for (const key of ['join.handleHint', 'join.wrong.handle']) expect(catalogue[key]).toContain(rule)
    for (const key of ['setUp.handle', 'join.handle', 'keep.handle']) expect(catalogue[key]).toBe('User name')
    expect(catalogue['signIn.name']).toBe('User name or e-mail')
  })

  it('[UI-372] where the phrase was told and nobody said that they keep it, the page is to do and makes another one for the password', async () => {
    const renewed = jest.fn<unknown, []>()
    renewed.mockReturnValueOnce(new Refusal(401, 'wrong_credentials')).mockReturnValue({ newPhrase: 'six five four three two one' })
    const server = new SetAnswers({
      [GET]: view(['place'], { hasOperator: true }),
      'GET /api/session': ME,
      'POST /api/session/phrase': renewed,
      'PUT /api/set-up/steps': view(['place', 'operator'])
    })
    const user = await showPage(<SetUpPages />, { route: ROUTE, at: '/setup/operator' })
    await screen.findByRole('button', { name: 'I have it on paper' })
    await user.type(screen.getByLabelText('Your password'), 'seven herons')
    await user.click(screen.getByRole('button', { name: 'Make a new phrase' }))
    await screen.findByText('This is not your password.')
    expect(document.activeElement).toBe(screen.getByLabelText('Your password'))
    await user.type(screen.getByLabelText('Your password'), ' crossing')
    await user.click(screen.getByRole('button', { name: 'Make a new phrase' }))
    await screen.findByText('six five four three two one')
    expect(screen.getByText('asel')).toBeTruthy()
    await user.click(screen.getByLabelText('I have printed it or written it down'))
    await user.click(screen.getByRole('button', { name: 'Go on' }))
    await waitFor(() => expect(server.acts.at(-1)?.body).toEqual({ step: 'operator' }))
    expect(server.acts.map(({ body }) => body)).toContainEqual({ password: 'seven herons crossing' })
    await screen.findByRole('heading', { level: 1, name: 'Mail' })
  })

  it('[UI-370] a country is chosen by a few letters and Enter, and changed by others; what is none is sent nowhere', async () => {
    const server = new SetAnswers({ [GET]: view(), 'PUT /api/set-up/place': view(['place']) })
    const user = await showPage(<SetUpPages />, { route: ROUTE, at: '/setup/place' })
    const country = await screen.findByRole<HTMLInputElement>('combobox', { name: /Country/ })
    await user.type(country, 'Keny{Enter}')
    await waitFor(() => expect(country.value).toBe('Kenya'))
    await user.clear(country)
    await user.type(country, 'Uganda')
    await user.tab()
    expect(country.value).toBe('Uganda')
    await user.clear(country)
    await user.type(country, 'ugand{Enter}')
    await waitFor(() => expect(country.value).toBe('Uganda'))
    await user.type(country, 'x{Enter}{Enter}')
    expect([country.value, server.acts]).toEqual(['Ugandax', []])
    await user.type(country, '{Backspace}{Enter}')
    await user.click(screen.getByRole('button', { name: 'Save and go on' }))
    await waitFor(() => expect(server.acts.map(({ body }) => body)).toEqual([{ language: 'en', country: 'UG' }]))
  })

  it('[UI-244] without a mail server it is said what works without; what became of a tried mail is said plainly', async () => {
    new SetAnswers({ [GET]: view(['place', 'operator']) })
    await showPage(<SetUpPages />, { route: ROUTE, at: '/setup/mail' })
    await screen.findByText(/Roundtable sends no mail here/)
    expect(screen.queryByLabelText('Send one mail to')).toBeNull()
  })

  it('[UI-244] a mail that was not taken is told with what to do, and the address stays in its field', async () => {
    new SetAnswers({
      [GET]: view(['place', 'operator'], { mail: { server: 'mail.example', from: 'post@example.org' } }),
      'POST /api/set-up/mail': { outcome: 'login_refused' }
    })
    const user = await showPage(<SetUpPages />, { route: ROUTE, at: '/setup/mail' })
    await user.type(await screen.findByLabelText('Send one mail to'), 'asel@example.org')
    await user.click(screen.getByRole('button', { name: 'Send it' }))
    expect((await screen.findByRole('alert')).textContent).toContain('does not take the login')
    expect(screen.getByLabelText<HTMLInputElement>('Send one mail to').value).toBe('asel@example.org')
  })

  it.each([
    [null, 'http://127.0.0.1:3000', true, 'thisMachine'],
    [null, 'http://192.168.1.4:3000', false, 'unset'],
    ['https://a.example', 'https://b.example', true, 'another'],
    ['http://localhost:3000', 'http://localhost:3000', true, 'thisMachine'],
    ['http://192.168.1.4:3000', 'http://192.168.1.4:3000', false, 'plain'],
    ['https://a.example', 'https://a.example', true, 'good']
  ])('[UI-245] told %s and opened at %s, the address is said to be as it is', (publicUrl, origin, isSecure, finding) => {
    expect(addressFinding(publicUrl, { origin, isSecure })).toBe(finding)
    expect(Object.hasOwn(catalogue, `setUp.address.${finding}`)).toBe(true)
  })

  it.each([
    [null, 'Seen: still to look at'],
    ['http://localhost:3000', 'Seen: still to look at'],
    ['http://192.168.1.4:3000', 'Done']
  ])(
    '[UI-245][OPS-50] the page of the address is not done, and not counted as done, while others cannot open it: told %s, it is “%s”',
    async (publicUrl, state) => {
      new SetAnswers({ [GET]: view(['place', 'operator', 'address'], { publicUrl }) })
      await showPage(<SetUpPages />, { route: ROUTE, at: '/setup' })
      const line = (await screen.findByRole('link', { name: 'Address and certificate' })).closest('li')
      expect(line?.textContent).toContain(state)
      expect(screen.getByText(state === 'Done' ? '3 of 5 done.' : '2 of 5 done.')).toBeTruthy()
    }
  )

  it('[UI-246] before the sample country is loaded it is said that this cannot be undone; a choice has to be made', async () => {
    const server = new SetAnswers({ [GET]: view(['place', 'operator', 'mail', 'address']), 'PUT /api/set-up/sample': view(SET_UP_STEPS) })
    const user = await showPage(<SetUpPages />, { route: ROUTE, at: '/setup/sample' })
    await screen.findByText(/cannot be undone/)
    await user.click(screen.getByRole('button', { name: 'Save and go on' }))
    expect(server.acts).toEqual([])
    await user.click(screen.getByLabelText('Leave it out'))
    await user.click(screen.getByRole('button', { name: 'Save and go on' }))
    await waitFor(() => expect(server.acts.map(({ body }) => body)).toEqual([{ load: false }]))
  })
})

/** A socket of the browser that does what the test says. */
class SetSocket {
  static doing: 'speak' | 'fail' = 'speak'
  onmessage: (() => void) | null = null
  onerror: (() => void) | null = null
  onclose: (() => void) | null = null
  constructor(readonly url: string) {
    queueMicrotask(() => (SetSocket.doing === 'speak' ? this.onmessage?.() : this.onerror?.()))
  }
  close(): void {
    this.onclose?.()
  }
}

describe('the health page', () => {
  const HEALTH = 'GET /api/operation/health'
  const NEVER = { check: 'backup', finding: 'never', state: 'attention', args: { line: 'DATA_DIR=/data admin backup today' } }
  const WELL = { check: 'database', finding: 'answers', state: 'good', args: { ms: 1, version: '17.5' } }
  beforeEach(() => {
    SetSocket.doing = 'speak'
    Object.assign(globalThis, { WebSocket: SetSocket })
  })
  const show = () => showPage(<HealthPage />, { route: '/health', at: '/health' })
  const names = () => screen.getAllByRole('heading', { level: 2 }).map((heading) => heading.textContent)

  it('[UI-247] shows the gravest first, each with a word, a sentence and what to do; the browser tries a WebSocket itself', async () => {
    SetSocket.doing = 'fail'
    new SetAnswers({ [HEALTH]: { asOf: '2026-11-29T12:00:00.000Z', rows: [WELL, NEVER] } })
    await show()
    await screen.findByText('One thing needs you now. One more to look at.')
    expect(names()).toEqual(['Live connection from this browser', 'Last backup', 'Database'])
    expect(screen.getByText('DATA_DIR=/data admin backup today')).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Copy the line' })).toBeTruthy()
    expect(screen.getByText('Good')).toBeTruthy()
    expect(screen.getByText(/^As of 29/)).toBeTruthy()
  })

  it('[OPS-47] the lines that back up and restore are there also after a backup, each with what it is for', async () => {
    const args = {
      at: '2026-11-29T08:00:00.000Z',
      days: 0,
      line: 'DATA_DIR=/data admin backup today',
      restore: 'DATA_DIR=/data admin restore day'
    }
    new SetAnswers({
      [HEALTH]: { asOf: '2026-11-29T12:00:00.000Z', rows: [WELL, { check: 'backup', finding: 'recent', state: 'good', args }] }
    })
    await show()
    await screen.findByText(/^Made today/)
    for (const line of [args.line, args.restore]) expect(screen.getByText(line)).toBeTruthy()
    expect(screen.getByText(/^This line makes the next one. Run it every day by a timer/)).toBeTruthy()
    expect(screen.getByText(/^To bring one back: stop Roundtable/)).toBeTruthy()
    for (const name of ['Copy the line', 'Copy the line that restores']) expect(screen.getByRole('button', { name })).toBeTruthy()
  })

  it('[OPS-48] one role for everything is to be looked at, and the row says how to give it another', async () => {
    const rows = [{ ...WELL, finding: 'oneRole', state: 'attention' }]
    new SetAnswers({ [HEALTH]: { asOf: '2026-11-29T12:00:00.000Z', rows } })
    await show()
    expect((await screen.findByText(/^Make a second role that may only connect/)).textContent).toContain('DATABASE_OWNER_URL')
  })

  it('[UI-371] opened at another address than Roundtable goes by, says so, and not that WebSockets do not come through', async () => {
    SetSocket.doing = 'fail'
    const rows = [WELL, { check: 'address', finding: 'plain', state: 'attention', args: { address: 'http://192.168.1.4:3000' } }]
    new SetAnswers({ [HEALTH]: { asOf: '2026-11-29T12:00:00.000Z', rows } })
    await show()
    await screen.findByText(/^This Roundtable is now at http:\/\/192\.168\.1\.4:3000, and you opened http:\/\/localhost\./)
    const there = screen.getByRole<HTMLAnchorElement>('link', { name: 'http://192.168.1.4:3000' })
    expect(there.href).toBe('http://192.168.1.4:3000/')
    expect(screen.queryByText(/do not come through/)).toBeNull()
  })

  it('[UI-248] looks again when asked to, and says how it is now', async () => {
    const rows = jest.fn<unknown, []>()
    rows
      .mockReturnValueOnce({ asOf: '2026-11-29T12:00:00.000Z', rows: [NEVER] })
      .mockReturnValue({ asOf: '2026-11-29T12:05:00.000Z', rows: [WELL] })
    new SetAnswers({ [HEALTH]: rows })
    const user = await show()
    await screen.findByText('One thing to look at.')
    await user.click(screen.getByRole('button', { name: 'Check again' }))
    // On the page, and to whoever listens.
    await waitFor(() => expect(screen.getAllByText(/^All is well\./)).toHaveLength(2))
  })

  it('[UI-248] a database that is away is a row, for the server cannot say anything else', async () => {
    new SetAnswers({ [HEALTH]: new Refusal(503, 'database_unavailable') })
    await show()
    await screen.findByText('The database does not answer. What people type stays on their devices.')
    expect(names()).toEqual(['Database', 'Live connection from this browser'])
  })

  it('[UI-247] what this build does not know is said to be so', async () => {
    new SetAnswers({ [HEALTH]: { asOf: '2026-11-29T12:00:00.000Z', rows: [{ check: 'new', finding: 'odd', state: 'good', args: {} }] } })
    await show()
    await screen.findByText('This page is older than the server and has no words for it. Load it anew.')
    expect(names()).toEqual(['Something else', 'Live connection from this browser'])
  })
})
