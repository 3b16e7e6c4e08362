import { MESSAGE } from '@roundtable/shared/protocol'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import * as Y from 'yjs'
import { LiveServer } from '../../server/src/live/index.js'
import type { LiveClient } from '../support/live-client.js'
import { RawClient, frame, updateOf } from '../support/raw-client.js'
import { TestServer } from '../support/server.js'
import type { PersonInWorld, World } from '../support/world.js'

/** The experiments M7–M16 of the reliability notes, played against the live socket. */
describe('attacks on a live document', () => {
  let server: TestServer
  let world: World
  let victim: PersonInWorld
  let attacker: PersonInWorld
  let document: string
  let honest: LiveClient
  const raw: RawClient[] = []

  beforeAll(async () => {
    server = await TestServer.start()
    world = await server.world()
    victim = await world.seat('NSO')
    attacker = await world.seat('CSO')
  })
  beforeEach(async () => {
    document = await world.document()
    honest = await (await server.client(document, victim)).connect()
    honest.text.insert(0, 'We agree.')
    await honest.until(() => honest.durable >= 2, 'the text')
  })
  afterEach(() => {
    honest.close()
    raw.splice(0).forEach((client) => client.end())
  })
  afterAll(() => server.close())

  async function enter(person = attacker, query = '&schema=1'): Promise<RawClient> {
    const client = new RawClient(`${server.liveUrl}/live/${document}?ticket=${await server.ticket(document, person)}${query}`)
    raw.push(client)
    await client.opened
    client.greet()
    await client.until(() => client.durable >= 1)
    return client
  }

  /** A Y.Doc under a client id of its own that knows what the room knows. */
  function informed(): Y.Doc {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(honest.doc))
    return doc
  }

  /** The room goes on: the victim writes, it is committed, and the log holds what the victim sees, with nothing pending. */
  async function roomGoesOn(): Promise<string> {
    const count = honest.durable
    honest.text.insert(honest.text.length, ' Go on.')
    await honest.until(() => honest.durable > count, 'the room to go on')
    const fresh = new Y.Doc()
    for (const bytes of await server.logged(document)) Y.applyUpdate(fresh, bytes)
    expect(fresh.store.pendingStructs).toBeNull()
    expect(fresh.store.pendingDs).toBeNull()
    expect(fresh.getText('content').toJSON()).toBe(honest.text.toJSON())
    return honest.text.toJSON()
  }

  it("[LIVE-12] M7: an edit that waits for a colleague's next keystroke is refused, and the keystroke brings nothing along", async () => {
    const doc = informed()
    const ahead = new Y.Doc()
    ahead.clientID = honest.doc.clientID
    Y.applyUpdate(ahead, Y.encodeStateAsUpdate(honest.doc))
    Y.applyUpdate(
      doc,
      updateOf(ahead, () => ahead.getText('content').insert(9, ' '))
    )
    const client = await enter()
    client.update(updateOf(doc, () => doc.getText('content').insert(10, 'NOT ')))
    expect((await client.closed).code).toBe(4422)
    expect(client.rejection).toMatchObject({ reason: 'refers_to_unknown' })
    expect(await roomGoesOn()).toBe('We agree. Go on.')
  })

  it("[LIVE-12] M8: deletions of a colleague's future clocks are refused", async () => {
    const client = await enter()
    const id = honest.doc.clientID
    const lie = [0, 1, ...varUint(id), 1, 9, ...varUint(1000)]
    client.update(new Uint8Array(lie))
    expect((await client.closed).code).toBe(4422)
    expect(await roomGoesOn()).toBe('We agree. Go on.')
  })

  it('[LIVE-12] M9: thousands of updates with missing dependencies cost one refusal', async () => {
    const doc = informed()
    const client = await enter()
    const updates = Array.from({ length: 4000 }, () =>
      updateOf(doc, () => doc.getText('content').insert(doc.getText('content').length, 'x'))
    ).slice(1)
    for (const update of updates) client.update(update)
    expect((await client.closed).code).toBe(4422)
    expect(await roomGoesOn()).toBe('We agree. Go on.')
  })

  it('[LIVE-14] M10, M11: bytes that cannot be read are refused and never acknowledged', async () => {
    const client = await enter()
    client.update(new Uint8Array([1, 1, 200, 200, 200]))
    await client.closed
    expect(client.rejection).toMatchObject({ count: 2, reason: 'malformed' })
    expect(client.durable).toBe(1)
    expect(await roomGoesOn()).toBe('We agree. Go on.')
  })

  it("[LIVE-6] M12: a reader neither writes, nor renames another's caret, nor plants presence", async () => {
    const reader = await world.seat('OBS')
    const client = await enter(reader)
    honest.provider.awareness.setLocalState({})
    const watcher = await (await server.client(document, attacker)).connect()
    await watcher.until(() => watcher.provider.awareness.getStates().has(honest.doc.clientID), 'the caret')
    client.send(frame.awareness([{ client: honest.doc.clientID, clock: 1000, state: '{"user":{"name":"Mallory"}}' }]))
    client.send(frame.awareness(Array.from({ length: 5000 }, (_, index) => ({ client: 10_000 + index, clock: 1, state: '{"x":1}' }))))
    client.send(frame.awareness([{ client: 77, clock: 1, state: 'not json' }]))
    const doc = informed()
    client.update(updateOf(doc, () => doc.getText('content').insert(0, 'READER ')))
    expect((await client.closed).code).toBe(4403)
    expect(client.rejection).toMatchObject({ reason: 'not_allowed' })
    await roomGoesOn()
    await watcher.until(() => watcher.text.toJSON() === honest.text.toJSON(), 'the text')
    const states = [...watcher.provider.awareness.getStates().values()] as { user?: { name: string } }[]
    expect(states.filter((state) => state.user?.name === 'Mallory')).toEqual([])
    expect(states.length).toBeLessThanOrEqual(3)
    watcher.close()
  })

  it('[LIVE-56] a selection that names no place reaches nobody, an honest one everybody', async () => {
    const watcher = await (await server.client(document, attacker)).connect()
    const seen = (): unknown => watcher.provider.awareness.getStates().get(honest.doc.clientID)?.cursor
    const place = Y.createRelativePositionFromTypeIndex(honest.text, 3)
    honest.provider.awareness.setLocalState({ cursor: { anchor: place, head: place } })
    await watcher.until(() => seen() !== undefined, 'the caret')
    expect(seen()).toEqual(JSON.parse(JSON.stringify({ anchor: place, head: place })))
    honest.provider.awareness.setLocalState({ cursor: {} })
    await watcher.until(() => seen() === null, 'the caret to go')
    watcher.close()
  })

  it('[LIVE-23] M14: a colleague’s client id cannot be used, also with other bytes under the same clocks', async () => {
    const doc = new Y.Doc()
    doc.clientID = honest.doc.clientID
    doc.getText('content').insert(0, 'BBBB and much more than was there before')
    const client = await enter()
    client.update(Y.encodeStateAsUpdate(doc))
    await client.closed
    expect(client.rejection?.reason).toMatch(/foreign_client|refers_to_unknown/)
    expect(await roomGoesOn()).toBe('We agree. Go on.')
  })

  it('[LIVE-27] M15: after a new epoch an old copy is served nothing and brings nothing back', async () => {
    await server.pool.query('update document_head set epoch = epoch + 1 where document_id = $1', [document])
    await honest.until(() => honest.closes.length > 0, 'to be sent away')
    expect(honest.closes[0]!.code).toBe(4409)
    const old = new RawClient(`${server.liveUrl}/live/${document}?ticket=${await server.ticket(document, victim)}&schema=1&epoch=1`)
    raw.push(old)
    expect((await old.closed).code).toBe(4409)
    expect(old.received.includes('agree')).toBe(false)
    honest.close()
    honest = await (await server.client(document, victim, { epoch: 2 })).connect()
  })

  it('[LIVE-71] M15: in a later epoch a stock client that states none brings nothing along, and writes what it begins here', async () => {
    await server.pool.query('update document_head set epoch = epoch + 1 where document_id = $1', [document])
    await honest.until(() => honest.closes.length > 0, 'to be sent away')
    const stock = { epoch: undefined, speaksRoundtable: false }
    const doc = new Y.Doc()
    doc.getText('content').insert(0, 'of an earlier life ')
    const old = await server.client(document, attacker, { ...stock, doc })
    old.provider.connect()
    await old.until(() => old.closes.length > 0, 'the old client to be sent away')
    expect(old.closes[0]!.code).toBe(4409)
    old.close()

    honest.close()
    honest = await (await server.client(document, victim, { ...stock, speaksRoundtable: true })).connect()
    expect(honest.text.toJSON()).toBe('We agree.')
    honest.text.insert(0, 'Anew: ')
    await honest.until(() => honest.durable >= 2, 'what is written anew')
    // What it knows is no text of an earlier life: it comes back as it went.
    honest.provider.disconnect()
    await honest.connect()
    expect(honest.text.toJSON()).toBe('Anew: We agree.')
    expect(honest.closes.map(({ code }) => code)).not.toContain(4409)
  })

  it('[LIVE-13] M16: keys that reach a prototype, foreign roots and deep nesting are refused', async () => {
    const attempts: ((doc: Y.Doc) => void)[] = [
      (doc) => doc.getText('content').setAttribute('__proto__', { isAdmin: true }),
      (doc) => doc.getMap('elsewhere').set('a', 1),
      (doc) => doc.getText('content').insertEmbed(0, JSON.parse('{"__proto__":{"isAdmin":true}}') as object),
      (doc) => {
        let map = new Y.Map<unknown>()
        doc.getText('content').insertEmbed(0, map)
        for (let depth = 0; depth < 200; depth++) {
          const inner = new Y.Map<unknown>()
          map.set('x', inner)
          map = inner
        }
      }
    ]
    for (const attempt of attempts) {
      const doc = informed()
      const client = await enter()
      client.update(updateOf(doc, () => attempt(doc)))
      await client.closed
      expect(client.rejection?.reason).toMatch(/layout|too_deep/)
    }
    await roomGoesOn()
  })

  it('[LIVE-28] messages that are not of the protocol close the socket with a final code', async () => {
    const messages: (Uint8Array | string)[] = [
      new Uint8Array([7]),
      new Uint8Array([MESSAGE.durable, 5]),
      new Uint8Array([0, 9, 0]),
      new Uint8Array([]),
      new Uint8Array([0, 2, 255, 255, 255, 255, 127]),
      new Uint8Array([2, 1])
    ]
    for (const message of [...messages, 'a text frame']) {
      const client = await enter()
      client.send(message)
      expect((await client.closed).code).toBe(4400)
    }
    await roomGoesOn()
  })

  it('[LIVE-64] an update above the limit is refused, a message above it ends the connection for good', async () => {
    const doc = informed()
    const client = await enter()
    client.update(updateOf(doc, () => doc.getText('content').insert(0, 'x'.repeat(300_000))))
    await client.closed
    expect(client.rejection).toMatchObject({ reason: 'too_large' })
    const second = await enter()
    second.send(new Uint8Array(9 * 1024 * 1024))
    expect((await second.closed).code).toBe(4413)
    await roomGoesOn()
  })

  it.each([
    ['/events', 404],
    ['/events/?EIO=4', 400],
    ['/elsewhere', 404],
    ['/x/../events/', 404],
    ['/events/xyz', 400]
  ])(
    '[LIVE-59] an upgrade of %s that leads nowhere is answered and ended, and its sender’s hanging up harms nobody',
    async (path, status) => {
      expect((await answerToUpgrade(server.port, path)).slice(0, 13)).toBe(`HTTP/1.1 ${status} `)
      const rude = connect(server.port, '127.0.0.1', () => {
        rude.write(upgradeOf(path))
        rude.resetAndDestroy()
      })
      rude.on('error', () => undefined)
      await once(rude, 'close')
      await roomGoesOn()
    }
  )

  it('[LIVE-59] what somebody else on the same server owns is theirs to answer', async () => {
    const http = createServer()
    server.app.nest.get(LiveServer).door.attach(http, { others: ['/events/'] })
    http.on('upgrade', (request, socket) => {
      if (request.url?.startsWith('/events/')) socket.end('HTTP/1.1 418 Of somebody else\r\n\r\n')
    })
    http.listen(0, '127.0.0.1')
    await once(http, 'listening')
    const { port } = http.address() as AddressInfo
    // The last of them is a live address when it is read as an address, and somebody else's as it stands.
    const paths = ['/events/?EIO=4', '/events/xyz', '/events', '/eventful', '/x/../events/', `/events/../live/${document}`]
    const answers = await Promise.all(paths.map((path) => answerToUpgrade(port, path)))
    expect(answers.map((answer) => answer.match(/HTTP\/1.1 \d+/g))).toEqual(
      ['418', '418', '404', '404', '404', '418'].map((status) => [`HTTP/1.1 ${status}`])
    )
    await new Promise((resolve) => http.close(resolve))
  })

  it('[LIVE-29] an address without a ticket needs our own Origin; a ticket is good for its person and document alone', async () => {
    const elsewhere = await world.document()
    const wrong = new RawClient(`${server.liveUrl}/live/${elsewhere}?ticket=${await server.ticket(document, attacker)}`)
    expect((await wrong.closed).code).toBe(4410)
    for (const origin of [undefined, 'https://evil.example', 'null', `http://127.0.0.1:${server.port}.evil.example`]) {
      const client = new RawClient(`${server.liveUrl}/live/${document}`, { headers: origin ? { origin } : {} })
      expect(await client.opened).toBe(false)
    }
    const own = new RawClient(`${server.liveUrl}/live/${document}`, { headers: { origin: server.url } })
    expect((await own.closed).code).toBe(4401)
  })

  it('[LIVE-76] a crowd comes in at once, each by a ticket of their own; of those who share one a single one does', async () => {
    const own = await Promise.all(Array.from({ length: 12 }, () => server.ticket(document, attacker)))
    const shared = await server.ticket(document, victim)
    // As people's own pages get them: for one time.
    await server.pool.query('update live_ticket set is_reusable = false where document_id = $1', [document])
    const enters = async (ticket: string): Promise<'in' | number> => {
      const client = new RawClient(`${server.liveUrl}/live/${document}?ticket=${ticket}&schema=1`)
      raw.push(client)
      await client.until(() => client.messages(MESSAGE.access) > 0)
      return client.messages(MESSAGE.access) > 0 ? 'in' : (await client.closed).code
    }
    const [crowd, sharers] = await Promise.all([Promise.all(own.map(enters)), Promise.all(Array.from({ length: 8 }, () => enters(shared)))])
    expect(crowd).toEqual(own.map(() => 'in'))
    expect(sharers.filter((each) => each === 'in')).toHaveLength(1)
    expect(sharers.filter((each) => each === 4410)).toHaveLength(7)
  })
})

const upgradeOf = (path: string): string => `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`

/** What the server says to an upgrade, to its end. */
async function answerToUpgrade(port: number, path: string): Promise<string> {
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true }, () => socket.write(upgradeOf(path)))
  let answer = ''
  socket.on('data', (data: Buffer) => (answer += data.toString()))
  await once(socket, 'end')
  socket.destroy()
  return answer
}

/** lib0's variable-length unsigned integer. */
function varUint(value: number): number[] {
  const bytes: number[] = []
  for (; value > 127; value = Math.floor(value / 128)) bytes.push((value % 128) | 128)
  return [...bytes, value]
}
