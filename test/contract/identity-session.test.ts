import type { Problem } from '@roundtable/shared/error'
import type { SessionView, WhoAmI } from '@roundtable/shared/protocol'
import request from 'supertest'
import { IdentityCleaning } from '../../server/src/identity/identity-cleaning.js'
import { PersonService, SessionService } from '../../server/src/identity/index.js'
import { newSecret } from '../../server/src/platform/tokens.js'
import { BrowserSession, createPerson } from '../support/browser-session.js'
import { TestServer } from '../support/server.js'

const ABSENT = '01999999-9999-7999-8999-999999999999'

let server: TestServer
let noor: string
beforeAll(async () => (server = await TestServer.start()))
afterAll(() => server.close())
beforeEach(async () => {
  noor = (await createPerson(server)).id
  await createPerson(server, { handle: 'amadou', name: 'Amadou' })
})
afterEach(() => server.pool.query('delete from sign_in_attempt; delete from person'))

const FIREFOX = 'Mozilla/5.0 (Android 14; Mobile; rv:128.0) Gecko/128.0 Firefox/128.0'

async function signedIn(name = 'noor', headers: Record<string, string> = {}): Promise<BrowserSession> {
  const browser = new BrowserSession(server, headers)
  expect((await browser.signIn(name)).status).toBe(200)
  return browser
}

const sessionsOf = async (browser: BrowserSession) => ((await browser.get('/api/sessions')).body as { items: SessionView[] }).items
const statusOf = async (browser: BrowserSession) => (await browser.get('/api/session')).status

interface SessionRow {
  id: string
  expires_at: Date
  last_seen_at: Date
  in_days: number
}
/** The only session of Noor. */
async function row(): Promise<SessionRow> {
  const { rows } = await server.pool.query<SessionRow>(
    `select *, (extract(epoch from expires_at - now()) / 86400)::float as in_days
     from session where person_id = $1 and ended_at is null`,
    [noor]
  )
  expect(rows).toHaveLength(1)
  return rows[0]!
}
const accessNumber = async () =>
  (await server.pool.query<{ number: number }>('select number from access_scope where scope_id = $1', [noor])).rows[0]!.number
/** As if so much time had passed since everything that happened to Noor's sessions. */
const age = (interval: string) =>
  server.pool.query(
    `update session set created_at = created_at - $2::interval, last_seen_at = last_seen_at - $2::interval, expires_at = expires_at - $2::interval where person_id = $1`,
    [noor, interval]
  )

describe('the cookie', () => {
  it.each([
    [null, false],
    ['http://table.example.org', false],
    ['https://table.example.org', true]
  ])('[ID-20] is closed to scripts and other sites, and with PUBLIC_URL %s is Secure: %s', async (publicUrl, isSecure) => {
    const node = await TestServer.start({ publicUrl }, server.database)
    const answer = await new BrowserSession(node).signIn('noor')
    const [name, ...attributes] = answer.get('Set-Cookie')![0]!.split('; ')
    expect(name).toMatch(/^rt_session=[\w-]{43}$/)
    expect(attributes.filter((each) => !each.startsWith('Expires')).toSorted()).toEqual(
      ['HttpOnly', 'Max-Age=7776000', 'Path=/', 'SameSite=Lax', ...(isSecure ? ['Secure'] : [])].toSorted()
    )
    await node.close({ keepsDatabase: true })
  })

  it('[ID-21] is not kept by the server: only its keyed hash is, which opens nothing', async () => {
    const browser = await signedIn()
    const { rows } = await server.pool.query<{ token_hash: Buffer; all: string }>('select token_hash, s::text as all from session s')
    expect(rows[0]!.all).not.toContain(browser.token)
    browser.token = rows[0]!.token_hash.toString('base64url')
    expect(await statusOf(browser)).toBe(401)
    expect(rows[0]!.all).not.toMatch(/127\.0\.0\.1|::1/)
  })

  it('[ID-22] tampered with, cut short, made up or empty signs nobody in', async () => {
    const browser = await signedIn()
    const token = browser.token!
    const flipped = (token.startsWith('A') ? 'B' : 'A') + token.slice(1)
    for (const value of [
      flipped,
      token.slice(0, -1),
      `${token}A`,
      `${token} `.repeat(2),
      newSecret(),
      '',
      '*'.repeat(43),
      `s:${token}`,
      token.toUpperCase(),
      '%00'
    ]) {
      const answer = await request(server.url).get('/api/session').set('Cookie', `rt_session=${value}`)
      expect([value, answer.status, (answer.body as Problem).code]).toEqual([value, 401, 'not_signed_in'])
    }
    expect(await statusOf(browser)).toBe(200)
  })

  it('[ID-22] counts for nothing where two different ones come together: one of them was planted', async () => {
    const [own, planted] = [await signedIn(), await signedIn('amadou')]
    const get = (cookie: string) => request(server.url).get('/api/session').set('Cookie', cookie)
    expect((await get(`${planted.cookie}; ${own.cookie}`)).status).toBe(401)
    expect((await get(`${own.cookie}; ${planted.cookie}`)).status).toBe(401)
    expect((await get(`theme=dark; ${own.cookie}; xrt_session=1`)).status).toBe(200)
  })
})

describe('signing in anew', () => {
  it('[ID-23] never takes over a token that was there before, and ends it (fixation)', async () => {
    const planted = newSecret()
    const victim = new BrowserSession(server)
    victim.token = planted
    expect((await victim.signIn('noor')).status).toBe(200)
    expect(victim.token).not.toBe(planted)
    const attacker = new BrowserSession(server)
    attacker.token = planted
    expect(await statusOf(attacker)).toBe(401)
  })

  it('[ID-23] ends the session the browser held, of whomever; an attacker’s own one planted in a browser is worth nothing afterwards', async () => {
    const attacker = await signedIn('amadou')
    const victim = new BrowserSession(server)
    victim.token = attacker.token
    expect((await victim.signIn('noor')).status).toBe(200)
    expect(((await victim.get('/api/session')).body as WhoAmI).person.name).toBe('Noor')
    expect(await statusOf(attacker)).toBe(401)
  })

  it('[ID-23] leaves the session as it is when the password was wrong, and sessions of other browsers when it was right', async () => {
    const [phone, laptop] = [await signedIn(), await signedIn()]
    expect((await phone.signIn('noor', 'a wrong guess')).status).toBe(401)
    expect([await statusOf(phone), await statusOf(laptop)]).toEqual([200, 200])
    await phone.signIn('noor')
    expect(await statusOf(laptop)).toBe(200)
    expect(await sessionsOf(phone)).toHaveLength(2)
  })
})

describe('the end', () => {
  it('[ID-24] signing out ends the session on the server and takes the cookie; a copy of it is worth nothing', async () => {
    const browser = await signedIn()
    const copy = new BrowserSession(server)
    copy.token = browser.token
    const answer = await browser.delete('/api/session')
    expect([answer.status, browser.token]).toEqual([204, null])
    expect([await statusOf(copy), (await copy.delete('/api/session')).status]).toEqual([401, 401])
  })

  it('[ID-24] of a session raises the person’s access number, so that open connections are decided again', async () => {
    const browser = await signedIn()
    const before = await accessNumber()
    await browser.delete('/api/session')
    expect(await accessNumber()).toBeGreaterThan(before)
  })

  it('[ID-25] comes after 30 days without a visit, by the clock of the database', async () => {
    const browser = await signedIn()
    await age('29 days 23 hours')
    expect(await statusOf(browser)).toBe(200)
    await age('30 days 1 minute')
    expect(await statusOf(browser)).toBe(401)
    expect((await browser.delete('/api/session')).status).toBe(401)
  })

  it('[ID-25] moves on with visits, but not beyond 90 days', async () => {
    const browser = await signedIn()
    expect((await row()).in_days).toBeCloseTo(30, 1)
    for (const [passed, left] of [
      ['20 days', 30],
      ['20 days', 30],
      ['20 days', 30],
      ['20 days', 10],
      ['9 days', 1]
    ] as const) {
      await age(passed)
      expect(await statusOf(browser)).toBe(200)
      expect((await row()).in_days).toBeCloseTo(left, 1)
    }
    await age('1 day 1 minute')
    expect(await statusOf(browser)).toBe(401)
  })

  it('[ID-26] writes a visit down at most once a minute, the expiry at most once a day, and raises the access number only for the latter', async () => {
    const browser = await signedIn()
    const first = await row()
    await browser.get('/api/session')
    expect((await row()).last_seen_at).toEqual(first.last_seen_at)
    await age('61 seconds')
    const before = await accessNumber()
    const aged = await row()
    await Promise.all(Array.from({ length: 10 }, () => browser.get('/api/session')))
    const seen = await row()
    expect([seen.expires_at, await accessNumber()]).toEqual([aged.expires_at, before])
    expect(seen.last_seen_at.getTime()).toBeGreaterThan(aged.last_seen_at.getTime())
    await age('25 hours')
    const raised = await accessNumber()
    await Promise.all(Array.from({ length: 10 }, () => browser.get('/api/session')))
    expect(await accessNumber()).toBe(raised + 1)
  })

  it('[ID-27] comes with suspension, for every session at once, and does not pass when that is lifted', async () => {
    const [phone, laptop] = [await signedIn(), await signedIn()]
    await server.app.nest.get(PersonService).suspend(noor)
    expect([await statusOf(phone), await statusOf(laptop)]).toEqual([401, 401])
    await server.pool.query('update person set is_suspended = false where id = $1', [noor])
    expect(await statusOf(phone)).toBe(401)
  })

  it('[ID-27] comes with suspension even where only the person’s row says so', async () => {
    const browser = await signedIn()
    await server.pool.query('update person set is_suspended = true where id = $1', [noor])
    expect(await statusOf(browser)).toBe(401)
    expect(await server.app.nest.get(SessionService).authenticate(browser.cookie)).toBeNull()
  })

  it('[ID-28] is forgotten a week later; living sessions stay', async () => {
    const [living, ended, expired] = [await signedIn(), await signedIn(), await signedIn()]
    await ended.delete('/api/session')
    await server.pool.query(`update session set ended_at = now() - interval '8 days' where ended_at is not null`)
    await server.pool.query(`update session set expires_at = now() - interval '8 days' where id = $1`, [
      (await sessionsOf(expired)).find((each) => each.isThisOne)!.id
    ])
    expect((await server.app.nest.get(IdentityCleaning).clean()).sessions).toBe(2)
    expect(await statusOf(living)).toBe(200)
  })
})

describe('the list', () => {
  it('[ID-29] shows one’s own living sessions, the device in a few words, and which one this is', async () => {
    const phone = await signedIn('noor', { 'User-Agent': FIREFOX })
    const laptop = await signedIn('noor', { 'User-Agent': '<script>alert(1)</script>' })
    await signedIn('amadou')
    await (await signedIn()).delete('/api/session')
    const items = await sessionsOf(phone)
    expect(items.map(({ device, isThisOne }) => [device, isThisOne]).toSorted()).toEqual([
      ['Firefox on Android', true],
      ['Unknown device', false]
    ])
    expect((await sessionsOf(laptop)).find(({ isThisOne }) => isThisOne)?.device).toBe('Unknown device')
    expect(JSON.stringify(items)).not.toContain('127.0.0.1')
  })

  it('[ID-30] lets people end their own sessions, on any device', async () => {
    const [phone, laptop] = [await signedIn(), await signedIn()]
    const other = (await sessionsOf(phone)).find(({ isThisOne }) => !isThisOne)!
    expect((await phone.delete(`/api/sessions/${other.id}`)).status).toBe(204)
    expect([await statusOf(laptop), await statusOf(phone)]).toEqual([401, 200])
  })

  it('[ID-30] answers somebody else’s session, an ended one, an absent one and nonsense alike, and ends none', async () => {
    const [own, other, gone] = [await signedIn(), await signedIn('amadou'), await signedIn()]
    const foreign = (await sessionsOf(other))[0]!
    const ended = (await sessionsOf(gone)).find(({ isThisOne }) => isThisOne)!
    await gone.delete('/api/session')
    const answers = await Promise.all(
      [foreign.id, ended.id, ABSENT, 'nonsense', '%00', '..%2f..'].map((id) => own.delete(`/api/sessions/${id}`))
    )
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1)
    expect([answers[0]!.status, (answers[0]!.body as Problem).code]).toEqual([404, 'not_found'])
    expect(await statusOf(other)).toBe(200)
  })

  it.each([
    ['get', '/api/session'],
    ['delete', '/api/session'],
    ['get', '/api/sessions'],
    ['delete', `/api/sessions/${ABSENT}`]
  ] as const)('[ID-31] is for those who are signed in, as is %s %s', async (method, path) => {
    const answer = await new BrowserSession(server)[method](path)
    expect([answer.status, (answer.body as Problem).code]).toEqual([401, 'not_signed_in'])
  })

  it('[ID-31] is kept by no cache', async () => {
    const browser = await signedIn()
    for (const path of ['/api/session', '/api/sessions']) expect((await browser.get(path)).headers['cache-control']).toBe('no-store')
  })
})

it('[ID-32] tells the doors who a Cookie header speaks for', async () => {
  const browser = await signedIn()
  const sessions = server.app.nest.get(SessionService)
  const found = await sessions.authenticate(browser.cookie)
  const session = await row()
  expect(found).toEqual({
    sessionId: session.id,
    personId: noor,
    publicId: ((await browser.get('/api/session')).body as WhoAmI).person.id,
    name: 'Noor',
    handle: 'noor',
    locale: 'en',
    hasEmail: false,
    isOperator: false,
    expiresAt: session.expires_at
  })
  expect([await sessions.authenticate(undefined), await sessions.authenticate('')]).toEqual([null, null])
})
