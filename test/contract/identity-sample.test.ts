import type { Problem } from '@roundtable/shared/error'
import { SAMPLE_PEOPLE, type WhoAmI } from '@roundtable/shared/protocol'
import request from 'supertest'
import type { Config } from '../../server/src/config/index.js'
import { isSampleDoorOffered } from '../../server/src/identity/index.js'
import { BrowserSession, createPerson } from '../support/browser-session.js'
import type { TestDatabase } from '../support/database.js'
import { migratedDatabase } from '../support/migrated-database.js'
import { TestServer } from '../support/server.js'

let database: TestDatabase
let server: TestServer
beforeAll(async () => {
  database = await migratedDatabase()
  server = await TestServer.start({ sampleData: true }, database)
  await createPerson(server, { handle: 'mara', name: 'Mara', password: undefined, sampleKey: 'statistician' })
})
afterAll(() => server.close())

const post = (to: TestServer, headers: Record<string, string> = {}, body: object = { person: 'statistician' }) =>
  request(to.url).post('/api/session/sample').set(headers).send(body)

/** The server answers as if there were no such thing, and nobody is signed in. */
function expectAbsent(answer: request.Response): void {
  expect([answer.status, (answer.body as Problem).code, answer.get('Set-Cookie')]).toEqual([404, 'sample_off', undefined])
}

async function withServer(config: Partial<Config>, work: (started: TestServer) => Promise<void>): Promise<void> {
  const started = await TestServer.start({ sampleData: true, ...config }, database)
  try {
    await work(started)
  } finally {
    await started.close({ keepsDatabase: true })
  }
}

it('[ID-50] signs a sample person in with one click on this machine', async () => {
  const browser = new BrowserSession(server)
  const answer = await browser.post('/api/session/sample', { person: 'statistician' })
  expect([answer.status, (answer.body as WhoAmI).person.name, (answer.body as WhoAmI).sampleData]).toEqual([200, 'Mara', true])
  expect((await browser.get('/api/session')).status).toBe(200)
})

it.each(['localhost', 'localhost:3000', '127.0.0.1:3000', '127.1.2.3', '[::1]:3000', 'LOCALHOST'])(
  '[ID-50] knows the host %s as this machine',
  async (host) => {
    expect((await post(server, { Host: host })).status).toBe(200)
  }
)

it.each([
  'example.org',
  'localhost.example.org',
  '127.0.0.1.example.org',
  'evil-localhost',
  'localhost@example.org',
  '192.168.1.7:3000',
  '0.0.0.0:3000',
  '[::2]',
  'localhost:3000:1',
  '127.0.0.1, example.org'
])('[ID-51] does not exist under the host %s (a rebound name, a machine on the network)', async (host) =>
  expectAbsent(await post(server, { Host: host }))
)

it.each([
  'Forwarded',
  'X-Forwarded-For',
  'X-Forwarded-Host',
  'X-Forwarded-Proto',
  'X-Forwarded-Anything',
  'X-Real-IP',
  'Via',
  'CF-Connecting-IP'
])('[ID-52] does not exist behind a proxy: %s, whatever it says', async (header) => {
  expectAbsent(await post(server, { [header]: '127.0.0.1' }))
  expectAbsent(await post(server, { [header]: '' }))
})

it('[ID-52] does not exist behind a proxy that is believed, either', () =>
  withServer({ proxies: ['127.0.0.1'] }, async (started) => {
    expectAbsent(await post(started, { 'X-Forwarded-For': '127.0.0.1' }))
    expect((await post(started)).status).toBe(200)
  }))

it('[ID-53] does not exist without sample data', () =>
  withServer({ sampleData: false }, async (started) => expectAbsent(await post(started))))

it.each(['https://table.example.org', 'http://192.168.1.7:3000'])('[ID-53] does not exist where PUBLIC_URL is %s', (publicUrl) =>
  withServer({ publicUrl }, async (started) => expectAbsent(await post(started)))
)

it('[ID-53] exists where PUBLIC_URL is this machine', () =>
  withServer({ publicUrl: 'http://localhost:3000' }, async (started) => expect((await post(started)).status).toBe(200)))

it('[ID-54] where it does not exist, a body that cannot be read is answered no differently', () =>
  withServer({ sampleData: false }, async (started) => {
    const answers = await Promise.all([
      post(started),
      post(started, {}, { person: 'nobody' }),
      post(started, {}, { person: 'statistician', role: 'SEC' }),
      post(started, {}, [])
    ])
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1)
    answers.forEach(expectAbsent)
  }))

it('[ID-55] opens for sample people alone: neither somebody else, nor one who was not loaded, nor a suspended one', async () => {
  await createPerson(server, { handle: 'noor', name: 'Noor' })
  expect([
    (await post(server, {}, { person: 'noor' })).status,
    (await post(server, {}, { person: 'statistician', email: 'noor' })).status
  ]).toEqual([400, 400])
  for (const person of SAMPLE_PEOPLE.slice(1)) expectAbsent(await post(server, {}, { person }))
  await server.pool.query(`update person set is_suspended = true where handle = 'mara'`)
  expectAbsent(await post(server))
  await server.pool.query(`update person set is_suspended = false where handle = 'mara'`)
})

it('[ID-55] leaves sample people without password or phrase: no other door opens for them', async () => {
  expect((await new BrowserSession(server).signIn('mara', 'any password at all')).status).toBe(401)
  expect(
    (
      await new BrowserSession(server).post('/api/session/recover', {
        email: 'mara',
        phrase: 'any phrase',
        password: 'seven herons crossing'
      })
    ).status
  ).toBe(401)
})

it('[ID-56] is closed to pages of other sites', async () => {
  const answer = await post(server, { Origin: 'https://evil.example' })
  expect([answer.status, (answer.body as Problem).code, answer.get('Set-Cookie')]).toEqual([403, 'cross_site', undefined])
})

describe('what is told of the door', () => {
  const told = async (to: TestServer, headers: Record<string, string> = {}) =>
    ((await request(to.url).get('/api/health').set(headers)).body as { sampleData: boolean }).sampleData

  it('[ID-86] the sign-in page offers it to whoever it opens for, and to nobody who comes through a proxy or by another host', async () => {
    expect(await told(server)).toBe(true)
    const others = { 'X-Forwarded-For': '127.0.0.1', Forwarded: 'for=127.0.0.1', Host: 'table.example.org' }
    for (const [name, value] of Object.entries(others)) expect([name, await told(server, { [name]: value })]).toEqual([name, false])
    await withServer({ publicUrl: 'https://table.example.org' }, async (started) => expect(await told(started)).toBe(false))
  })

  it('[ID-86] the terminal and the set-up offer it on this machine alone, and not behind a named proxy', () => {
    const here = { sampleData: true, publicUrl: null, proxies: [] }
    expect(isSampleDoorOffered(here)).toBe(true)
    expect(isSampleDoorOffered({ ...here, publicUrl: 'http://127.0.0.1:3000' })).toBe(true)
    for (const changed of [{ sampleData: false }, { publicUrl: 'https://table.example.org' }, { proxies: ['127.0.0.1'] }])
      expect([changed, isSampleDoorOffered({ ...here, ...changed })]).toEqual([changed, false])
  })
})
