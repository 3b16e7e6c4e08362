import type { Problem } from '@roundtable/shared/error'
import {
  REST,
  type DocumentView,
  type Operation,
  type OperationName,
  type WorkspaceCard,
  type WorkspaceView
} from '@roundtable/shared/protocol'
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http'
import { type AddressInfo, type Socket, connect, createServer, type Server } from 'node:net'
import { v4 } from 'uuid'
import { BrowserSession, createPerson } from '../support/browser-session.js'
import { migratedDatabase } from '../support/migrated-database.js'
import { TestServer } from '../support/server.js'
import { World } from '../support/world.js'

const ABSENT = '01999999-9999-7999-8999-999999999999'
const OPERATIONS = Object.entries(REST) as [OperationName, Operation][]
/** Doors for whoever runs the server; everything else under /api is in the document. */
const OPERATORS = ['get /api/health', 'get /api/ready', 'get /api/openapi.json', 'get /metrics']

interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly text: string
}

let server: TestServer
let noor: BrowserSession
let amadou: BrowserSession
let mine: { workspaceId: string; documentId: string }
let theirs: { workspaceId: string; documentId: string; sessionId: string }

async function seated(personId: string, title: string): Promise<{ workspaceId: string; documentId: string }> {
  const world = await World.create(server.pool)
  await server.pool.query('update workspace set title = $2 where id = $1', [world.workspaceId, title])
  await server.pool.query(
    `insert into seat (id, workspace_id, person_id, side, role, name) values ($1, $2, $3, 'civic', 'CSO', 'A seat')`,
    [v4(), world.workspaceId, personId]
  )
  return { workspaceId: world.workspaceId, documentId: await world.document() }
}

beforeAll(async () => {
  server = await TestServer.start({ sampleData: true })
  const [one, two] = [
    await createPerson(server, { handle: 'noor', name: 'Noor Unmistakable' }),
    await createPerson(server, { handle: 'amadou', name: 'Amadou Unmistakable' })
  ]
  noor = new BrowserSession(server)
  amadou = new BrowserSession(server)
  await noor.signIn('noor')
  await amadou.signIn('amadou')
  mine = await seated(one.id, 'Water Unmistakable')
  const { rows } = await server.pool.query<{ id: string }>('select id from session where person_id = $1', [two.id])
  theirs = { ...(await seated(two.id, 'Land Unmistakable')), sessionId: rows[0]!.id }
})
afterAll(() => server.close())

/** A request exactly as it is written: no client tidies the path up. */
function send(
  method: string,
  path: string,
  { headers = {}, body, on = server }: { headers?: Record<string, string>; body?: string; on?: TestServer } = {}
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest({ host: '127.0.0.1', port: on.port, method, path, headers, agent: false }, (response) => {
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
const asNoor = (): { headers: Record<string, string> } => ({ headers: { cookie: noor.cookie } })
const problemIn = ({ headers, text }: Answer): Problem => {
  expect(headers['content-type']).toMatch(/^application\/problem\+json/)
  return JSON.parse(text) as Problem
}
const withId = (path: string, id: string): string => path.replace('{id}', id)
/** What tells two answers apart to somebody who compares them. */
const visible = ({ status, headers, text }: Answer): unknown => {
  const { date: _date, ...rest } = headers
  return { status, headers: rest, text }
}

it('[HTTP-24] an answer above a kilobyte is sent packed to whoever takes it so', async () => {
  const headers = { 'accept-encoding': 'gzip' }
  const [long, short] = [await send('GET', '/api/openapi.json', { headers }), await send('GET', '/api/health', { headers })]
  expect([long.headers['content-encoding'], long.headers.vary]).toEqual(['gzip', expect.stringMatching(/accept-encoding/i)])
  expect(short.headers['content-encoding']).toBeUndefined()
})

describe('the OpenAPI document', () => {
  it('[HTTP-1] lists exactly the routes that are mounted, beside the doors of operators', async () => {
    const { router } = server.app.nest.getHttpAdapter().getInstance() as {
      router: { stack: { route?: { path: string; methods: Record<string, boolean> } }[] }
    }
    const mounted = router.stack.flatMap(({ route }) =>
      route ? Object.keys(route.methods).map((method) => `${method} ${route.path.replace(/:(\w+)/g, '{$1}')}`) : []
    )
    const { paths } = JSON.parse((await send('GET', '/api/openapi.json')).text) as { paths: Record<string, Record<string, unknown>> }
    const listed = Object.entries(paths).flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method} ${path}`))
    expect(mounted.toSorted()).toEqual([...listed, ...OPERATORS].toSorted())
  })

  it('[HTTP-1] says of each operation what it takes: its body, its query, and no session where none is asked', async () => {
    const { paths } = JSON.parse((await send('GET', '/api/openapi.json')).text) as {
      paths: Record<string, Record<string, { requestBody?: object; security: object[]; parameters: { name: string }[] }>>
    }
    for (const [name, operation] of OPERATIONS) {
      const said = paths[operation.path]?.[operation.method]
      expect([name, said?.requestBody !== undefined]).toEqual([name, operation.body !== undefined])
      expect([name, said?.security.length]).toEqual([name, operation.signedIn ? 1 : 0])
      expect(said?.parameters.some((parameter) => parameter.name === 'id')).toBe(operation.path.includes('{id}'))
    }
  })

  it.each(OPERATIONS.filter(([, { signedIn }]) => signedIn))(
    '[HTTP-2] %s asks who is there before anything else',
    async (_name, { method, path }) => {
      const nonsense = method === 'post' ? { headers: { 'content-type': 'application/json' }, body: '{"nonsense":1}' } : {}
      for (const id of [mine.workspaceId, ABSENT, 'nonsense']) {
        const answer = await send(method.toUpperCase(), withId(path, id), nonsense)
        expect([answer.status, problemIn(answer).code]).toEqual([401, 'not_signed_in'])
      }
    }
  )
})

describe('bad input', () => {
  // To whom they are not open these are not there, whatever the body.
  const readsBodies = OPERATIONS.filter(([, { body, only }]) => body && !only)
  it.each(readsBodies)('[HTTP-3] %s refuses fields it does not know, naming them', async (_name, { method, path }) => {
    for (const [body, named] of [
      ['{"surprise": 1, "another": null}', 'surprise, another'],
      ['{"__proto__": {"isAdmin": true}}', '__proto__'],
      ['{"constructor": 1}', 'constructor']
    ] as const) {
      const answer = await send(method.toUpperCase(), withId(path, mine.workspaceId), {
        headers: { ...asNoor().headers, 'content-type': 'application/json' },
        body
      })
      const problem = problemIn(answer)
      expect([answer.status, problem.code]).toEqual([400, 'bad_input'])
      expect(problem.fields).toContainEqual({ field: named, reason: 'is not expected here' })
    }
  })

  it.each(readsBodies)('[HTTP-3] %s refuses what is no JSON object of its kind', async (_name, { method, path }) => {
    for (const [type, body, code] of [
      ['application/json', '{', 'not_json'],
      ['application/json', '"text"', 'not_json'],
      ['application/json', '[]', 'bad_input'],
      ['application/json', 'null', 'not_json'],
      ['text/plain', '{"a":1}', 'bad_input'],
      ['application/x-www-form-urlencoded', 'email=noor', 'bad_input'],
      ['application/json', `{"email":"${'x'.repeat(110_000)}"}`, 'too_large']
    ] as const) {
      const answer = await send(method.toUpperCase(), withId(path, mine.workspaceId), {
        headers: { ...asNoor().headers, 'content-type': type },
        body
      })
      expect([type, body.slice(0, 20), problemIn(answer).code]).toEqual([type, body.slice(0, 20), code])
      expect([400, 413]).toContain(answer.status)
    }
  })

  it('[HTTP-4] an id that is none, an absent one and somebody else’s are answered alike, headers and all', async () => {
    const cases = [
      ['GET', '/api/workspaces/{id}', theirs.workspaceId],
      ['GET', '/api/documents/{id}', theirs.documentId],
      ['DELETE', '/api/sessions/{id}', theirs.sessionId]
    ] as const
    for (const [method, path, foreign] of cases) {
      const answers = await Promise.all(
        [foreign, ABSENT, 'nonsense', '%00', '%E0%A4', `${ABSENT}'`, '..', 'x'.repeat(3000)].map((id) =>
          send(method, withId(path, id), asNoor())
        )
      )
      expect(problemIn(answers[0]!).code).toBe('not_found')
      for (const answer of answers) expect([path, visible(answer)]).toEqual([path, visible(answers[0]!)])
    }
    const tickets = await Promise.all(
      [theirs.documentId, ABSENT].map((documentId) =>
        send('POST', '/api/live/tickets', {
          headers: { ...asNoor().headers, 'content-type': 'application/json' },
          body: JSON.stringify({ documentId })
        })
      )
    )
    expect(problemIn(tickets[0]!).code).toBe('not_found')
    expect(visible(tickets[1]!)).toEqual(visible(tickets[0]!))
    expect((await amadou.get('/api/sessions')).status).toBe(200)
  })

  it('[HTTP-4] what is one’s own is there under the very same address', async () => {
    expect((JSON.parse((await send('GET', `/api/documents/${mine.documentId}`, asNoor())).text) as DocumentView).id).toBe(mine.documentId)
    const upper = await send('GET', `/api/documents/${mine.documentId.toUpperCase()}`, asNoor())
    expect(upper.status).toBe(200)
  })
})

describe('what an initiative tells', () => {
  it('[HTTP-13] neither its card nor its page counts documents that its reader may not know of', async () => {
    const [card, page] = await Promise.all([
      send('GET', '/api/workspaces', asNoor()).then(({ text }) => (JSON.parse(text) as { items: WorkspaceCard[] }).items[0]),
      send('GET', `/api/workspaces/${mine.workspaceId}`, asNoor()).then(({ text }) => JSON.parse(text) as WorkspaceView)
    ])
    expect(Object.keys(card ?? {})).toEqual(['id', 'kind', 'title', 'country', 'modality', 'people', 'mySeat'])
    expect(Object.keys(page)).not.toContain('documents')
  })
})

describe('what a page may load', () => {
  it('[HTTP-12] comes from its own origin alone', async () => {
    const policy = String((await send('GET', '/api/health')).headers['content-security-policy'])
    const sources = new Map(policy.split(';').map((line) => [line.trim().split(' ')[0], line.trim().split(' ').slice(1).join(' ')]))
    const named = ['default-src', 'connect-src', 'font-src', 'script-src', 'style-src'].map((name) => sources.get(name))
    expect(named).toEqual(["'self'", "'self'", "'self'", "'self'", "'self' 'unsafe-inline'"])
  })
})

describe('pages', () => {
  it('[HTTP-5] a list is walked by its cursor, each thing once', async () => {
    const walker = new BrowserSession(server)
    const { id } = await createPerson(server, { handle: 'walker', name: 'Walker' })
    await walker.signIn('walker')
    const made: string[] = []
    for (let count = 0; count < 5; count++) made.push((await seated(id, `Page ${count}`)).workspaceId)
    const seen: string[] = []
    let cursor: string | null = ''
    for (let page = 0; cursor !== null; page++) {
      expect(page).toBeLessThan(4)
      const { items, nextCursor } = (await walker.get(`/api/workspaces?limit=2${cursor && `&cursor=${encodeURIComponent(cursor)}`}`))
        .body as {
        items: WorkspaceCard[]
        nextCursor: string | null
      }
      seen.push(...items.map((item) => item.id))
      cursor = nextCursor
    }
    expect(seen).toEqual(made.toSorted())
  })

  it.each([
    ['cursor', 'cursor=made-up'],
    ['cursor', `cursor=${Buffer.from('-'.repeat(36)).toString('base64url')}`],
    ['cursor', `cursor=${Buffer.from("' or true --").toString('base64url')}`],
    ['cursor', `cursor=${'x'.repeat(300)}`],
    ['limit', 'limit=0'],
    ['limit', 'limit=101'],
    ['limit', 'limit=many'],
    ['limit', 'limit=1.5'],
    ['limit', 'limit=1&limit=2'],
    ['limit', 'limit=0x10'],
    ['limit', 'limit=1e1'],
    ['limit', 'limit=%201'],
    ['limit', 'limit=007'],
    ['surprise', 'surprise=1'],
    ['cursor', 'cursor=a&cursor=b']
  ])('[HTTP-5] refuses, naming %s: %s', async (field, query) => {
    const answer = await send('GET', `/api/workspaces?${query}`, asNoor())
    const problem = problemIn(answer)
    expect([answer.status, problem.code, problem.fields[0]?.field]).toEqual([400, 'bad_input', field])
    if (field === 'limit') expect(problem.fields[0]?.reason).toBe('a whole number from 1 to 100, once')
  })
})

describe('addresses', () => {
  it('[HTTP-6] an address under /api that leads nowhere is answered with a problem document', async () => {
    for (const path of [
      '/api',
      '/api/',
      '/api/unknown',
      '/api/session/unknown',
      '/api/workspaces/a/b',
      '/metrics/x',
      '/live/x',
      '/assets/x'
    ])
      for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']) {
        const answer = await send(method, path, asNoor())
        expect([method, path, answer.status, problemIn(answer).code]).toEqual([method, path, 404, 'not_found'])
      }
    for (const method of ['PUT', 'PATCH']) expect(problemIn(await send(method, '/api/session', asNoor())).code).toBe('not_found')
    expect((await send('HEAD', '/api/unknown', asNoor())).status).toBe(404)
  })

  const variants = (path: string): string[] => [
    `/${path}`,
    path.replace('/api/', '/api//'),
    path.replace('/api/', '/API/'),
    path.toUpperCase(),
    `${path}/`,
    `${path}//`,
    path.replace('/api/', '/api%2f'),
    path.replace('/api/', '/%61pi/'),
    path.replace('/api/', '/api/./'),
    path.replace('/api/', '/x/../api/'),
    path.replace('/api/', '/api/%2e%2e/api/'),
    `${path};a=b`,
    `${path}%00`,
    `${path}%20`,
    `${path}?a=b`,
    `${path}.json`,
    `http://127.0.0.1${path}`
  ]
  const READABLE = OPERATIONS.filter(([, { method }]) => method === 'get')

  it.each(READABLE)('[HTTP-7] no other spelling of the path of %s gives more than the plain one', async (_name, { path }) => {
    const plain = withId(path, path.includes('documents') ? mine.documentId : mine.workspaceId)
    const own = JSON.parse((await send('GET', plain, asNoor())).text) as unknown
    for (const spelling of [plain, ...variants(plain)]) {
      const nobody = await send('GET', spelling)
      if (!nobody.headers['content-type']?.startsWith('text/html'))
        expect([spelling, [400, 401, 404].includes(nobody.status)]).toEqual([spelling, true])
      expect(nobody.text).not.toContain('Unmistakable')
      const stranger = await send('GET', spelling, { headers: { cookie: amadou.cookie } })
      expect(stranger.text).not.toContain('Water Unmistakable')
      const person = await send('GET', spelling, asNoor())
      if (person.status === 200 && person.headers['content-type']?.startsWith('application/json'))
        expect(JSON.parse(person.text)).toEqual(own)
    }
  })

  it.each(OPERATIONS)(
    '[HTTP-7] HEAD and OPTIONS of %s tell nobody anything, and change nothing',
    async (_name, { method, path, signedIn }) => {
      const plain = withId(path, mine.workspaceId)
      const head = await send('HEAD', plain)
      expect(head.text).toBe('')
      expect([401, 404]).toContain(head.status)
      const options = await send('OPTIONS', plain)
      expect(options.text).not.toContain('Unmistakable')
      expect(options.headers['access-control-allow-origin']).toBeUndefined()
      if (method !== 'get' && signedIn) {
        await send('HEAD', plain, asNoor())
        await send('OPTIONS', plain, asNoor())
        expect((await noor.get('/api/session')).status).toBe(200)
      }
    }
  )

  it('[HTTP-8] nothing but the built client is served as a file', async () => {
    for (const path of [
      '/.env',
      '/.git/config',
      '/package.json',
      '/../package.json',
      '/assets/../../../package.json',
      '/assets/..%2f..%2f..%2f..%2fpackage.json',
      '/assets/%2e%2e/%2e%2e/%2e%2e/package.json',
      '/..%5c..%5cpackage.json',
      '/assets/',
      '/assets/.%00',
      '/%',
      '/%zz'
    ]) {
      const answer = await send('GET', path)
      expect([path, answer.text.includes('"workspaces"'), answer.text.includes('repositoryformatversion')]).toEqual([path, false, false])
      if (!answer.headers['content-type']?.startsWith('text/html')) expect([path, [400, 404].includes(answer.status)]).toEqual([path, true])
      expect(answer.text).not.toMatch(/node_modules|at \w+ \(/)
    }
  })
})

describe('other sites', () => {
  const CHANGING = OPERATIONS.filter(([, { method }]) => method !== 'get')
  const FOREIGN: Record<string, string>[] = [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }
  ]

  it.each(CHANGING)('[HTTP-9] %s is refused when another site sends it', async (_name, { method, path }) => {
    for (const headers of FOREIGN)
      for (const type of ['application/json', 'text/plain']) {
        const answer = await send(method.toUpperCase(), withId(path, mine.workspaceId), {
          headers: { ...asNoor().headers, ...headers, 'content-type': type },
          body: '{}'
        })
        expect([headers, answer.status, problemIn(answer).code]).toEqual([headers, 403, 'cross_site'])
        expect(answer.headers['set-cookie']).toBeUndefined()
      }
    expect((await noor.get('/api/session')).status).toBe(200)
  })

  it('[OPS-34] a page of ours that was opened at another address than PUBLIC_URL is told where to go, and another site nothing', async () => {
    const moved = await TestServer.start({ publicUrl: 'https://roundtable.example' })
    try {
      const here = `http://127.0.0.1:${moved.port}`
      const codes = async (headers: Record<string, string>) => {
        const answer = await send('POST', '/api/session', {
          headers: { ...headers, 'content-type': 'application/json' },
          body: '{}',
          on: moved
        })
        const { code, args } = problemIn(answer)
        return [answer.status, code, args.address]
      }
      expect(await codes({ origin: here })).toEqual([403, 'other_address', 'https://roundtable.example'])
      expect(await codes({ origin: 'https://behind.example', 'sec-fetch-site': 'same-origin' })).toEqual([
        403,
        'other_address',
        'https://roundtable.example'
      ])
      const foreign: Record<string, string>[] = [
        { origin: 'https://evil.example' },
        { origin: here, 'sec-fetch-site': 'cross-site' },
        { origin: 'null' }
      ]
      for (const headers of foreign) expect(await codes(headers)).toEqual([403, 'cross_site', undefined])
    } finally {
      await moved.close()
    }
  })

  it('[HTTP-9] a name that was made to point at this machine is not this machine', async () => {
    const rebound = { host: `evil.example:${server.port}`, origin: `http://evil.example:${server.port}` }
    const answer = await send('POST', '/api/session', {
      headers: { ...rebound, 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'noor', password: 'seven herons crossing' })
    })
    expect([answer.status, problemIn(answer).code]).toEqual([403, 'cross_site'])
    for (const host of [`localhost:${server.port}`, `127.0.0.1:${server.port}`]) {
      const own = await send('POST', '/api/session', {
        headers: { host, origin: `http://${host}`, 'content-type': 'application/json' },
        body: JSON.stringify({ email: 'noor', password: 'seven herons crossing' })
      })
      expect([host, own.status]).toEqual([host, 200])
    }
  })
})

/** A line to the database that can be cut: every connection through it breaks, and new ones are refused. */
class DatabaseLine {
  readonly #sockets = new Set<Socket>()
  readonly #server: Server

  constructor(private readonly to: URL) {
    this.#server = createServer((near) => {
      const far = connect(Number(this.to.port), this.to.hostname)
      for (const [socket, other] of [
        [near, far],
        [far, near]
      ] as const) {
        this.#sockets.add(socket)
        socket.on('error', () => other.destroy())
        socket.on('close', () => this.#sockets.delete(socket))
        socket.pipe(other)
      }
    })
  }

  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve))
    return Object.assign(new URL(this.to), { hostname: '127.0.0.1', port: String((this.#server.address() as AddressInfo).port) }).href
  }

  async cut(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve))
    for (const socket of this.#sockets) socket.destroy()
    await closed
  }
}

describe('operation', () => {
  it('[HTTP-10] health says that it is alive, ready that the database answers', async () => {
    const health = await send('GET', '/api/health')
    expect([health.status, JSON.parse(health.text)]).toEqual([200, { status: 'alive', sampleData: true }])
    expect(JSON.parse((await send('GET', '/api/ready')).text)).toEqual({ status: 'ready', redis: 'none' })
  })

  it('[HTTP-10] without the database health says alive, ready 503, and everything else 503 without details', async () => {
    const database = await migratedDatabase()
    const line = new DatabaseLine(new URL(database.appUrl))
    const away = await TestServer.start({}, { ...database, appUrl: await line.open() })
    try {
      expect((await send('GET', '/api/ready', { on: away })).status).toBe(200)
      await line.cut()
      const ready = await send('GET', '/api/ready', { on: away })
      expect([ready.status, problemIn(ready).code]).toEqual([503, 'database_unavailable'])
      const session = await send('GET', '/api/session', { on: away, headers: { cookie: `rt_session=${'a'.repeat(43)}` } })
      expect([session.status, problemIn(session).code]).toEqual([503, 'database_unavailable'])
      expect(session.text).not.toMatch(/ECONN|127\.0\.0\.1|postgres|rt_/)
      expect((await send('GET', '/api/health', { on: away })).status).toBe(200)
    } finally {
      await away.close({ keepsDatabase: true })
      await database.drop()
    }
  })

  it('[HTTP-11] metrics count, and name nobody and nothing', async () => {
    await noor.get(`/api/documents/${mine.documentId}`)
    const { status, headers, text } = await send('GET', '/metrics')
    expect([status, headers['content-type']]).toEqual([200, 'text/plain; version=0.0.4; charset=utf-8'])
    expect(text).toContain('# TYPE')
    expect(text).not.toMatch(/Unmistakable|noor|amadou|[0-9a-f]{8}-[0-9a-f]{4}-|\d+\.\d+\.\d+\.\d+"/i)
  })
})
