import type { Problem } from '@roundtable/shared/error'
import type { WhoAmI } from '@roundtable/shared/protocol'
import { PersonService } from '../../server/src/identity/index.js'
import { newPhrase } from '../../server/src/operation/index.js'
import { BrowserSession, PASSWORD, createPerson } from '../support/browser-session.js'
import { TestServer } from '../support/server.js'

const NEW_PASSWORD = 'eight otters resting'
const NEWER_PASSWORD = 'nine badgers digging'

let server: TestServer
let phrase: string
beforeAll(async () => (server = await TestServer.start()))
afterAll(() => server.close())
beforeEach(async () => (phrase = (await createPerson(server)).phrase!))
afterEach(() => server.pool.query('delete from sign_in_attempt; delete from person'))

type Recovered = WhoAmI & { newPhrase: string }
const recover = (with_: string, password = NEW_PASSWORD, browser = new BrowserSession(server), email = 'noor') =>
  browser.post('/api/session/recover', { email, phrase: with_, password })
const codeOf = ({ body }: { body: unknown }) => (body as Problem).code

it('[ID-40] sets a new password with the phrase, signs in, and answers another phrase', async () => {
  const browser = new BrowserSession(server)
  const answer = await recover(phrase, NEW_PASSWORD, browser)
  const { person, newPhrase } = answer.body as Recovered
  expect([answer.status, person.name, newPhrase.split(' ').length]).toEqual([200, 'Noor', 6])
  expect(newPhrase).not.toBe(phrase)
  expect((await browser.get('/api/session')).status).toBe(200)
  expect((await new BrowserSession(server).signIn('noor', PASSWORD)).status).toBe(401)
  expect((await new BrowserSession(server).signIn('noor', NEW_PASSWORD)).status).toBe(200)
})

it('[ID-40] ends all the person’s sessions, wherever they are', async () => {
  const [phone, thief] = [new BrowserSession(server), new BrowserSession(server)]
  await phone.signIn('noor')
  await thief.signIn('noor')
  const old = new BrowserSession(server)
  old.token = phone.token
  expect((await recover(phrase, NEW_PASSWORD, phone)).status).toBe(200)
  const statuses = await Promise.all([phone, old, thief].map(async (each) => (await each.get('/api/session')).status))
  expect(statuses).toEqual([200, 401, 401])
})

it('[ID-41] takes a phrase once; then only the new one works', async () => {
  const { newPhrase } = (await recover(phrase)).body as Recovered
  expect(codeOf(await recover(phrase, NEWER_PASSWORD))).toBe('wrong_phrase')
  expect((await new BrowserSession(server).signIn('noor', NEW_PASSWORD)).status).toBe(200)
  expect((await recover(newPhrase, NEWER_PASSWORD)).status).toBe(200)
})

it('[ID-41] takes a phrase once, also when it comes twice at the same time', async () => {
  const answers = await Promise.all([recover(phrase, NEW_PASSWORD), recover(phrase, NEWER_PASSWORD)])
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 401])
  const winner = answers[0].status === 200 ? NEW_PASSWORD : NEWER_PASSWORD
  expect((await new BrowserSession(server).signIn('noor', winner)).status).toBe(200)
})

it('[ID-42] reads the phrase as people type it', async () => {
  const typed = `  ${phrase.toUpperCase().split(' ').join(' -\n ')}. `
  expect((await recover(typed)).status).toBe(200)
})

it('[ID-43] answers a wrong phrase, an unknown name and a person without a phrase alike, and changes nothing', async () => {
  await createPerson(server, { handle: 'amadou', name: 'Amadou', email: 'amadou@example.org' })
  const other = phrase.split(' ').toReversed().join(' ')
  const answers = await Promise.all([
    recover(other),
    recover(phrase, NEW_PASSWORD, new BrowserSession(server), 'nobody-at-all'),
    recover(phrase, NEW_PASSWORD, new BrowserSession(server), 'amadou')
  ])
  expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1)
  expect([answers[0].status, codeOf(answers[0])]).toEqual([401, 'wrong_phrase'])
  expect((await new BrowserSession(server).signIn('noor')).status).toBe(200)
})

it.each([
  ['password1234', 'is among'],
  ['Noor-noor-2026', 'own name'],
  ['short', 'at least 10']
])('[ID-44] refuses the new password %s, and the phrase stays good', async (password, reason) => {
  const answer = await recover(phrase, password)
  expect([answer.status, (answer.body as Problem).fields[0]?.field]).toEqual([400, 'password'])
  expect((answer.body as Problem).fields[0]?.reason).toContain(reason)
  expect((await recover(phrase)).status).toBe(200)
})

it('[ID-45] is throttled as passwords are, and by the same count', async () => {
  const answers: string[] = []
  for (let n = 0; n < 3; n++)
    answers.push(codeOf(await recover(`not the phrase ${n}`)), codeOf(await new BrowserSession(server).signIn('noor', 'a wrong guess')))
  expect(answers).toEqual(['wrong_phrase', 'wrong_credentials', 'wrong_phrase', 'wrong_credentials', 'wrong_phrase', 'sign_in_throttled'])
  expect(codeOf(await recover(phrase))).toBe('sign_in_throttled')
})

describe('another phrase', () => {
  const signedIn = async (handle = 'noor') => {
    const browser = new BrowserSession(server)
    await browser.signIn(handle)
    return browser
  }
  const renew = (browser: BrowserSession, password = PASSWORD) => browser.post('/api/session/phrase', { password })

  it('[ID-70] is made for the password of whoever is signed in; the one before opens nothing, and sessions stay', async () => {
    const [browser, other] = [await signedIn(), await signedIn()]
    const answer = await renew(browser)
    const { newPhrase } = answer.body as Recovered
    expect([answer.status, newPhrase.split(' ').length, newPhrase === phrase]).toEqual([200, 6, false])
    expect(answer.headers['cache-control']).toContain('no-store')
    for (const each of [browser, other]) expect((await each.get('/api/session')).status).toBe(200)
    expect(codeOf(await recover(phrase))).toBe('wrong_phrase')
    expect((await recover(newPhrase)).status).toBe(200)
  })

  it('[ID-70] is also for somebody with an e-mail address, who had none before', async () => {
    await createPerson(server, { handle: 'amadou', name: 'Amadou', email: 'amadou@example.org' })
    const { newPhrase } = (await renew(await signedIn('amadou'))).body as Recovered
    expect((await recover(newPhrase, NEW_PASSWORD, new BrowserSession(server), 'amadou')).status).toBe(200)
  })

  it('[ID-71] a wrong password, nobody, and a body without one change nothing', async () => {
    const browser = await signedIn()
    const wrong = await renew(browser, 'a wrong guess')
    expect([wrong.status, codeOf(wrong)]).toEqual([401, 'wrong_credentials'])
    expect((await renew(new BrowserSession(server))).status).toBe(401)
    expect((await browser.post('/api/session/phrase', {})).status).toBe(400)
    expect((await browser.get('/api/session')).status).toBe(200)
    expect((await recover(phrase)).status).toBe(200)
  })

  it('[ID-71] whoever has no password, such as the sample people, is refused alike', async () => {
    await createPerson(server, { handle: 'sample', name: 'Sample', password: undefined, sampleKey: 'citizen' })
    const browser = await signedIn()
    const { rows } = await server.pool.query<{ id: string }>(`select id from person where handle = 'sample'`)
    await server.pool.query('update session set person_id = $1', [rows[0]!.id])
    expect(codeOf(await renew(browser))).toBe('wrong_credentials')
    expect((await server.pool.query('select 1 from person where recovery_hash is not null')).rowCount).toBe(1)
  })

  it('[ID-72] has a count of its own: five wrong passwords bring a wait, the right one then too, and signing in is as before', async () => {
    const browser = await signedIn()
    for (let tries = 0; tries < 5; tries++) expect(codeOf(await renew(browser, `a wrong guess ${tries}`))).toBe('wrong_credentials')
    const late = await renew(await signedIn())
    expect([late.status, codeOf(late)]).toEqual([429, 'sign_in_throttled'])
    expect(Number(late.headers['retry-after'])).toBeGreaterThan(0)
    expect((await new BrowserSession(server).signIn('noor')).status).toBe(200)
  })
})

describe('a phrase by command', () => {
  const give = (...args: string[]) => newPhrase(args, server.app.nest.get(PersonService))
  const told = (printed: string) => /shown only now: ((?:\S+ ?){6})/.exec(printed)![1]!.trim()

  it('[ID-84] is given to somebody who has lost all; the one before and the password open nothing, and they are signed out everywhere', async () => {
    const [phone, laptop] = [new BrowserSession(server), new BrowserSession(server)]
    for (const each of [phone, laptop]) await each.signIn('noor')
    const given = told(await give('NOOR'))
    for (const each of [phone, laptop]) expect((await each.get('/api/session')).status).toBe(401)
    expect(codeOf(await recover(phrase))).toBe('wrong_phrase')
    expect((await new BrowserSession(server).signIn('noor')).status).toBe(401)
    expect((await recover(given)).status).toBe(200)
    expect((await new BrowserSession(server).signIn('noor', NEW_PASSWORD)).status).toBe(200)
  })

  it('[ID-84] also to somebody who had none, and nobody else’s sessions end', async () => {
    await createPerson(server, { handle: 'amadou', name: 'Amadou', email: 'amadou@example.org' })
    const noor = new BrowserSession(server)
    await noor.signIn('noor')
    const given = told(await give('--handle', 'amadou'))
    expect((await recover(given, NEW_PASSWORD, new BrowserSession(server), 'amadou')).status).toBe(200)
    expect((await noor.get('/api/session')).status).toBe(200)
  })

  it('[ID-84] is not given to sample people, to whoever is suspended, and to nobody', async () => {
    const { id } = await createPerson(server, { handle: 'amadou', name: 'Amadou' })
    await createPerson(server, { handle: 'sample', name: 'Sample', password: undefined, sampleKey: 'citizen' })
    await server.app.nest.get(PersonService).suspend(id)
    for (const handle of ['amadou', 'sample', 'nobody']) await expect(give(handle)).rejects.toThrow(`There is nobody called ${handle}`)
    expect((await recover(phrase)).status).toBe(200)
  })
})

it('[ID-46] keeps phrases as argon2id hashes only', async () => {
  const { rows } = await server.pool.query<{ recovery_hash: string; all: string }>('select recovery_hash, p::text as all from person p')
  expect(rows[0]!.recovery_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  for (const word of phrase.split(' ')) expect(rows[0]!.all).not.toContain(word)
})
