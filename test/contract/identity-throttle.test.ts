import { RoundtableError, type Problem } from '@roundtable/shared/error'
import { THROTTLE_RULES } from '../../server/src/identity/domain/throttle-rule.js'
import { IdentityCleaning } from '../../server/src/identity/identity-cleaning.js'
import { Throttle } from '../../server/src/identity/throttle.js'
import { BrowserSession, PASSWORD, createPerson } from '../support/browser-session.js'
import { TestServer } from '../support/server.js'

let server: TestServer
beforeAll(async () => {
  server = await TestServer.start()
  await createPerson(server)
  await createPerson(server, { handle: 'amadou', name: 'Amadou' })
})
afterAll(() => server.close())
beforeEach(() => server.pool.query('delete from sign_in_attempt'))

const { freeTries, longestWait } = THROTTLE_RULES.name_at_address
const guess = (name = 'noor') => new BrowserSession(server).signIn(name, 'a wrong guess')
const codeOf = ({ body }: { body: unknown }) => (body as Problem).code
const tally = (codes: readonly string[]) =>
  Object.fromEntries([...new Set(codes)].map((code) => [code, codes.filter((each) => each === code).length]))
/** As if all waits were over. */
const afterTheWait = () => server.pool.query('update sign_in_attempt set blocked_until = least(blocked_until, now())')

/** The longest wait that stands, in whole seconds, from the failure on. */
async function wait(): Promise<number> {
  const { rows } = await server.pool.query<{ seconds: number }>(
    'select max(round(extract(epoch from blocked_until - last_failed_at)))::int as seconds from sign_in_attempt'
  )
  return rows[0]!.seconds
}

/** One try of the throttle itself, from an address of our choosing. */
const attemptFrom = (address: string, name: string, succeeds: boolean) =>
  server.app.nest
    .get(Throttle)
    .guard(name, address, () => Promise.resolve(succeeds ? true : null), 'wrong_credentials')
    .then(
      () => 'entered',
      (error: { code: string }) => error.code
    )

it('[ID-10] lets five guesses through, then demands waits of 15 seconds doubling to 15 minutes, and states them', async () => {
  for (let n = 1; n <= freeTries; n++) expect(codeOf(await guess())).toBe('wrong_credentials')
  const waits: number[] = []
  for (let n = 0; n < 8; n++) {
    waits.push(await wait())
    const refused = await guess()
    const { args } = refused.body as Problem
    expect([refused.status, codeOf(refused), refused.headers['retry-after']]).toEqual([429, 'sign_in_throttled', String(args.seconds)])
    expect(Number(args.seconds)).toBeGreaterThan(0)
    expect(Number(args.seconds)).toBeLessThanOrEqual(waits[n]!)
    await afterTheWait()
    expect(codeOf(await guess())).toBe('wrong_credentials')
  }
  expect(waits).toEqual([15, 30, 60, 120, 240, 480, longestWait, longestWait])
})

it('[ID-11] refuses the right password, too, while a wait stands: the wait does not tell right from wrong', async () => {
  for (let n = 1; n <= freeTries; n++) await guess()
  const [right, wrong] = [await new BrowserSession(server).signIn('noor'), await guess()]
  expect([right.status, codeOf(right), codeOf(wrong)]).toEqual([429, 'sign_in_throttled', 'sign_in_throttled'])
  expect(right.get('Set-Cookie')).toBeUndefined()
  await afterTheWait()
  expect((await new BrowserSession(server).signIn('noor')).status).toBe(200)
  expect(codeOf(await guess())).toBe('wrong_credentials')
})

it('[ID-12] gives 200 parallel guesses over two nodes no more tries than guesses one after another', async () => {
  const second = await TestServer.start({}, server.database)
  const nodes = [server, second]
  const answers = await Promise.all(
    Array.from({ length: 200 }, (_, n) => new BrowserSession(nodes[n % 2]!).signIn('noor', `guess number ${n}`))
  )
  expect(tally(answers.map(codeOf))).toEqual({ wrong_credentials: freeTries, sign_in_throttled: 200 - freeTries })
  await second.close({ keepsDatabase: true })
})

it('[ID-12] finds the right password among 200 parallel guesses only within the tries there are', async () => {
  const answers = await Promise.all(
    Array.from({ length: 200 }, (_, n) => new BrowserSession(server).signIn('noor', n === 199 ? PASSWORD : `guess number ${n}`))
  )
  const checked = answers.filter(({ status }) => status !== 429)
  // A right password among the tries clears the count once, and only for its own name and address.
  expect(checked.length).toBeLessThanOrEqual(2 * freeTries)
})

it('[ID-13] forgets slips once the person is in, and counts none for those who do not slip', async () => {
  for (let round = 0; round < 3; round++) {
    for (let n = 1; n < freeTries; n++) expect(codeOf(await guess())).toBe('wrong_credentials')
    expect((await new BrowserSession(server).signIn('noor')).status).toBe(200)
  }
  await server.pool.query('delete from sign_in_attempt')
  await Promise.all(Array.from({ length: 20 }, () => attemptFrom('203.0.113.7', 'noor', true)))
  const { rows } = await server.pool.query<{ failures: number }>('select failures from sign_in_attempt')
  expect(rows.map(({ failures }) => failures)).toEqual([0, 0, 0])
})

it('[ID-13] counts no try that could not be made', async () => {
  const away = () => Promise.reject(new RoundtableError('unavailable'))
  for (let n = 0; n < 10; n++) {
    await expect(server.app.nest.get(Throttle).guard('noor', '203.0.113.7', away, 'wrong_credentials')).rejects.toMatchObject({
      code: 'unavailable'
    })
  }
  expect(await attemptFrom('203.0.113.7', 'noor', false)).toBe('wrong_credentials')
})

it('[ID-14] shuts out neither other people behind the same address nor the same person elsewhere', async () => {
  for (let n = 1; n <= freeTries; n++) await guess()
  expect(codeOf(await guess())).toBe('sign_in_throttled')
  expect((await new BrowserSession(server).signIn('amadou')).status).toBe(200)
  expect(await attemptFrom('203.0.113.7', 'noor', true)).toBe('entered')
})

it('[ID-14] lets a workshop of 120 people with three slips each in through one address', async () => {
  for (let person = 0; person < 120; person++) {
    for (let slip = 0; slip < 3; slip++) expect(await attemptFrom('203.0.113.7', `person ${person}`, false)).toBe('wrong_credentials')
    expect(await attemptFrom('203.0.113.7', `person ${person}`, true)).toBe('entered')
  }
})

it('[ID-15] bounds guesses at one name from many addresses, and at many names from one address', async () => {
  const manyAddresses: string[] = []
  for (let n = 0; n < 60; n++) manyAddresses.push(await attemptFrom(`203.0.113.${n}`, 'noor', false))
  expect(tally(manyAddresses)).toEqual({
    wrong_credentials: THROTTLE_RULES.name.freeTries,
    sign_in_throttled: 60 - THROTTLE_RULES.name.freeTries
  })
  const manyNames: string[] = []
  for (let n = 0; n < 510; n++) manyNames.push(await attemptFrom('198.51.100.1', `name ${n}`, false))
  expect(tally(manyNames)).toEqual({
    wrong_credentials: THROTTLE_RULES.address.freeTries,
    sign_in_throttled: 510 - THROTTLE_RULES.address.freeTries
  })
})

it('[ID-15] counts a name once however it is written, and the addresses of one household as one', async () => {
  const ways = ['noor', 'NOOR', ' Noor', 'ｎｏｏｒ', 'nooR']
  for (const way of ways) expect(codeOf(await guess(way))).toBe('wrong_credentials')
  expect(codeOf(await guess('nOOr'))).toBe('sign_in_throttled')
  for (let n = 0; n < freeTries; n++) await attemptFrom(`2001:db8:1:2::${n}`, 'amadou', false)
  expect(await attemptFrom('2001:db8:1:2:ffff::1', 'amadou', false)).toBe('sign_in_throttled')
  expect(await attemptFrom('2001:db8:1:3::1', 'amadou', false)).toBe('wrong_credentials')
})

it('[ID-16] is not fooled by forged forwarding headers', async () => {
  const codes: string[] = []
  for (let n = 0; n < 8; n++) {
    const forged = {
      'X-Forwarded-For': `203.0.113.${n}`,
      Forwarded: `for=203.0.113.${n}`,
      'X-Real-IP': `203.0.113.${n}`,
      'CF-Connecting-IP': `203.0.113.${n}`
    }
    codes.push(codeOf(await new BrowserSession(server, forged).signIn('noor', 'a wrong guess')))
  }
  expect(tally(codes)).toEqual({ wrong_credentials: freeTries, sign_in_throttled: 8 - freeTries })
})

it('[ID-16] believes the proxies it was told of, and of what a guesser wrote before them nothing', async () => {
  const behind = await TestServer.start({ proxies: ['127.0.0.1', '10.0.0.0/8'] }, server.database)
  const guessFrom = async (chain: string): Promise<string> =>
    codeOf(await new BrowserSession(behind, { 'X-Forwarded-For': chain }).signIn('noor', 'a wrong guess'))
  try {
    const [elsewhere, here]: [string[], string[]] = [[], []]
    for (let n = 0; n < 8; n++) elsewhere.push(await guessFrom(`203.0.113.${n}`))
    expect(tally(elsewhere)).toEqual({ wrong_credentials: 8 })
    for (let n = 0; n < 8; n++) here.push(await guessFrom(`198.51.100.${n}, 203.0.113.77, 10.1.2.3`))
    expect(tally(here)).toEqual({ wrong_credentials: freeTries, sign_in_throttled: 8 - freeTries })
  } finally {
    await behind.close({ keepsDatabase: true })
  }
})

it('[ID-17] keeps neither names nor addresses, and forgets a key after a day', async () => {
  await guess()
  const { rows } = await server.pool.query<{ key_hash: Buffer; all: string }>('select key_hash, a::text as all from sign_in_attempt a')
  expect(rows.map(({ key_hash }) => key_hash.length)).toEqual([32, 32, 32])
  expect(rows.map((row) => row.all).join()).not.toMatch(/noor|127\.0\.0\.1/)
  await guess('amadou')
  await server.pool.query(
    `update sign_in_attempt set last_failed_at = last_failed_at - interval '25 hours', blocked_until = now() where key_hash = $1`,
    [rows[0]!.key_hash]
  )
  expect((await server.app.nest.get(IdentityCleaning).clean()).attempts).toBe(1)
  expect((await server.pool.query('select 1 from sign_in_attempt where key_hash = $1', [rows[0]!.key_hash])).rowCount).toBe(0)
})

it('[ID-17] starts anew a day after the last failure, by the clock of the database', async () => {
  for (let n = 0; n < freeTries; n++) await guess()
  await server.pool.query(
    `update sign_in_attempt set last_failed_at = last_failed_at - interval '25 hours', blocked_until = blocked_until - interval '25 hours'`
  )
  for (let n = 0; n < freeTries; n++) expect(codeOf(await guess())).toBe('wrong_credentials')
  expect(await wait()).toBe(15)
})
