import { MESSAGE, type Piece } from '@roundtable/shared/protocol'
import * as Y from 'yjs'
import { TunnelSocket } from '../../client/src/connection/tunnel-socket.js'
import { ApiClient } from '../support/api-client.js'
import type { LiveClient } from '../support/live-client.js'
import { TestServer } from '../support/server.js'
import { frame } from '../support/raw-client.js'
import { RawPoll, wordsIn } from '../support/raw-poll.js'
import { TunnelPage } from '../support/tunnel-page.js'
import { until } from '../support/until.js'
import type { PersonInWorld, World } from '../support/world.js'

describe('a live document where WebSockets are blocked', () => {
  let server: TestServer
  let world: World
  let office: PersonInWorld
  let reader: PersonInWorld
  let person: ApiClient
  const pages: TunnelPage[] = []
  const clients: LiveClient[] = []
  const raws: RawPoll[] = []

  beforeAll(async () => (server = await TestServer.start()))
  beforeEach(async () => {
    world = await server.world()
    ;[office, reader] = [await world.seat('NSO'), await world.seat('OBS')]
    person = await ApiClient.as(server, office.personId)
  })
  afterEach(async () => {
    clients.splice(0).forEach((client) => client.close())
    pages.splice(0).forEach((page) => page.close())
    // Without a goodbye they would be counted until they are found to be silent.
    await Promise.all(raws.splice(0).map((raw) => raw.goodbye()))
  })
  afterAll(() => server.close())

  const page = (cookie: string | null, options?: ConstructorParameters<typeof TunnelPage>[2]): TunnelPage => {
    const opened = new TunnelPage(server.url, cookie, options)
    pages.push(opened)
    return opened
  }
  const kept = (client: LiveClient): LiveClient => {
    clients.push(client)
    return client
  }
  const open = (from: TunnelPage, documentId: string, options?: Parameters<TunnelPage['client']>[1]): Promise<LiveClient> =>
    kept(from.client(documentId, options)).connect()
  const direct = async (documentId: string, who = office): Promise<LiveClient> => kept(await server.client(documentId, who)).connect()
  const tunnels = async (): Promise<number> => {
    const text = await server.app.platform.registry.metrics()
    return Number(/^roundtable_live_tunnels (\d+)$/m.exec(text)?.[1])
  }

  it('[LIVE-86] two write together, one by the tunnel and one by a WebSocket, and the tunnel is told what is saved', async () => {
    const document = await world.document('plain')
    const [one, two] = [await open(page(person.cookie), document), await direct(document)]
    one.text.insert(0, 'by the tunnel ')
    await two.until(() => two.text.length === 14, 'what came by the tunnel')
    two.text.insert(14, 'and back')
    await one.until(() => one.text.toJSON() === 'by the tunnel and back', 'the answer')
    await one.until(() => one.ledger.isSettled && one.ledger.waiting === 0, 'to be told that it is saved')
    expect(await server.logged(document)).toHaveLength(2)
    expect(one.access).toMatchObject([{ right: 'edit' }])
  })

  it('[LIVE-86] a long document goes both ways in pieces, and presence is shown', async () => {
    const document = await world.document('plain')
    const long = 'long '.repeat(120_000)
    const from = page(person.cookie)
    const writer = kept(from.client(document))
    writer.text.insert(0, long)
    await writer.connect()
    await writer.until(() => writer.durable >= 1, 'its text to be stored')
    const late = await open(page((await ApiClient.as(server, office.personId)).cookie), document)
    expect(late.text.toJSON() === long).toBe(true)
    late.provider.awareness.setLocalStateField('cursor', null)
    late.text.insert(0, '!')
    await writer.until(() => writer.provider.awareness.getStates().size === 2, 'the other one')
  })

  it('[LIVE-87] is let in as at the WebSocket: by session, document, epoch and right; no ticket leads in', async () => {
    const document = await world.document('plain')
    const code = async (from: TunnelPage, id: string, options = {}): Promise<number | undefined> =>
      (await open(from, id, options)).closes[0]?.code
    expect(await code(page(null), document)).toBe(4401)
    expect(await code(page(person.cookie), '01999999-9999-7999-8999-999999999999')).toBe(4404)
    const foreign = await server.world()
    expect(await code(page(person.cookie), await foreign.document('plain'))).toBe(4404)
    expect(await code(page(person.cookie), document, { epoch: 7 })).toBe(4409)
    expect(await code(page(person.cookie), document, { ticket: await server.ticket(document, office) })).toBe(1006)
    const watching = await open(page((await ApiClient.as(server, reader.personId)).cookie), document)
    expect(watching.access).toMatchObject([{ right: 'view' }])
    watching.text.insert(0, 'not mine to say')
    await watching.until(() => watching.closes.length > 0, 'to be refused')
    expect([watching.rejections, watching.closes]).toMatchObject([[{ reason: 'not_allowed' }], [{ code: 4403 }]])
    expect(await server.logged(document)).toEqual([])
  })

  it('[LIVE-87] a page of another site opens no tunnel', async () => {
    const from = page(person.cookie, { origin: 'https://evil.example' })
    expect((await open(from, await world.document('plain'))).closes).toMatchObject([{ code: 1006 }])
  })

  it('[LIVE-88] whoever is signed out is told so, and fetches nothing of what waited', async () => {
    const document = await world.document('plain')
    const watching = await open(page((await ApiClient.as(server, reader.personId)).cookie), document)
    const writing = await direct(document)
    await server.pool.query('update session set ended_at = now() where person_id = $1', [reader.personId])
    await watching.until(() => watching.closes.length > 0, 'to be sent away')
    expect(watching.closes[0]).toMatchObject({ code: 4401 })
    writing.text.insert(0, 'a secret')
    await writing.until(() => writing.durable >= 2, 'it to be stored')
    expect(watching.text.toJSON()).toBe('')
  })

  /** A reader's line that has been let in and has fetched everything so far. */
  const readerOf = async (document: string): Promise<RawPoll> => {
    const raw = await RawPoll.line(server.url, (await ApiClient.as(server, reader.personId)).cookie, `${document}?schema=1`)
    raws.push(raw)
    const hello = Buffer.from(frame.sync(0, new Uint8Array([0]))).toString('base64')
    await raw.up([[1, 'end', hello]])
    // Its step 2 is the last of what a newcomer is told.
    await raw.downUntil(([, , body]) => body === Buffer.from(frame.sync(1, new Uint8Array([0, 0]))).toString('base64'))
    return raw
  }
  const storedBy = async (client: LiveClient, words: string): Promise<void> => {
    client.text.insert(client.text.length, words)
    await client.until(() => client.ledger.isSettled && client.ledger.waiting === 0, 'it to be stored')
  }

  it('[LIVE-88] what waits is given neither to another session nor after the right is gone', async () => {
    const document = await world.document('plain')
    const [changed, ended, writing] = [await readerOf(document), await readerOf(document), await direct(document)]
    await storedBy(writing, 'a secret')
    expect((await changed.poll({ cookie: null })).status).toBe(400)
    expect((await changed.poll()).status).toBe(400)
    await world.endSeat(reader.seatId)
    await until(async () => (await tunnels()) === 0, 'the door to have closed it')
    const told = await ended.downUntil(([, kind]) => kind === 'close')
    expect(wordsIn(told)).not.toContain('secret')
    expect(told.at(-1)?.[2]).toMatch(/^440[34] /)
  })

  /** The messages that a page makes of pieces, by their types. */
  const typesHeard = (pieces: readonly Piece[]): (number | undefined)[] => {
    const line = new TunnelSocket('', { say: () => undefined, over: () => undefined })
    const types: (number | undefined)[] = []
    line.onmessage = ({ data }) => types.push(new Uint8Array(data)[0])
    for (const [, kind, body] of pieces) line.receive(kind, body)
    return types
  }

  it('[LIVE-95] a refusal is heard whole by a page that has fetched a part of a long message', async () => {
    const document = await world.document('plain')
    const [reading, writing] = [await readerOf(document), await direct(document)]
    // More than one answer holds, so that the second message is fetched in part.
    for (let part = 0; part < 2; part++) await storedBy(writing, 'w'.repeat(150_000))
    const begun = await reading.downUntil(([, kind]) => kind === 'more')
    expect(begun.at(-1)?.[1]).toBe('more')
    const doc = new Y.Doc()
    doc.getText('content').insert(0, 'not mine to say')
    await reading.up([[1, 'end', Buffer.from(frame.sync(1, Y.encodeStateAsUpdate(doc))).toString('base64')]])
    const told = await reading.downUntil(([, kind]) => kind === 'close')
    expect(typesHeard([...begun, ...told])).toContain(MESSAGE.rejected)
  })

  it('[LIVE-98] the connection itself ends with its session, where a document is open in it and where none is any more', async () => {
    const document = await world.document('plain')
    const [open, left] = [await readerOf(document), await readerOf(document)]
    await left.up([[1, 'close', '']])
    await left.downUntil(([, kind]) => kind === 'close')
    await server.pool.query('update session set ended_at = now() where person_id = $1', [reader.personId])
    expect((await open.downUntil(([, kind]) => kind === 'close')).at(-1)?.[2]).toMatch(/^4401 /)
    for (const raw of [open, left]) await until(async () => (await raw.poll()).status === 400, 'the connection to be ended')
  })

  it('[LIVE-88] what waits and is still allowed is given', async () => {
    const document = await world.document('plain')
    const [waiting, writing] = [await readerOf(document), await direct(document)]
    await storedBy(writing, 'no secret')
    expect(wordsIn(await waiting.downUntil(([, kind]) => kind === 'end'))).toContain('no secret')
  })

  it('[LIVE-89] a page that is cut off is gone from presence and from memory at once', async () => {
    const document = await world.document('plain')
    const writing = await direct(document)
    const raw = await readerOf(document)
    const present = frame.awareness([{ client: 77, clock: 1, state: '{}' }])
    await raw.up([
      [1, 'end', Buffer.from(frame.sync(1, new Uint8Array([0, 0]))).toString('base64')],
      [1, 'end', Buffer.from(present).toString('base64')]
    ])
    await writing.until(() => writing.provider.awareness.getStates().size === 2, 'the other one')
    // Its requests break off in the middle, without a goodbye.
    let cut = new AbortController()
    await until(() => {
      cut.abort()
      cut = new AbortController()
      raw.poll({ signal: cut.signal }).catch(() => undefined) // it is cut off, as meant
      return writing.provider.awareness.getStates().size === 1
    }, 'the other one to be gone')
    await until(async () => (await tunnels()) === 0, 'nothing to be kept of it')
  })

  it('[LIVE-90] an answer holds a bounded part of what waits, and the rest follows', async () => {
    const document = await world.document('plain')
    const writing = await direct(document)
    for (let part = 0; part < 6; part++) await storedBy(writing, 'w'.repeat(150_000))
    const raw = await RawPoll.line(server.url, person.cookie, `${document}?schema=1`)
    await raw.up([[1, 'end', Buffer.from(frame.sync(0, new Uint8Array([0]))).toString('base64')]])
    let most = 0
    let words = ''
    while (words.length < 900_000) {
      const pieces = await raw.down()
      most = Math.max(most, JSON.stringify(pieces).length)
      words += wordsIn(pieces)
    }
    expect(most).toBeLessThan(512 * 1024)
    expect(words.replace(/[^w]/g, '')).toHaveLength(900_000)
  })

  it('[LIVE-90] a message above the limit is refused as at the WebSocket; what is no piece, or a line too many, ends the page', async () => {
    const document = await world.document('plain')
    const big = kept(page(person.cookie).client(document))
    big.text.insert(0, 'x'.repeat(8 * 1024 * 1024 + 2048))
    await big.connect()
    await big.until(() => big.closes.length > 0, 'to be refused')
    expect(big.closes[0]?.code).toBe(4413)
    for (const pieces of [
      [[1, 'opened', '']],
      [[1, 'more', 'x'.repeat(60_000)]],
      [[1, 'nonsense', '']],
      'nothing',
      Array.from({ length: 41 }, (_, line) => [line + 2, 'open', `${document}?schema=1`])
    ]) {
      const raw = await RawPoll.line(server.url, person.cookie, `${document}?schema=1`)
      await raw.downUntil(([, kind]) => kind === 'opened')
      await raw.up(pieces as never) // no pieces at all, some of them: that is the attack
      await until(async () => (await raw.poll()).status === 400, 'the page to be sent away')
    }
  })

  it('[METR-8] tells how many come by a tunnel', async () => {
    const document = await world.document('plain')
    const from = page(person.cookie)
    await open(from, document)
    await direct(document)
    // Those of the tests before, which went without a goodbye, are found to be gone by their silence.
    await until(async () => (await tunnels()) === 1, 'this one alone to be counted', 90_000)
    from.close()
    await until(async () => (await tunnels()) === 0, 'the tunnel to be gone')
  })
})
