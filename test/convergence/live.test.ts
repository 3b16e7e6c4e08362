import * as Y from 'yjs'
import type { LiveClient } from '../support/live-client.js'
import { seededRandom } from '../support/random.js'
import { TestServer } from '../support/server.js'
import type { World } from '../support/world.js'

describe('live documents', () => {
  let server: TestServer
  let world: World
  const clients: LiveClient[] = []

  beforeAll(async () => {
    server = await TestServer.start()
    world = await server.world()
  })
  afterEach(() => clients.splice(0).forEach((client) => client.close()))
  afterAll(() => server.close())

  const open = async (...args: Parameters<TestServer['client']>): Promise<LiveClient> => {
    const client = await server.client(...args)
    clients.push(client)
    return client.connect()
  }

  it('[LIVE-1] an unmodified provider syncs, writes, and another reads', async () => {
    const document = await world.document()
    const [nso, cso] = [await world.seat('NSO'), await world.seat('CSO')]
    const one = await open(document, nso, { speaksRoundtable: false, schema: undefined })
    const two = await open(document, cso, { speaksRoundtable: false, schema: undefined })
    one.text.insert(0, 'shared words')
    await two.until(() => two.text.toJSON() === 'shared words', 'the words')
    const late = await open(document, cso, { speaksRoundtable: false, schema: undefined })
    expect(late.text.toJSON()).toBe('shared words')
  })

  it('[LIVE-2] durable counts what is committed: the log holds it before the client hears of it', async () => {
    const document = await world.document()
    const client = await open(document, await world.seat('CSO'))
    await client.until(() => client.durable >= 1, 'the opening step 2 to be durable')
    client.text.insert(0, 'a')
    client.text.insert(1, 'b')
    await client.until(() => client.durable === 3, 'both edits')
    const merged = new Y.Doc()
    for (const bytes of await server.logged(document)) Y.applyUpdate(merged, bytes)
    expect(merged.getText('content').toJSON()).toBe('ab')
    client.text.delete(0, 1)
    await client.until(() => client.durable === 4, 'the deletion')
  })

  it('[LIVE-67] whoever returns is shown to the others and never told of themselves: presence falls silent again', async () => {
    const document = await world.document()
    const [returning, other] = [await open(document, await world.seat('NSO')), await open(document, await world.seat('CSO'))]
    const { awareness } = returning.provider
    const isShown = (): boolean => other.provider.awareness.getStates().has(returning.doc.clientID)
    awareness.setLocalStateField('cursor', null)
    await other.until(isShown, 'the cursor')
    returning.provider.disconnect()
    await other.until(() => !isShown(), 'the departure')
    const clock = awareness.meta.get(returning.doc.clientID)?.clock
    returning.provider.connect()
    await other.until(isShown, 'the return')
    // What comes after it on the same line has come: so has what was told of presence.
    other.text.insert(0, 'welcome back')
    await returning.until(() => returning.text.length > 0, 'the words')
    expect(awareness.meta.get(returning.doc.clientID)?.clock).toBe(clock)
  })

  it('[LIVE-3] twenty seeded clients writing at once all equal a fresh merge of the log, also through compaction', async () => {
    const random = seededRandom('twenty clients')
    const document = await world.document()
    const seats = await Promise.all(Array.from({ length: 5 }, () => world.seat('CSO')))
    const people = await Promise.all(Array.from({ length: 20 }, (_, index) => open(document, seats[index % 5]!)))
    for (let round = 0; round < 60; round++) {
      for (const { text } of people) {
        if (text.length > 5 && random.chance(0.25)) text.delete(random.integer(0, text.length - 3), random.integer(1, 3))
        else text.insert(random.integer(0, text.length), random.pick(['a', 'be', 'sea ', '水', '🐟']))
      }
      const person = random.pick(people)
      if (random.chance(0.2)) person.provider.disconnect()
      for (const each of people) if (random.chance(0.3)) each.provider.connect()
      await new Promise((resolve) => setImmediate(resolve))
    }
    for (const person of people) person.provider.connect()
    const isQuiet = async () => {
      await Promise.all(people.map((person) => person.until(() => person.provider.synced, `synced (seed ${random.seed})`)))
      // A marker from each, seen by all: everything before it has passed.
      people.forEach((person, index) => person.text.insert(0, `«${index}»`))
      await Promise.all(
        people.map((person) =>
          person.until(() => people.every((_, index) => person.text.toJSON().includes(`«${index}»`)), `all markers (seed ${random.seed})`)
        )
      )
    }
    await isQuiet()
    const fresh = new Y.Doc()
    for (const bytes of await server.logged(document)) Y.applyUpdate(fresh, bytes)
    const words = fresh.getText('content').toJSON()
    for (const person of people) expect(person.text.toJSON()).toBe(words)
    expect(fresh.store.pendingStructs).toBeNull()
    expect(fresh.store.pendingDs).toBeNull()
    const { rows } = await server.pool.query<{ seq: number }>('select seq from document_update where document_id = $1 order by seq', [
      document
    ])
    expect(rows.length).toBeLessThan(1200)
  })

  it('[LIVE-4] a demoted writer is told, refused with the rule, and nothing later is stored or shown', async () => {
    const document = await world.document()
    const [writer, reader] = [await world.seat('CSO'), await world.seat('NSO')]
    const one = await open(document, writer)
    const two = await open(document, reader)
    one.text.insert(0, 'before ')
    await two.until(() => two.text.toJSON() === 'before ', 'the first words')
    await world.changeRole(writer.seatId, 'OBS')
    one.text.insert(7, 'AFTER')
    await one.until(() => one.rejections.length > 0, 'the rejection')
    expect(one.rejections[0]).toMatchObject({ reason: 'not_allowed', because: { rule: 'INV-2' } })
    await one.until(() => one.closes.some(({ code }) => code === 4403), 'the close code')
    two.text.insert(0, 'x')
    await two.until(() => two.durable >= 2, 'own edit')
    expect(two.text.toJSON()).toBe('xbefore ')
    expect(Buffer.concat(await server.logged(document)).includes('AFTER')).toBe(false)
    const again = await open(document, writer)
    expect(again.access.at(-1)).toMatchObject({ right: 'view' })
    expect(again.text.toJSON()).toBe('xbefore ')
  })

  it('[LIVE-5] a removed person and an ended session are cut off with a code each', async () => {
    const document = await world.document()
    const [leaving, signingOut] = [await world.seat('CSO'), await world.seat('NSO')]
    const session = await world.session(signingOut.personId)
    const one = await open(document, leaving)
    const two = await open(document, signingOut, { sessionId: session })
    await world.endSeat(leaving.seatId)
    await one.until(() => one.closes.length > 0, 'removed')
    await server.pool.query('update session set ended_at = now() where id = $1', [session])
    await two.until(() => two.closes.length > 0, 'signed out')
    expect([one.closes[0]!.code, two.closes[0]!.code]).toEqual([4403, 4401])
    const refused = await open(document, leaving)
    expect(refused.closes[0]!.code).toBe(4404)
  })

  it('[LIVE-6] presence carries the seat the server knows, whatever the client claims, and departs with its connection', async () => {
    const document = await world.document()
    const [person, other] = [await world.seat('CIT', { name: 'Blue Heron' }), await world.seat('NSO')]
    const one = await open(document, person)
    const two = await open(document, other)
    const place = Y.createRelativePositionFromTypeIndex(one.text, 0, -1)
    const cursor = JSON.parse(JSON.stringify({ anchor: place, head: place })) as object
    one.provider.awareness.setLocalState({ cursor, user: { name: 'Minister', email: 'leak@example.org' }, secret: 'x' })
    const seen = () => two.provider.awareness.getStates().get(one.doc.clientID)
    await two.until(() => seen()?.cursor !== undefined, 'presence')
    expect(seen()).toEqual({
      cursor,
      user: { id: person.seatId, name: 'Blue Heron', side: 'civic', color: expect.any(Number) as number }
    })
    one.provider.disconnect()
    await two.until(() => seen() === undefined, 'departure')
    one.provider.connect()
    await two.until(() => seen() !== undefined, 'return')
  })

  it('[WORK-77] a seat has one colour in every document of its workspace, whoever came first, and no other seat has it', async () => {
    const seats = [await world.seat('CIT'), await world.seat('NSO'), await world.seat('CSO')]
    const coloursOf = async (order: typeof seats) => {
      const document = await world.document()
      const colours = new Map<string, number>()
      for (const seat of order) {
        const client = await open(document, seat)
        await client.until(() => client.access.length > 0, 'the notice')
        colours.set(seat.seatId, client.access[0]!.color)
      }
      return seats.map(({ seatId }) => colours.get(seatId))
    }
    const first = await coloursOf(seats)
    expect(new Set(first).size).toBe(3)
    expect(await coloursOf(seats.toReversed())).toEqual(first)
    await server.pool.query('update seat set ended_at = now() where id = $1', [seats[0]!.seatId])
    expect(await coloursOf(seats.slice(1))).toEqual([undefined, ...first.slice(1)])
  })

  it('[LIVE-7] a client id belongs to the person who used it first', async () => {
    const document = await world.document()
    const one = await open(document, await world.seat('CSO'))
    one.text.insert(0, 'mine')
    await one.until(() => one.durable >= 2, 'committed')
    const thief = new Y.Doc()
    Y.applyUpdate(thief, Y.encodeStateAsUpdate(one.doc))
    thief.clientID = one.doc.clientID
    const two = await open(document, await world.seat('NSO'), { doc: thief })
    thief.getText('content').insert(4, ' too')
    await two.until(() => two.rejections.length > 0, 'rejection')
    expect(two.rejections[0]).toMatchObject({ reason: 'foreign_client' })
    expect(one.text.toJSON()).toBe('mine')
  })

  it('[LIVE-8] what a room held is there after a restart of the server', async () => {
    const document = await world.document()
    const cso = await world.seat('CSO')
    const one = await open(document, cso)
    for (let index = 0; index < 700; index++) one.text.insert(one.text.length, `${index} `)
    await one.until(() => one.durable >= 701, 'all committed')
    const words = one.text.toJSON()
    clients.splice(0).forEach((client) => client.close())
    await server.close({ keepsDatabase: true })
    server = await TestServer.start({}, server.database)
    world = world.on(server.pool)
    const two = await open(document, cso)
    expect(two.text.toJSON()).toBe(words)
  })

  it('[LIVE-9] a client that states no layout version reads rich text; what it writes is refused, and not stored', async () => {
    const document = await world.document('objectives')
    const cso = await world.seat('CSO')
    const current = await open(document, cso)
    await current.until(() => current.access.length > 0, 'access')
    expect(current.access[0]).toMatchObject({ right: 'edit' })
    const words = (text: string): Y.XmlText[] => [new Y.XmlText(text)]
    current.doc.getXmlFragment('goal').insert(0, words('clean water'))
    await current.until(() => current.ledger.isSettled, 'the words')

    const old = await open(document, cso, { schema: undefined })
    await old.until(() => old.access.length > 0, 'access')
    expect(old.access[0]).toMatchObject({ right: 'view', because: { rule: 'LIVE-9' } })
    expect(old.doc.getXmlFragment('goal').toJSON()).toBe('clean water')
    old.doc.getXmlFragment('goal').insert(0, words('FLATTENED'))
    await old.until(() => old.closes.length > 0, 'to be refused')
    expect(old.rejections[0]).toMatchObject({ reason: 'not_allowed', because: { rule: 'LIVE-9' } })
    expect(old.closes[0]!.code).toBe(4403)
    expect(Buffer.concat(await server.logged(document)).includes('FLATTENED')).toBe(false)
    expect(current.doc.getXmlFragment('goal').toJSON()).toBe('clean water')
  })
})
