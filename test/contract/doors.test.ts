import { addTask } from '@roundtable/shared/document'
import type { Problem } from '@roundtable/shared/error'
import { REST, type Operation, type OperationName } from '@roundtable/shared/protocol'
import type pg from 'pg'
import { type IncomingHttpHeaders, request as httpRequest } from 'node:http'
import { createPool } from '../../server/src/database/database.js'
import { DocumentService } from '../../server/src/live/index.js'
import { ApiClient } from '../support/api-client.js'
import { EveryRow } from '../support/every-row.js'
import { silent } from '../support/migrated-database.js'
import { fullBody, plausibleBodies } from '../support/plausible.js'
import { TestServer } from '../support/server.js'
import { World } from '../support/world.js'

const OPERATIONS = Object.entries(REST) as [OperationName, Operation][]
const SIGNED_IN = OPERATIONS.filter(([, { signedIn }]) => signedIn)
/** What changes a thing that has an id; leaving and signing out are one's own. */
const CHANGING = SIGNED_IN.filter(([, { method, path }]) => method !== 'get' && path.includes('{id}'))
const METHODS = ['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE']
const isMounted = (method: string, path: string): boolean =>
  OPERATIONS.some(([, each]) => each.path === path && each.method === method.toLowerCase() && each.method !== 'get')
/** What the server alone says: nobody chooses it. */
const NOT_ONES_OWN = [
  'side',
  'role',
  'workspaceId',
  'seatId',
  'personId',
  'createdBy',
  'invitedBy',
  'isProvisional',
  '__proto__',
  'constructor'
]

interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly text: string
}
interface Sent {
  readonly who?: ApiClient | null
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

let server: TestServer
let owner: pg.Pool
let rows: EveryRow
let world: World
let cso: ApiClient
let observer: ApiClient
let outsider: ApiClient
/** What stands for `{id}` in each operation's path: something that is really there. */
let ids: Record<string, string>

beforeAll(async () => {
  server = await TestServer.start({ sampleData: true })
  owner = createPool(server.database.ownerUrl, silent)
  rows = await EveryRow.of(owner)
  world = await World.create(server.pool)
  await owner.query(`update workspace set title = 'Unmistakable' where id = $1`, [world.workspaceId])
  const join = async (role: Parameters<World['seat']>[0]) => {
    const seat = await world.seat(role)
    return { ...seat, api: await ApiClient.as(server, seat.personId) }
  }
  const [lead, watcher, citizen] = [await join('CSO'), await join('OBS'), await join('CIT')]
  await join('NSO')
  await join('COM')
  cso = lead.api
  observer = watcher.api
  outsider = await ApiClient.newcomer(server)
  const id = world.workspaceId
  const [invitation, history, people] = [
    await cso.call('createInvitation', { id, body: { role: 'CIT', organisation: null, uses: 1, expiresInDays: 1 } }),
    await cso.call('proposeModality', { id, body: { modality: 'M2', leadKind: null, namedPartner: null, reason: 'to try' } }),
    await citizen.api.call('recordProtocol', {
      id,
      body: { how: 'assembly', decidedOn: '2025-03-01', note: '', candidateSeatId: citizen.seatId, replacesSeatId: null }
    })
  ]
  const roadmap = await server.app.nest
    .get(DocumentService)
    .create({ workspaceId: id, kind: 'roadmap', title: 'Tasks' }, (doc) =>
      addTask(doc, { newId: () => 'a-task' }, { title: 'Unmistakable' })
    )
  const { tasks } = await cso.call('askForTask', { id: roadmap, body: { taskId: 'a-task', version: 0, side: 'civic' } })
  ids = {
    workspaces: id,
    documents: await world.document(),
    assignments: tasks[0]!.assignments[0]!.assignmentId,
    invitations: invitation.id,
    'modality-changes': history.open!.id,
    protocols: people.protocols[0]!.id,
    seats: citizen.seatId,
    sessions: (await cso.call('listSessions')).items[0]!.id
  }
})
afterAll(async () => {
  await owner?.end()
  await server?.close()
})

/** A request exactly as it is written: no client tidies the path up. */
function send(method: string, path: string, { who = null, headers = {}, body }: Sent = {}): Promise<Answer> {
  const all = { ...(who ? { cookie: who.cookie } : {}), ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers }
  return new Promise((resolve, reject) => {
    const sent = httpRequest({ host: '127.0.0.1', port: server.port, method, path, headers: all, agent: false }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text: Buffer.concat(parts).toString() })
      )
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

const placeOf = ({ path }: Operation): string => path.replace('{id}', ids[path.split('/')[2]!] ?? '')
const bodyFor = ({ body }: Operation): string | undefined => body && JSON.stringify(plausibleBodies(body, () => ids.seats!)[0])
const variantsOf = (path: string): string[] => [
  `/${path}`,
  path.replace('/api/', '/api//'),
  path.replace('/api/', '/API/'),
  path.toUpperCase(),
  `${path}/`,
  `${path}//`,
  path.replace('/api/', '/api%2f'),
  path.replaceAll('/', '%2f').replace('%2f', '/'),
  path.replace('/api/', '/%61pi/'),
  path.replace('/api/', '/api/./'),
  path.replace('/api/', '/x/../api/'),
  `${path}%2f`,
  `${path};a=b`,
  `${path}%00`,
  `${path}?_method=GET`,
  `${path}.json`
]

describe('other spellings', () => {
  it.each(CHANGING)(
    '[HTTP-16] no spelling of the path of %s lets somebody change what the plain one does not',
    async (_name, operation) => {
      const before = await rows.digests()
      const [path, method, body] = [placeOf(operation), operation.method.toUpperCase(), bodyFor(operation)]
      // Whoever comes from outside, and whoever is not signed in; what an observer may do, the matrix walks.
      for (const who of [outsider, null])
        for (const spelling of [path, ...variantsOf(path)]) {
          const answer = await send(method, spelling, { who, body })
          expect([spelling, [400, 401, 404].includes(answer.status)]).toEqual([spelling, true])
          expect(answer.text).not.toContain('Unmistakable')
        }
      expect(await rows.changedSince(before)).toEqual([])
    }
  )

  it.each(CHANGING)('[HTTP-16] no header, query or other method does %s in its place', async (_name, operation) => {
    const before = await rows.digests()
    const [path, method, body] = [placeOf(operation), operation.method.toUpperCase(), bodyFor(operation)]
    const disguises = ['x-http-method-override', 'x-http-method', 'x-method-override'].map((header) => ({ [header]: method }))
    // Also whoever could do it by its own method does not by another one.
    for (const who of [cso, observer, outsider, null])
      for (const disguise of METHODS.filter((each) => !isMounted(each, operation.path))) {
        for (const headers of [{}, ...disguises]) await send(disguise, path, { who, headers, body })
        await send(disguise, `${path}?_method=${method}`, { who, body })
      }
    expect(await rows.changedSince(before)).toEqual([])
  })
})

describe('fields of others', () => {
  /** Every object in a body, by its path. */
  function* objectsIn(value: unknown, path: readonly (string | number)[] = []): Generator<readonly (string | number)[]> {
    if (typeof value !== 'object' || value === null) return
    if (!Array.isArray(value)) yield path
    for (const [key, inner] of Object.entries(value)) yield* objectsIn(inner, [...path, key])
  }

  /** As text: a `__proto__` written as an object's own would be its prototype. */
  function withField(body: unknown, [step, ...more]: readonly (string | number)[], field: string): string {
    const entries = Object.entries(body as object)
    if (step === undefined) {
      const members = entries.filter(([key]) => key !== field).map(([key, inner]) => `${JSON.stringify(key)}:${JSON.stringify(inner)}`)
      return `{${[...members, `${JSON.stringify(field)}:"state"`].join(',')}}`
    }
    const parts = entries.map(
      ([key, inner]) => [key, key === String(step) ? withField(inner, more, field) : JSON.stringify(inner)] as const
    )
    return Array.isArray(body)
      ? `[${parts.map(([, text]) => text).join(',')}]`
      : `{${parts.map(([key, text]) => `${JSON.stringify(key)}:${text}`).join(',')}}`
  }

  it.each(OPERATIONS.filter(([, { body, only }]) => body && !only))(
    '[HTTP-17] %s refuses a side, a role, an author or a workspace of one’s own choice, at every depth, and names it',
    async (_name, operation) => {
      const before = await rows.digests()
      const body = fullBody(operation.body!, () => ids.seats!)
      const known = (path: readonly (string | number)[]): string[] =>
        Object.keys(path.reduce<unknown>((value, step) => (value as Record<string | number, unknown>)[step], body) as object)
      for (const path of objectsIn(body))
        for (const field of NOT_ONES_OWN.filter((each) => !known(path).includes(each))) {
          const answer = await send(operation.method.toUpperCase(), placeOf(operation), { who: cso, body: withField(body, path, field) })
          const { code, fields } = JSON.parse(answer.text) as Problem
          expect([answer.status, code]).toEqual([400, 'bad_input'])
          expect(fields).toContainEqual({ field: [...path, field].join('.'), reason: 'is not expected here' })
        }
      expect(await rows.changedSince(before)).toEqual([])
    }
  )
})

describe('other sites', () => {
  it.each(CHANGING)('[HTTP-18] %s changes nothing when a page of another site sends it for whoever may', async (_name, operation) => {
    const before = await rows.digests()
    const own = `http://127.0.0.1:${server.port}`
    const forged = [
      'https://evil.example',
      'null',
      '',
      `${own}.evil.example`,
      `${own}@evil.example`,
      `http://127.0.0.1:${server.port + 1}`,
      'http://127.0.0.1',
      `ws://127.0.0.1:${server.port}`,
      `http://localhost:${server.port}`,
      `${own}/`,
      own.toUpperCase(),
      `${own}, https://evil.example`
    ]
    for (const origin of forged)
      for (const type of ['application/json', 'text/plain']) {
        const answer = await send(operation.method.toUpperCase(), placeOf(operation), {
          who: cso,
          headers: { origin, 'content-type': type },
          body: bodyFor(operation) ?? '{}'
        })
        expect([origin, answer.status, (JSON.parse(answer.text) as Problem).code]).toEqual([origin, 403, 'cross_site'])
      }
    expect(await rows.changedSince(before)).toEqual([])
  })
})

describe('what is kept', () => {
  it.each(SIGNED_IN)('[HTTP-19] no answer of %s is kept by a cache or shown by going back after sign-out', async (_name, operation) => {
    const [method, place] = [operation.method.toUpperCase(), placeOf(operation)]
    const absent = operation.path.replace('{id}', '01999999-9999-7999-8999-999999999999')
    const body = bodyFor(operation)
    const leaver = await ApiClient.newcomer(server)
    const answers = [
      await send(method, place, { body }),
      await send(method, place, { who: leaver, body }),
      ...(operation.path.includes('{id}')
        ? [
            await send(method, absent, { who: cso, body }),
            await send(method, operation.path.replace('{id}', 'nonsense'), { who: observer, body })
          ]
        : []),
      ...(operation.method === 'get' ? [await send(method, place, { who: cso })] : []),
      ...(operation.body
        ? [await send(method, place, { who: cso, body: '{' }), await send(method, place, { who: cso, body: '{"a":1}' })]
        : []),
      ...(operation.method === 'get' ? [] : [await send(method, place, { who: cso, headers: { origin: 'null' }, body })])
    ]
    expect(answers.map(({ status, headers }) => [status, headers['cache-control']])).toEqual(
      answers.map(({ status }) => [status, 'no-store'])
    )
  })
})
