import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ApiClient } from '../support/api-client.js'
import { EventsClient } from '../support/events-client.js'
import { LiveClient } from '../support/live-client.js'
import { Nodes } from '../support/nodes.js'
import { describeWith } from '../support/programs.js'
import { TunnelPage } from '../support/tunnel-page.js'
import { World } from '../support/world.js'

const PASSWORD = 'nine herons cross a slow river'

describeWith(['redis-server', 'nginx'], 'two nodes behind nginx', () => {
  let nodes: Nodes
  let world: World
  let front: { url: string; pool: Nodes['pool'] }

  beforeAll(async () => {
    nodes = await Nodes.start(2, { nginx: true, environment: { SAMPLE_DATA: 'on', PROXIES: '127.0.0.1' } })
    world = await World.create(nodes.pool)
    front = { url: nodes.nginxUrl, pool: nodes.pool }
  })
  afterAll(() => nodes.close())

  const accessLog = (): string[] => readFileSync(join(nodes.nginxDirectory, 'access.log'), 'utf8').trim().split('\n')
  /** The node that answered the last request for what begins with `path`. */
  const nodeOf = (path: string): number => {
    const line = accessLog().findLast((each) => each.includes(` ${path}`)) ?? ''
    return nodes.all.findLastIndex(({ port }) => line.includes(`127.0.0.1:${port} `))
  }

  it('[OPS-1] somebody signs in and is known at every node', async () => {
    await nodes.node(0).admin('create-person', '--handle', 'heron', '--name', 'Heron', '--password', PASSWORD)
    const answer = await fetch(`${front.url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: front.url },
      body: JSON.stringify({ email: 'heron', password: PASSWORD })
    })
    expect(answer.status).toBe(200)
    const [cookie = ''] = answer.headers.getSetCookie()
    expect(cookie).toMatch(/^rt_session=.*HttpOnly; SameSite=Lax/)
    for (const { url } of [front, ...nodes.all]) {
      const session = await fetch(`${url}/api/session`, { headers: { cookie: cookie.split(';')[0]! } })
      expect([url, await session.json()]).toMatchObject([url, { person: { name: 'Heron' } }])
    }
  })

  it('[OPS-1] nobody signs in by one click through it, sample data or not', async () => {
    const status = async (url: string): Promise<number> => {
      const headers = { 'content-type': 'application/json' }
      return (await fetch(`${url}/api/session/sample`, { method: 'POST', headers, body: '{"person":"delegate"}' })).status
    }
    expect([await status(nodes.urlOf(0)), await status(front.url)]).toEqual([200, 404])
  })

  it('[OPS-2] a live connection outlives its node: it comes back by another one, and its ticket is in no log', async () => {
    const document = await world.document()
    const { personId } = await world.seat('CSO')
    const ticket = await nodes.node(0).ticket(nodes.pool, document, personId)
    const client = new LiveClient({ url: front.url.replace('http', 'ws'), documentId: document, ticket, speaksRoundtable: true, schema: 1 })
    await client.connect()
    client.text.insert(0, 'before')
    await client.until(() => client.ledger.waiting === 0, 'the first word to be saved')
    await nodes.stopNode(0, 'SIGKILL')
    client.text.insert(6, ' and after')
    await client.until(() => client.ledger.waiting === 0, 'the second word to be saved')
    await nodes.stopNode(1, 'SIGKILL')
    await nodes.startNode(0)
    client.text.insert(16, ', twice')
    await client.until(() => client.ledger.waiting === 0, 'the third word to be saved')
    await nodes.startNode(1)
    client.close()
    expect(`${accessLog().join('\n')}\n${nodes.nginxOutput}`).not.toContain(ticket)
    expect(accessLog().some((line) => line.includes(` GET /live/${document} 101 `))).toBe(true)
  })

  it('[OPS-3] long polling stays with one node, and opens anew at another when that one is lost', async () => {
    const { personId } = await world.seat('NSO')
    const person = await ApiClient.as(front, personId)
    const page = new EventsClient(front, person, { transports: ['polling'], reconnection: true })
    await page.opened()
    expect(await page.watch(world.workspaceId)).toEqual({ ok: true })
    const holder = nodeOf('/events/')
    const other = 1 - holder
    await nodes.stopNode(holder, 'SIGKILL')
    await page.until(() => page.isEnded, 'the page to notice')
    await page.until(() => page.socket.connected, 'the page to be back')
    expect(nodeOf('/events/')).toBe(other)
    expect(await page.watch(world.workspaceId)).toEqual({ ok: true })
    page.close()
    await nodes.startNode(holder)
  })

  it('[LIVE-91] a document by plain HTTP outlives its node: it comes back at the other, and what was typed is saved once', async () => {
    const document = await world.document()
    const person = await ApiClient.as(front, (await world.seat('CSO')).personId)
    const page = new TunnelPage(front.url, person.cookie, { reconnects: true })
    const client = await page.client(document).connect()
    client.text.insert(0, 'before')
    await client.until(() => client.ledger.waiting === 0, 'the first word to be saved')
    const holder = nodeOf('/events/')
    await nodes.stopNode(holder, 'SIGKILL')
    client.text.insert(6, ' and after')
    await client.until(() => client.ledger.waiting === 0 && client.provider.synced, 'the second word to be saved')
    expect(nodeOf('/events/')).toBe(1 - holder)
    const late = await new TunnelPage(front.url, person.cookie).client(document).connect()
    expect(late.text.toJSON()).toBe('before and after')
    for (const each of [client, late]) each.close()
    await nodes.startNode(holder)
  })
})
