import type { Problem } from '@roundtable/shared/error'
import type { WhoAmI } from '@roundtable/shared/protocol'
import request from 'supertest'
import { PersonService } from '../../server/src/identity/index.js'
import { BrowserSession, PASSWORD, createPerson } from '../support/browser-session.js'
import { TestServer } from '../support/server.js'

/** `PASSWORD` as it might have been hashed years ago, with 8 MiB and one pass. */
const OLDER_HASH = '$argon2id$v=19$m=8192,t=1,p=1$SPA6A4ecYTQEu3c6vHgxUw$YAuOo8d+VL+3Zk7qIIB9PFXsJXX7KsK5npewgMEPYIo'

let server: TestServer
beforeAll(async () => (server = await TestServer.start()))
afterAll(() => server.close())
afterEach(() => server.pool.query('delete from sign_in_attempt; delete from person'))

const personRow = async (id: string) =>
  (await server.pool.query<{ password_hash: string | null; recovery_hash: string | null }>('select * from person where id = $1', [id]))
    .rows[0]!
const sessionCount = async () => (await server.pool.query<{ n: number }>('select count(*) as n from session')).rows[0]!.n

it('[ID-1] signs in by user name or e-mail, in any case and width of letters, and says who that is', async () => {
  await createPerson(server, { handle: 'Élodie.K', name: 'Élodie', email: 'elodie@example.org', locale: 'fr' })
  for (const name of ['élodie.k', 'ÉLODIE.K', 'e\u0301lodie.k', ' Élodie.Ｋ ', 'Elodie@Example.org']) {
    const answer = await new BrowserSession(server).signIn(name)
    const me = answer.body as WhoAmI
    expect([answer.status, me.person.name, me.person.handle, me.person.hasEmail, me.person.locale]).toEqual([
      200,
      'Élodie',
      'élodie.k',
      true,
      'fr'
    ])
    expect([me.seats, me.rules, me.sampleData]).toEqual([[], {}, false])
  }
})

it('[ID-1] shows a random public id, never the one inside', async () => {
  const { id } = await createPerson(server)
  const answer = await new BrowserSession(server).signIn('noor')
  expect(JSON.stringify(answer.body)).not.toContain(id)
  expect((answer.body as WhoAmI).person.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4/)
})

it('[ID-2] answers an unknown name, a wrong password, no password and a suspended person with one and the same refusal', async () => {
  await createPerson(server, { handle: 'known' })
  await createPerson(server, { handle: 'without', password: undefined })
  const { id } = await createPerson(server, { handle: 'suspended' })
  await server.app.nest.get(PersonService).suspend(id)
  const answers = await Promise.all([
    new BrowserSession(server).signIn('nobody-at-all'),
    new BrowserSession(server).signIn('known', 'not the password'),
    new BrowserSession(server).signIn('without'),
    new BrowserSession(server).signIn('suspended'),
    new BrowserSession(server).signIn('no\0body')
  ])
  const seen = answers.map(({ status, text, headers }) => JSON.stringify([status, text, { ...(headers as object), date: '' }]))
  expect(new Set(seen).size).toBe(1)
  expect(answers[0]).toMatchObject({ status: 401, body: { code: 'wrong_credentials' } })
  expect(answers[0].get('Set-Cookie')).toBeUndefined()
})

it('[ID-3] keeps a password as argon2id (19 MiB, two passes) and makes an older hash anew when its owner signs in', async () => {
  const { id } = await createPerson(server)
  const today = /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/
  expect((await personRow(id)).password_hash).toMatch(today)
  await server.pool.query('update person set password_hash = $2 where id = $1', [id, OLDER_HASH])
  expect((await new BrowserSession(server).signIn('noor', 'wrong password')).status).toBe(401)
  expect((await personRow(id)).password_hash).toBe(OLDER_HASH)
  expect((await new BrowserSession(server).signIn('noor')).status).toBe(200)
  expect((await personRow(id)).password_hash).toMatch(today)
  expect((await new BrowserSession(server).signIn('noor')).status).toBe(200)
})

it('[ID-4] takes the same password from every keyboard', async () => {
  await createPerson(server, { password: 'crème brûlée à midi' })
  expect((await new BrowserSession(server).signIn('noor', 'crème brûlée à midi'.normalize('NFD'))).status).toBe(200)
})

it.each([
  ['a field too many', { email: 'noor', password: PASSWORD, side: 'state' }, 'side'],
  ['several fields too many', { email: 'noor', password: PASSWORD, createdBy: 1, role: 'SEC' }, 'createdBy, role'],
  ['a prototype', JSON.parse(`{"email":"noor","password":"${PASSWORD}","__proto__":{"isAdmin":true}}`) as object, '__proto__'],
  ['an object for a name', { email: { like: '%' }, password: PASSWORD }, 'email'],
  ['a list for a password', { email: 'noor', password: [PASSWORD] }, 'password'],
  ['no password', { email: 'noor' }, 'password'],
  ['a password without end', { email: 'noor', password: 'x'.repeat(257) }, 'password'],
  ['a list', [], 'body']
])('[ID-6] refuses %s, naming the field, and changes nothing', async (_, body, field) => {
  await createPerson(server)
  const before = await sessionCount()
  const answer = await new BrowserSession(server).post('/api/session', body)
  expect([answer.status, (answer.body as Problem).code, (answer.body as Problem).fields[0]?.field]).toEqual([400, 'bad_input', field])
  expect(answer.get('Set-Cookie')).toBeUndefined()
  expect(await sessionCount()).toBe(before)
  expect((await server.pool.query('select 1 from sign_in_attempt')).rowCount).toBe(0)
})

it('[ID-6] refuses a form where JSON is expected', async () => {
  await createPerson(server)
  const answer = await request(server.url).post('/api/session').type('form').send({ email: 'noor', password: PASSWORD })
  expect(answer.status).toBe(400)
  expect(answer.get('Set-Cookie')).toBeUndefined()
})

describe('another site', () => {
  it.each([
    ['a foreign Origin', { Origin: 'https://evil.example' }],
    ['Origin null', { Origin: 'null' }],
    ['a look-alike Origin', { Origin: 'http://127.0.0.1.evil.example' }],
    ['our host on another port', { Origin: 'http://127.0.0.1:1' }],
    ['Sec-Fetch-Site: cross-site', { 'Sec-Fetch-Site': 'cross-site' }],
    ['Sec-Fetch-Site: same-site', { 'Sec-Fetch-Site': 'same-site' }]
  ])('[ID-7] cannot sign anybody in or out, nor end a session: %s', async (_, headers) => {
    await createPerson(server)
    const own = new BrowserSession(server)
    await own.signIn('noor')
    const foreign = new BrowserSession(server, headers)
    foreign.token = own.token
    const { items } = (await own.get('/api/sessions')).body as { items: { id: string }[] }
    const answers = [
      await foreign.signIn('noor'),
      await foreign.delete('/api/session'),
      await foreign.delete(`/api/sessions/${items[0]!.id}`)
    ]
    expect(answers.map(({ status, body }) => [status, (body as Problem).code])).toEqual(answers.map(() => [403, 'cross_site']))
    expect((await own.get('/api/session')).status).toBe(200)
  })

  it('[ID-7] is not what our own page is taken for', async () => {
    await createPerson(server)
    expect((await new BrowserSession(server, { Origin: server.url, 'Sec-Fetch-Site': 'same-origin' }).signIn('noor')).status).toBe(200)
  })
})
