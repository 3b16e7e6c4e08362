/** @jest-environment node */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { request, Unreachable } from './request.js'

const ID = '0199a000-0000-7000-8000-000000000001'
const browserFetch = globalThis.fetch
let server: Server
let answer: (message: IncomingMessage, response: ServerResponse) => void

const respond = (status: number, body: unknown, type = 'application/json') => {
  answer = (_, response) => {
    response.writeHead(status, { 'content-type': type })
    response.end(typeof body === 'string' ? body : JSON.stringify(body))
  }
}
const refusalOf = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error: unknown) => error
  )

beforeAll(async () => {
  server = createServer((message, response) => answer(message, response))
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  // A browser resolves paths against its page; Node has none.
  globalThis.fetch = (input, init) => browserFetch(new URL(input instanceof Request ? input.url : input, `http://127.0.0.1:${port}`), init)
})

afterAll(async () => {
  globalThis.fetch = browserFetch
  if (server.listening) await new Promise((closed) => server.close(closed))
})

describe('one REST operation', () => {
  it("[UI-8] asks the table's address and parses the answer with the table's schema", async () => {
    const asked: (string | undefined)[] = []
    answer = (message, response) => {
      asked.push(message.method, message.url)
      response.writeHead(200, { 'content-type': 'application/json' })
      response.end(JSON.stringify({ items: [], nextCursor: null, more: 'than the schema knows' }))
    }
    expect(await request('listWorkspaces', { query: { cursor: 'a/b', limit: '2' } })).toEqual({ items: [], nextCursor: null })
    expect(asked).toEqual(['GET', '/api/workspaces?cursor=a%2Fb&limit=2'])
  })

  it('[UI-8] makes something with a key, its own or the one it is given, and asks with none', async () => {
    const keys: (string | string[] | undefined)[] = []
    answer = (message, response) => {
      keys.push(message.headers['idempotency-key'])
      response.writeHead(200, { 'content-type': 'application/json' })
      response.end(JSON.stringify({ id: ID, items: [], nextCursor: null }))
    }
    const body = { kind: 'roadmap', title: 'The first year' } as const
    await request('createDocument', { id: ID, body })
    await request('createDocument', { id: ID, body, key: 'the same' })
    await request('listWorkspaces', {})
    expect(keys).toEqual([expect.stringMatching(/^[0-9a-f]{32}$/), 'the same', undefined])
  })

  it('[UI-8] refuses an answer that is not what the table promises', async () => {
    respond(200, { items: 'none' })
    await expect(request('listWorkspaces', {})).rejects.toThrow()
  })

  it("[UI-8] throws the server's refusal with its code, arguments and fields", async () => {
    respond(429, { code: 'sign_in_throttled', args: { seconds: 30 }, fields: [] })
    const refusal = await refusalOf(request('signIn', { body: { email: 'mara', password: 'x' } }))
    expect(refusal).toMatchObject({ name: 'RoundtableError', code: 'sign_in_throttled', args: { seconds: 30 } })
  })

  it.each([
    ['a gateway without a server behind it', 502, '<h1>Bad gateway</h1>', { name: 'Unreachable' }],
    ['a refusal of another build', 409, { code: 'not_invented_yet', args: {} }, { code: 'internal' }],
    ['a page instead of an answer', 500, '<h1>Oh</h1>', { code: 'internal' }]
  ])('[UI-9] meets %s', async (_, status, body, expected) => {
    respond(status, body)
    expect(await refusalOf(request('getWorkspace', { id: ID }))).toMatchObject(expected)
  })

  it('[UI-9] says that nobody answered when nobody does', async () => {
    server.closeAllConnections()
    await new Promise((closed) => server.close(closed))
    expect(await refusalOf(request('whoAmI', {}))).toBeInstanceOf(Unreachable)
  })
})
