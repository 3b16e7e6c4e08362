import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { leaveAddress } from '../../server/src/config/index.js'
import { createPool } from '../../server/src/database/database.js'
import { OperatorStore, PersonService } from '../../server/src/identity/index.js'
import {
  SetUpService,
  grantOperator,
  listOperators,
  loadSampleCountry,
  mustHaveSecret,
  printSetUpLink,
  revokeOperator,
  sampleDoors
} from '../../server/src/operation/index.js'
import { WORKSPACE_STORE, type WorkspaceStore } from '../../server/src/workspace/index.js'
import { CookieBrowser } from '../support/cookie-browser.js'
import { EveryRow } from '../support/every-row.js'
import { silent } from '../support/migrated-database.js'
import { TestServer } from '../support/server.js'
import { until } from '../support/until.js'
import { World } from '../support/world.js'

const PLACE = { language: 'en', country: 'KG' }
const ASEL = { name: 'Asel', handle: 'asel', password: 'seven herons crossing' }

let server: TestServer
let owner: pg.Pool
beforeAll(async () => {
  server = await TestServer.start()
  owner = createPool(server.database.ownerUrl, silent)
})
afterEach(() => owner.query('truncate person, workspace, set_up, set_up_token, sign_in_attempt cascade'))
afterAll(async () => {
  await owner.end()
  await server.close()
})

const setUp = () => server.app.nest.get(SetUpService)
const operators = () => server.app.nest.get(OperatorStore)
const browser = (headers?: Record<string, string>) => new CookieBrowser(server.url, headers)

/** Somebody who has opened the printed address. */
async function withToken(): Promise<CookieBrowser> {
  const visitor = browser()
  const token = await setUp().offer()
  expect((await visitor.call('enterSetUp', { token })).status).toBe(204)
  return visitor
}
async function operator(): Promise<CookieBrowser> {
  const visitor = await withToken()
  expect((await visitor.call('makeOperator', ASEL)).status).toBe(200)
  return visitor
}
async function stranger(handle = 'noor'): Promise<CookieBrowser> {
  await server.app.nest.get(PersonService).createPerson({ handle, name: handle, password: ASEL.password })
  const visitor = browser()
  expect((await visitor.call('signIn', { email: handle, password: ASEL.password })).status).toBe(200)
  return visitor
}
const somebodyWaits = async (): Promise<boolean> =>
  (
    await owner.query(`select 1 from pg_locks where locktype = 'advisory' and not granted
    and database = (select oid from pg_database where datname = current_database())`)
  ).rowCount !== 0
const doneIn = (body: Record<string, unknown>): string[] =>
  (body.steps as { step: string; isDone: boolean }[]).filter(({ isDone }) => isDone).map(({ step }) => step)

describe('the token of the set-up', () => {
  it('[OPS-19] is offered while nobody is an operator, is good for a day, and each node has one of its own', async () => {
    const [one, other] = [await setUp().offer(), await setUp().offer()]
    expect(one).toMatch(/^[\w-]{43}$/)
    for (const token of [one, other]) expect((await browser().call('enterSetUp', { token })).status).toBe(204)
    await owner.query(`update set_up_token set expires_at = expires_at - interval '1 day'`)
    expect((await browser().call('enterSetUp', { token: one })).status).toBe(404)
    await operator()
    expect(await setUp().offer()).toBeNull()
  })

  it('[OPS-20] is kept as a keyed hash alone, and the browser keeps it where no script and no other address sees it', async () => {
    const token = (await setUp().offer())!
    const { rows } = await owner.query<{ row: string }>('select t::text as row from set_up_token t')
    expect(rows.map(({ row }) => row.includes(token))).toEqual([false])
    const { setCookie } = await browser().call('enterSetUp', { token })
    expect(setCookie).toMatch(/^rt_set_up=.*HttpOnly.*SameSite=Strict/)
    expect(setCookie).toContain('Path=/api/set-up')
  })

  it('[OPS-20] makes one operator and is spent by it, also when it comes twice at the same time', async () => {
    const [one, other] = [await withToken(), await withToken()]
    const answers = await Promise.all([
      one.call('makeOperator', ASEL),
      other.call('makeOperator', { ...ASEL, handle: 'boris', name: 'Boris' })
    ])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 404])
    const { rows } = await owner.query('select 1 from person union all select 1 from operator')
    expect([rows.length, (await owner.query('select 1 from set_up_token')).rowCount]).toEqual([2, 0])
  })

  it('[OPS-20] a wrong one is answered as if there were nothing, and after ten of an address with a wait; the right one is let in all the same', async () => {
    const token = await setUp().offer()
    const guess = () => browser().call('enterSetUp', { token: 'x'.repeat(43) })
    for (let tries = 0; tries < 10; tries++) expect((await guess()).status).toBe(404)
    const { status, body } = await guess()
    expect([status, body.code, (body.args as { seconds: number }).seconds]).toEqual([429, 'sign_in_throttled', 15])
    expect((await browser().call('enterSetUp', { token })).status).toBeLessThan(300)
  })

  it('[OPS-20] guesses by cookie count like others; a browser without one tries nothing', async () => {
    const guesser = browser({ cookie: `rt_set_up=${'x'.repeat(43)}` })
    for (let tries = 0; tries < 10; tries++) expect((await guesser.call('getSetUp')).status).toBe(404)
    expect((await guesser.call('getSetUp')).status).toBe(429)
    expect((await browser().call('getSetUp')).status).toBe(404)
  })
})

describe('a set-up', () => {
  it('[OPS-22][OPS-39] goes from page to page, and is resumed where it was left: by the token, then by the operator', async () => {
    const first = await withToken()
    expect((await first.call('getSetUp')).body).toMatchObject({ language: null, country: null, mail: null, publicUrl: null })
    expect(doneIn((await first.call('sayPlace', PLACE)).body)).toEqual(['place'])
    const resumed = await withToken()
    const { body } = await resumed.call('getSetUp')
    expect([body.language, body.country, doneIn(body)]).toEqual(['en', 'KG', ['place']])
    expect((await resumed.call('getHome')).status).toBe(401)
    expect((await (await stranger()).call('getHome')).body).toEqual({ country: 'KG' })
    const made = await resumed.call('makeOperator', ASEL)
    expect(String(made.body.phrase).split(' ')).toHaveLength(6)
    expect(made.body).toMatchObject({ person: { handle: 'asel', locale: 'en' }, isOperator: true, seats: [] })
    for (const step of ['operator', 'mail', 'address']) expect((await resumed.call('passSetUpStep', { step })).status).toBe(200)
    expect(doneIn((await resumed.call('chooseSample', { load: false })).body)).toEqual(['place', 'operator', 'mail', 'address', 'sample'])
  })

  it('[OPS-37] the operator’s page is done when they say that they keep the phrase, or where none was told', async () => {
    const asel = await operator()
    const told = (await asel.call('getSetUp')).body
    expect([told.hasOperator, doneIn(told)]).toEqual([true, []])
    expect(doneIn((await asel.call('passSetUpStep', { step: 'mail' })).body)).toEqual(['mail'])
    expect(doneIn((await asel.call('passSetUpStep', { step: 'operator' })).body)).toEqual(['operator', 'mail'])
    await owner.query('delete from set_up')
    expect(doneIn((await asel.call('getSetUp')).body)).toEqual(['operator'])
  })

  it('[OPS-38] what is wrong with the user name and with the password is said at once, in the words of the field’s hint', async () => {
    const visitor = await withToken()
    const { status, body } = await visitor.call('makeOperator', { name: 'Asel', handle: 'asel b@x', password: 'password123' })
    const reasons = Object.fromEntries((body.fields as { field: string; reason: string }[]).map(({ field, reason }) => [field, reason]))
    expect([status, reasons]).toEqual([
      400,
      {
        handle: 'letters, digits and . _ + - only, and no e-mail address',
        password: 'This is among the passwords that are tried first: choose another'
      }
    ])
    expect((await visitor.call('makeOperator', { ...ASEL, handle: 'asel.b_c+d-e' })).status).toBe(200)
  })

  it.each([
    ['a country that is none', 'sayPlace', { ...PLACE, country: 'QQ' }, 'country'],
    ['a language that is not there', 'sayPlace', { ...PLACE, language: 'tlh' }, 'language'],
    ['a weak password', 'makeOperator', { ...ASEL, password: 'password123' }, 'password'],
    ['a password like the name', 'makeOperator', { ...ASEL, handle: 'aselbekova', password: 'aselbekova1' }, 'password'],
    ['a user name of two letters', 'makeOperator', { ...ASEL, handle: 'as' }, 'handle'],
    ['no name', 'makeOperator', { ...ASEL, name: ' ' }, 'name'],
    ['a field too many', 'makeOperator', { ...ASEL, isOperator: true }, 'isOperator']
  ] as const)('[OPS-22] %s is refused naming the field, changes nothing and leaves the token good', async (_what, name, body, field) => {
    const visitor = await withToken()
    const rows = await EveryRow.of(owner)
    const before = await rows.digests()
    const refusal = await visitor.call(name, body)
    expect([refusal.status, (refusal.body.fields as { field: string }[])[0]?.field]).toEqual([400, field])
    expect(await rows.changedSince(before)).toEqual([])
    expect((await visitor.call('makeOperator', ASEL)).status).toBe(200)
  })

  it('[OPS-22] a user name that somebody has is said to be taken, and the token stays good', async () => {
    await stranger('asel')
    const visitor = await withToken()
    expect((await visitor.call('makeOperator', ASEL)).body.code).toBe('name_taken')
    expect((await visitor.call('makeOperator', { ...ASEL, handle: 'asel-2' })).status).toBe(200)
  })

  it('[OPS-21] once somebody is the operator it is closed to everybody else, like what is absent, whatever the body', async () => {
    const token = await setUp().offer()
    const late = await withToken()
    const signedOut = browser()
    await operator()
    const noor = await stranger()
    const without = (whole: string) => whole.replace(/"instance":"[^"]*"/, '')
    for (const who of [late, signedOut, noor]) {
      const absent = without((await who.send('get', '/api/no-such-thing')).whole)
      const nonsense = await Promise.all(['/api/no-such-thing', '/api/set-up/enter'].map((path) => who.send('post', path, '{ nonsense')))
      expect(without(nonsense[1]!.whole)).toBe(without(nonsense[0]!.whole))
      const answers = [
        await who.call('enterSetUp', { token }),
        await who.call('getSetUp'),
        await who.call('sayPlace', PLACE),
        await who.call('makeOperator', { ...ASEL, handle: 'another' }),
        await who.call('makeOperator', { nonsense: 1 })
      ]
      for (const { whole, status } of answers) expect([status, without(whole)]).toEqual([404, absent])
    }
    for (const name of ['sendTestMail', 'passSetUpStep', 'chooseSample'] as const)
      expect([name, (await noor.call(name, {})).status, (await signedOut.call(name, {})).status]).toEqual([name, 404, 401])
  })

  it('[OPS-23] the operator is an account like others, opens nothing in which they have no seat, and is never made by sample data', async () => {
    const asel = await operator()
    const world = await World.create(server.pool)
    const documentId = await world.document()
    for (const path of [`/api/workspaces/${world.workspaceId}`, `/api/documents/${documentId}`])
      expect((await asel.send('get', path)).status).toBe(404)
    await loadSampleCountry(sampleDoors(server.app.nest, server.database.appUrl))
    expect((await operators().list()).handles).toEqual(['asel'])
    await expect(grantOperator(['--handle', 'collaborative.desk'], operators())).rejects.toThrow('There is nobody called')
  })

  it('[OPS-26] the operator loads the sample country, is seated there as an observer, and loading it twice is loading it once', async () => {
    const asel = await operator()
    const { body } = await asel.call('chooseSample', { load: true })
    expect(body.sample).toEqual({ isLoaded: true, opensByClick: false })
    const count = async () => (await owner.query<{ n: number }>('select count(*)::int as n from document')).rows[0]!.n
    const documents = await count()
    await asel.call('chooseSample', { load: true })
    expect([documents > 10, await count()]).toEqual([true, documents])
    const { seats } = (await asel.call('whoAmI')).body as { seats: { role: string; side: string | null }[] }
    expect([seats.length > 0, seats.every(({ role, side }) => role === 'OBS' && side === null)]).toEqual([true, true])
    expect((await operators().list()).handles).toEqual(['asel'])
  })

  it('[OPS-31] chosen twice at once, it seats the operator once', async () => {
    await loadSampleCountry(sampleDoors(server.app.nest, server.database.appUrl))
    const asel = await operator()
    const store = server.app.nest.get<WorkspaceStore>(WORKSPACE_STORE, { strict: false })
    const hasSeat = store.hasSeat.bind(store)
    let asked = 0
    const asking = jest.spyOn(store, 'hasSeat').mockImplementation(async (...place) => {
      const has = await hasSeat(...place)
      asked += 1
      await until(async () => asked > 1 || (await somebodyWaits()), 'the other one to ask as well, or to wait for its turn')
      return has
    })
    const answers = await Promise.all([asel.call('chooseSample', { load: true }), asel.call('chooseSample', { load: true })])
    asking.mockRestore()
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    const { seats } = (await asel.call('whoAmI')).body as { seats: { workspaceId: string }[] }
    expect(new Set(seats.map(({ workspaceId }) => workspaceId)).size).toBe(seats.length)
  })
})

describe('operators by command', () => {
  const SHELL = { publicUrl: 'https://example.org', host: '127.0.0.1', port: 3000, dataDir: '/nowhere' }

  it('[OPS-46] the link has the address that the server left, unless PUBLIC_URL is given; else it says what the address is taken from', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'roundtable-left-'))
    const shell = { ...SHELL, publicUrl: null, dataDir }
    const before = await printSetUpLink([], setUp(), shell)
    expect(before).toMatch(
      / http:\/\/127\.0\.0\.1:3000\/setup\?token=[\w-]{43}\nThis address is what PUBLIC_URL, HOST and PORT say in this shell/
    )
    leaveAddress({ dataDir, database: { kind: 'embedded' }, isSecretGiven: true }, 'http://127.0.0.1:3999')
    expect(await printSetUpLink([], setUp(), shell)).toMatch(
      / http:\/\/127\.0\.0\.1:3999\/setup\?token=[\w-]{43}\nThe server that last started here/
    )
    expect(await printSetUpLink([], setUp(), { ...SHELL, dataDir })).toContain(' https://example.org/setup')
    rmSync(dataDir, { recursive: true })
  })

  it('[OPS-46] no link is made that the server would not take: without its secret it is refused', () => {
    const env = { DATABASE_URL: server.database.appUrl, DATA_DIR: '/nowhere' }
    expect(() => mustHaveSecret('set-up-link', env)).toThrow('give it the same SESSION_SECRET, or the DATA_DIR')
    for (const fine of [{ ...env, SESSION_SECRET: 'x'.repeat(40) }, { DATA_DIR: '/nowhere' }])
      expect(() => mustHaveSecret('set-up-link', fine)).not.toThrow()
  })

  it('[OPS-24] are named, granted and revoked, which the next request of theirs shows', async () => {
    const noor = await stranger()
    expect(await listOperators([], operators())).toContain('Nobody is an operator')
    expect(await printSetUpLink([], setUp(), SHELL)).toMatch(/https:\/\/example\.org\/setup\?token=[\w-]{43}\n/)
    expect((await noor.call('whoAmI')).body).not.toHaveProperty('isOperator')
    await grantOperator(['--handle', 'NOOR'], operators())
    expect((await noor.call('whoAmI')).body.isOperator).toBe(true)
    expect((await noor.call('getSetUp')).status).toBe(200)
    expect(await listOperators([], operators())).toBe('noor')
    await expect(printSetUpLink([], setUp(), SHELL)).rejects.toThrow('operator already')
    expect(await revokeOperator(['--handle', 'noor'], operators())).toContain('Nobody is one now')
    expect((await noor.call('getSetUp')).status).toBe(404)
    await expect(revokeOperator(['noor'], operators())).rejects.toThrow('There is no operator called noor.')
    await expect(grantOperator(['nobody'], operators())).rejects.toThrow('There is nobody called nobody.')
  })

  it('[OPS-24] somebody who is suspended counts as none', async () => {
    await operator()
    await owner.query('update person set is_suspended = true')
    expect(await setUp().offer()).not.toBeNull()
  })
})
