import type { RoundtableError } from '@roundtable/shared/error'
import { randomUUID } from 'node:crypto'
import { PersonService, type PersonToCreate } from '../../server/src/identity/index.js'
import { PersonStore } from '../../server/src/identity/person.store.js'
import { BrowserSession, PASSWORD } from '../support/browser-session.js'
import { TestServer } from '../support/server.js'

let server: TestServer
let people: PersonService
beforeAll(async () => {
  server = await TestServer.start()
  people = server.app.nest.get(PersonService)
})
afterAll(() => server.close())
afterEach(() => server.pool.query('delete from person'))

const count = async () => (await server.pool.query('select 1 from person')).rowCount
const refusal = (person: object) =>
  people.createPerson(person as PersonToCreate).then(
    () => null,
    (error: RoundtableError) => error
  )

it('[ID-60] gives a recovery phrase to whoever has no e-mail or no password yet, and to nobody else', async () => {
  const phrases = await Promise.all([
    people.createPerson({ handle: 'one', name: 'One', password: PASSWORD }),
    people.createPerson({ handle: 'two', name: 'Two' }),
    people.createPerson({ handle: 'three', name: 'Three', email: 'three@example.org' }),
    people.createPerson({ handle: 'four', name: 'Four', email: 'four@example.org', password: PASSWORD }),
    people.createPerson({ handle: 'five', name: 'Five', sampleKey: 'citizen' })
  ])
  expect(phrases.map(({ phrase }) => phrase?.split(' ').length ?? null)).toEqual([6, 6, 6, null, null])
  expect(new Set(phrases.map(({ phrase }) => phrase)).size).toBe(4)
})

it('[ID-61] gives no name or e-mail twice, also not as the other of the two, in whatever case', async () => {
  await people.createPerson({ handle: 'Zoë', name: 'Zoë', email: 'zoe@example.org' })
  for (const twice of [
    { handle: 'zoë' },
    { handle: 'ZOE\u0308' },
    { handle: 'other', email: 'Zoe@Example.org' },
    { handle: 'zoe@example.org' }
  ]) {
    expect((await refusal({ name: 'Other', ...twice }))?.code).toBe('name_taken')
  }
  expect(await count()).toBe(1)
})

it('[ID-61] gives a name once, also to many who ask at once', async () => {
  const store = server.app.nest.get(PersonStore)
  const none = { passwordHash: null, recoveryHash: null, sampleKey: null, locale: 'en', name: 'Zoë' }
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, n) => {
      const ids = { id: randomUUID(), publicId: randomUUID() }
      const names = n % 2 ? { handle: 'zoe@example.org', email: null } : { handle: `zoe-${n}`, email: 'zoe@example.org' }
      return store.add({ ...none, ...ids, ...names })
    })
  )
  expect(answers.filter((isAdded) => isAdded)).toHaveLength(1)
  expect(await count()).toBe(1)
})

it.each([
  ['handle', { handle: 'a b' }],
  ['handle', { handle: 'no' }],
  ['handle', { handle: 'no\0or' }],
  ['name', { name: '   ' }],
  ['name', { name: 'Noor\u202e' }],
  ['name', { name: 'x'.repeat(121) }],
  ['email', { email: 'not an address' }],
  ['password', { password: 'too short' }],
  ['password', { password: 'Roundtable2026!' }],
  ['locale', { locale: 'english please' }],
  ['sampleKey', { sampleKey: 'administrator' }],
  ['isSuspended', { isSuspended: false }]
])('[ID-62] refuses what cannot be used as %s, naming it, and makes nobody', async (field, wrong) => {
  const error = await refusal({ handle: 'noor', name: 'Noor', ...wrong })
  expect([error?.code, error?.fields[0]?.field]).toEqual(['bad_input', field])
  expect(await count()).toBe(0)
})

it('[ID-63] suspends people: they sign in no more, and nobody absent can be suspended', async () => {
  const { id } = await people.createPerson({ handle: 'noor', name: 'Noor', password: PASSWORD })
  expect((await new BrowserSession(server).signIn('noor')).status).toBe(200)
  await people.suspend(id)
  expect((await new BrowserSession(server).signIn('noor')).status).toBe(401)
  await expect(people.suspend('00000000-0000-7000-8000-000000000000')).rejects.toMatchObject({ code: 'not_found' })
})
