import { MESSAGE, SYNC } from '@roundtable/shared/protocol'
import type pg from 'pg'
import * as Y from 'yjs'
import { createPool } from '../../server/src/database/database.js'
import { LiveServer } from '../../server/src/live/index.js'
import type { LiveClient } from '../support/live-client.js'
import { silent } from '../support/migrated-database.js'
import { RawClient, frame, updateOf } from '../support/raw-client.js'
import { TestServer } from '../support/server.js'
import { until } from '../support/page/until.js'
import type { PersonInWorld, World } from '../support/world.js'

const QUERY_AWARENESS = new Uint8Array([MESSAGE.queryAwareness])
const STEP_1 = frame.sync(SYNC.step1, new Uint8Array([0]))
const STEP_2 = frame.sync(SYNC.step2, new Uint8Array([0, 0]))

describe('a hostile member of a workspace', () => {
  let server: TestServer
  let owner: pg.Pool
  let world: World
  let victim: PersonInWorld
  let attacker: PersonInWorld
  let document: string
  const raw: RawClient[] = []
  const honest: LiveClient[] = []

  beforeAll(async () => {
    server = await TestServer.start()
    owner = createPool(server.database.ownerUrl, silent)
    world = await server.world()
    victim = await world.seat('NSO', { name: 'Victim' })
    attacker = await world.seat('CSO', { name: 'Mallory' })
  })
  beforeEach(async () => {
    document = await world.document()
  })
  afterEach(() => {
    raw.splice(0).forEach((client) => client.end())
    honest.splice(0).forEach((client) => client.close())
  })
  afterAll(async () => {
    await server.close() // first: a test that still waits for a lock ends with it, and gives its connection back
    await owner.end()
  })

  const connections = (): number => server.app.nest.get(LiveServer).door.connections.size

  async function dial(person = attacker, on = server, id = document): Promise<RawClient> {
    const client = new RawClient(`${on.liveUrl}/live/${id}?ticket=${await on.ticket(id, person)}&schema=1`)
    raw.push(client)
    await client.opened
    return client
  }
  async function enter(person = attacker): Promise<RawClient> {
    const client = await dial(person)
    client.greet()
    await client.until(() => client.durable >= 1)
    return client
  }
  async function open(person: PersonInWorld, options: Parameters<TestServer['client']>[2] = {}, id = document): Promise<LiveClient> {
    const client = await server.client(id, person, options)
    honest.push(client)
    return client.connect()
  }

  /** Holds a lock as the owner while `work` runs. */
  async function holding(lock: string, work: () => Promise<void>): Promise<void> {
    const holder = await owner.connect()
    try {
      await holder.query('begin')
      await holder.query(lock)
      await work()
    } finally {
      await holder.query('rollback').then(
        () => holder.release(),
        (error: Error) => holder.release(error)
      )
    }
  }
  const untilSomebodyWaits = async (forWhat: string): Promise<void> => {
    for (;;) {
      const { rows } = await server.pool.query(
        `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like $1`,
        [`%${forWhat}%`]
      )
      if (rows.length > 0) return
    }
  }
  const untilConnections = async (count: number): Promise<void> => {
    await until(`${count} connections`, connections, (seen) => seen === count)
  }

  it('[LIVE-42] nests no deeper when every level comes in a message of its own, all at once', async () => {
    const client = await enter()
    const doc = new Y.Doc()
    let map = new Y.Map<unknown>()
    client.update(updateOf(doc, () => doc.getText('content').insertEmbed(0, map)))
    for (let depth = 0; depth < 100; depth++) {
      const [outer, inner] = [map, new Y.Map<unknown>()]
      client.update(updateOf(doc, () => outer.set('x', inner)))
      map = inner
    }
    await client.closed
    expect(client.rejection).toMatchObject({ reason: 'too_deep' })
  })

  it('[LIVE-45] whoever loses the right while the document is being loaded reads nothing of it', async () => {
    const writer = await open(victim)
    writer.text.insert(0, 'a secret of this table')
    await writer.until(() => writer.durable >= 2, 'the words')
    const leaving = await world.seat('CSO')
    const elsewhere = await open(leaving, {}, await world.document())
    writer.close()
    await server.close({ keepsDatabase: true })
    server = await TestServer.start({}, server.database)
    world = world.on(server.pool)
    const witness = await open(leaving, {}, await world.document())
    elsewhere.close()

    let client: RawClient | undefined
    // What only the loading reads: who wrote what is asked when rights are decided, too.
    await holding('lock table document_snapshot in access exclusive mode', async () => {
      client = await dial(leaving)
      client.greet()
      await untilSomebodyWaits('from document_snapshot')
      await world.endSeat(leaving.seatId)
      await witness.until(() => witness.closes.some(({ code }) => code === 4403), 'the loss to be known here')
    })
    expect([4403, 4404]).toContain((await client!.closed).code)
    expect(client!.received.includes('secret')).toBe(false)
  })

  it('[LIVE-45] a lost right takes effect also when the database failed while it was decided again', async () => {
    const leaving = await world.seat('CSO')
    const reader = await open(leaving)
    await holding('lock table organisation in access exclusive mode', async () => {
      await world.endSeat(leaving.seatId)
      await untilSomebodyWaits('"documentSide"')
      await server.pool.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like '%"documentSide"%'`
      )
    })
    await reader.until(() => reader.closes.some(({ code }) => code === 4403), 'to be sent away')
    expect(reader.closes[0]!.code).toBe(4403)
  })

  it('[LIVE-27] whoever comes after a new epoch gets the document of that epoch, and nothing of the one before', async () => {
    const writer = await open(victim)
    writer.text.insert(0, 'erased words')
    await writer.until(() => writer.durable >= 2, 'the words')
    await server.pool.query('delete from document_update where document_id = $1', [document])
    await server.pool.query('update document_head set epoch = 2, seq = 0 where document_id = $1', [document])
    const client = await dial(attacker)
    client.send(STEP_1)
    client.send(STEP_2)
    await client.until(() => client.durable >= 1)
    expect(client.received.includes('erased')).toBe(false)
    const doc = new Y.Doc()
    client.update(updateOf(doc, () => doc.getText('content').insert(0, 'a new life')))
    await client.until(() => client.durable >= 2)
    expect(client.rejection).toBeNull()
    expect(client.durable).toBe(2)
  })

  it('[LIVE-46] presence that was still to be bound leaves with its connection', async () => {
    const watcher = await open(victim)
    // Its own binding and edit are through before the lock is taken: flushes are serial, the ghost would wait behind them.
    watcher.text.insert(0, 'y')
    await watcher.until(() => watcher.durable >= 2, 'its own first flush')
    await holding(`select 1 from document_head where document_id = '${document}' for update`, async () => {
      const ghost = await enter()
      ghost.send(frame.awareness([{ client: 4711, clock: 1, state: '{"cursor":1}' }]))
      await untilSomebodyWaits('live_append')
      ghost.end()
      await untilConnections(1)
    })
    watcher.text.insert(0, 'x')
    await watcher.until(() => watcher.durable >= 3, 'the append behind it')
    const late = await enter(victim)
    late.send(QUERY_AWARENESS)
    await late.until(() => late.received.includes('Mallory') || late.messages(MESSAGE.awareness) > 0)
    expect(late.received.includes('Mallory')).toBe(false)
  })

  it("[LIVE-46] nobody takes the place of another's caret, also when this server has not seen its owner yet", async () => {
    const before = await open(victim)
    before.text.insert(0, 'mine')
    await before.until(() => before.durable >= 2, 'the words')
    const { clientID } = before.doc
    await server.close({ keepsDatabase: true })
    server = await TestServer.start({}, server.database)
    world = world.on(server.pool)

    const thief = await enter()
    thief.send(frame.awareness([{ client: clientID, clock: 5, state: '{"cursor":1}' }]))
    const own = new Y.Doc()
    for (let count = 2; count < 5; count++) {
      thief.update(updateOf(own, () => own.getText('content').insert(0, 'x')))
      await thief.until(() => thief.durable >= count)
    }
    expect(thief.rejection).toBeNull()
    expect(thief.durable).toBe(4)
    const late = await enter(victim)
    late.send(QUERY_AWARENESS)
    await late.until(() => late.messages(MESSAGE.awareness) > 0)
    expect(late.received.includes('Mallory')).toBe(false)
  })

  it('[LIVE-47] reads nothing before the door has decided: what comes early waits with its sender', async () => {
    await holding('lock table live_ticket in access exclusive mode', async () => {
      const client = new RawClient(`${server.liveUrl}/live/${document}?ticket=of-nobody`)
      raw.push(client)
      await client.opened
      for (let count = 0; count < 100; count++) client.update(new Uint8Array(1024 * 1024))
      await untilSomebodyWaits('live_ticket')
      for (let turn = 0; turn < 1000; turn++) await new Promise((resolve) => setImmediate(resolve))
      expect(client.unsent).toBeGreaterThan(10 * 1024 * 1024)
    })
    expect((await raw[0]!.closed).code).toBe(4410)
  })

  it('[LIVE-47] keeps little for a connection that never sends its opening step 2', async () => {
    const client = await dial()
    client.send(STEP_1)
    for (let count = 0; count < 100; count++) client.update(new Uint8Array(200 * 1024))
    expect((await client.closed).code).toBe(4503)
  })

  it('[LIVE-48] a reader that asks again and again and reads no answer is sent away', async () => {
    const writer = await open(victim)
    for (let part = 0; part < 10; part++) writer.text.insert(0, 'x'.repeat(200_000))
    await writer.until(() => writer.durable >= 11, 'the words')
    const client = await enter()
    client.pause()
    for (let count = 0; count < 200; count++) client.send(STEP_1)
    client.resume()
    expect((await client.closed).code).toBe(4508)
    expect(client.received.length).toBeLessThan(100 * 1024 * 1024)
  })

  it('[LIVE-48] questions about presence are not answered into a line that nobody reads', async () => {
    // Much to answer with: the state of somebody whose seat has a long name.
    const watcher = await open(await world.seat('NSO', { name: 'x'.repeat(1900) }))
    watcher.provider.awareness.setLocalState({})
    const client = await enter()
    await client.until(() => client.received.includes('xxx'))
    client.pause()
    for (let count = 0; count < 40_000; count++) client.send(QUERY_AWARENESS)
    client.send(frame.awareness([{ client: 4712, clock: 1, state: '{}' }]))
    await watcher.until(() => watcher.provider.awareness.getStates().has(4712), 'everything before to be read')
    client.resume()
    client.send(STEP_1)
    const answered = client.messages(MESSAGE.sync)
    await client.until(() => client.messages(MESSAGE.sync) > answered)
    expect(client.received.length).toBeLessThan(40 * 1024 * 1024)
  })

  it('[LIVE-65] a document longer than a line takes at once opens on it, and brings what was written meanwhile', async () => {
    const writer = await open(victim)
    for (let part = 0; part < 50; part++) writer.text.insert(0, 'x'.repeat(200_000))
    await writer.until(() => writer.ledger.isSettled, 'the words')
    const slow = await dial()
    await slow.until(() => slow.messages(MESSAGE.sync) > 0)
    slow.pause()
    slow.send(STEP_1)
    slow.send(STEP_2)
    slow.send(frame.awareness([{ client: 4713, clock: 1, state: '{}' }]))
    await writer.until(() => writer.provider.awareness.getStates().has(4713), 'the slow reader to be answered')
    for (let count = 0; count < 3; count++) {
      writer.text.insert(0, `word ${count} `)
      await writer.until(() => writer.ledger.isSettled, 'a word')
    }
    slow.resume()
    await slow.until(() => slow.received.includes('word 2'))
    expect(slow.received.includes('word 2')).toBe(true)
    expect(slow.received.length).toBeGreaterThan(10_000_000)
  })

  it('[LIVE-49] one person holds a bounded number of connections; others come in all the same', async () => {
    const strict = await TestServer.start({ liveMaxUpdatesPerSecond: 50 }, server.database)
    try {
      // One ticket for all: what is asked is how many come in, not how fast tickets are made.
      const address = `${strict.liveUrl}/live/${document}?ticket=${await strict.ticket(document, attacker)}&schema=1`
      const clients = Array.from({ length: 130 }, () => new RawClient(address))
      raw.push(...clients)
      const refused = await Promise.race(clients.map(({ closed }) => closed))
      expect(refused.code).toBe(1013)
      const other = await dial(victim, strict)
      other.greet()
      await other.until(() => other.durable >= 1)
      expect(other.durable).toBe(1)
    } finally {
      raw.splice(0).forEach((client) => client.end())
      await strict.close({ keepsDatabase: true })
    }
  })

  it('[LIVE-62] edits are committed and lost rights take effect while every other connection to the database is taken', async () => {
    const leaving = await world.seat('CSO')
    const [writer, reader] = [await open(victim), await open(leaving)]
    const taken = await Promise.all(Array.from({ length: server.pool.options.max }, () => server.pool.connect()))
    try {
      writer.text.insert(0, 'words')
      await writer.until(() => writer.ledger.isSettled, 'the words')
      await world.on(owner).endSeat(leaving.seatId)
      await reader.until(() => reader.closes.some(({ code }) => code === 4403), 'to be sent away')
      expect(server.pool.idleCount).toBe(0)
    } finally {
      for (const connection of taken) connection.release()
    }
  })

  it('[LIVE-58] whoever is being let in while the server stops is sent elsewhere', async () => {
    const stopping = await TestServer.start({}, server.database)
    const ticket = await server.ticket(document, victim)
    let late: RawClient | undefined
    let isStopped: Promise<void> | undefined
    await holding('lock table live_ticket in access exclusive mode', async () => {
      late = new RawClient(`${stopping.liveUrl}/live/${document}?ticket=${ticket}`)
      raw.push(late)
      await late.opened
      await untilSomebodyWaits('live_ticket')
      isStopped = stopping.close({ keepsDatabase: true })
    })
    await isStopped
    expect((await late!.closed).code).toBe(1012)
  })
})
