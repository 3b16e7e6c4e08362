import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CLOSE } from '@roundtable/shared/protocol'
import * as Y from 'yjs'
import type { Program } from '../../server/bootstrap/cluster/program.mjs'
import { startRedis } from '../../server/bootstrap/cluster/redis.mjs'
import { Compactor } from '../../server/src/live/compaction/compactor.js'
import { appendAsServer, LiveServer } from '../../server/src/live/index.js'
import { NODE_LINK } from '../../server/src/platform/tokens.js'
import type { NodeLink } from '../../server/src/platform/nodes/node-link.js'
import { ApiClient } from '../support/api-client.js'
import type { LiveClient } from '../support/live-client.js'
import { migratedDatabase } from '../support/migrated-database.js'
import { EventsClient } from '../support/events-client.js'
import { describeWith } from '../support/programs.js'
import { RawClient, updateOf } from '../support/raw-client.js'
import { seededRandom } from '../support/random.js'
import { freePort } from '../support/server-process.js'
import { TestServer } from '../support/server.js'
import { until } from '../support/until.js'
import type { PersonInWorld, World } from '../support/world.js'

describeWith(['redis-server'], 'two nodes of one installation', () => {
  const directory = mkdtempSync(join(tmpdir(), 'roundtable-redis-'))
  const clients: LiveClient[] = []
  let port: number
  let redis: Program
  let here: TestServer
  let there: TestServer
  let world: World

  beforeAll(async () => {
    port = await freePort()
    redis = await startRedis({ port, directory })
    const database = await migratedDatabase()
    const config = { redisUrl: `redis://127.0.0.1:${port}` }
    here = await TestServer.start(config, database)
    there = await TestServer.start(config, database)
    world = await here.world()
  })
  afterEach(() => clients.splice(0).forEach((client) => client.close()))
  afterAll(async () => {
    await there.close({ keepsDatabase: true })
    await here.close()
    await redis.stop()
    rmSync(directory, { recursive: true, force: true })
  })

  const open = async (...[server, ...args]: [TestServer, ...Parameters<TestServer['client']>]): Promise<LiveClient> => {
    const client = await server.client(...args)
    clients.push(client)
    return client.connect()
  }
  const isUp = (server: TestServer): boolean => server.app.nest.get<NodeLink>(NODE_LINK).isUp
  const bothUp = (): Promise<void> => until(() => isUp(here) && isUp(there), 'the link between the nodes')
  const killRedis = async (): Promise<void> => {
    await redis.stop('SIGKILL')
    await until(() => !isUp(here) && !isUp(there), 'the loss of redis to be noticed')
  }
  /** One person at each node, in one document. */
  const pair = async (): Promise<{ document: string; one: LiveClient; two: LiveClient; nso: PersonInWorld; cso: PersonInWorld }> => {
    const document = await world.document()
    const [nso, cso] = [await world.seat('NSO'), await world.seat('CSO')]
    return { document, one: await open(here, document, nso), two: await open(there, document, cso), nso, cso }
  }
  const says = (client: LiveClient, words: string): Promise<void> => client.until(() => client.text.toJSON() === words, words)
  const merged = async (document: string): Promise<string> => {
    const doc = new Y.Doc()
    for (const bytes of await here.logged(document)) Y.applyUpdate(doc, bytes)
    return doc.getText('content').toJSON()
  }

  it('[NODE-1] what is committed at one node is shown at the other', async () => {
    await bothUp()
    const { document, one, two } = await pair()
    one.text.insert(0, 'from here ')
    await says(two, 'from here ')
    two.text.insert(10, 'and from there')
    await says(one, 'from here and from there')
    expect(await merged(document)).toBe('from here and from there')
  })

  it('[NODE-2] twenty seeded writers at two nodes, some of whom change nodes, all equal the log', async () => {
    await bothUp()
    const random = seededRandom('two nodes')
    const document = await world.document()
    const seats = await Promise.all(Array.from({ length: 5 }, () => world.seat('CSO')))
    const people = await Promise.all(Array.from({ length: 20 }, (_, index) => open([here, there][index % 2]!, document, seats[index % 5]!)))
    for (let round = 0; round < 40; round++) {
      for (const { text } of people) {
        if (text.length > 5 && random.chance(0.25)) text.delete(random.integer(0, text.length - 3), random.integer(1, 3))
        else text.insert(random.integer(0, text.length), random.pick(['a', 'be', 'sea ', '水', '🐟']))
      }
      if (random.chance(0.3)) {
        const { provider } = random.pick(people)
        provider.disconnect()
        Reflect.set(provider, 'serverUrl', `${random.pick([here, there]).liveUrl}/live`)
        provider.connect()
      }
      if (random.chance(0.1)) await random.pick([here, there]).app.nest.get(Compactor).compact(document)
      await new Promise((resolve) => setImmediate(resolve))
    }
    await Promise.all(people.map((person) => person.until(() => person.provider.synced, `synced (seed ${random.seed})`)))
    people.forEach((person, index) => person.text.insert(0, `«${index}»`))
    const isComplete = (person: LiveClient): boolean => people.every((_, index) => person.text.toJSON().includes(`«${index}»`))
    await Promise.all(people.map((person) => person.until(() => isComplete(person), `all marks (seed ${random.seed})`)))
    const words = await merged(document)
    for (const person of people) expect(person.text.toJSON()).toBe(words)
  })

  it('[NODE-3] without Redis the other node finds what was written within five seconds, with no further keystroke', async () => {
    await bothUp()
    const { one, two } = await pair()
    await killRedis()
    one.text.insert(0, 'nobody was told')
    const written = performance.now()
    await says(two, 'nobody was told')
    const took = performance.now() - written
    process.stdout.write(`without redis the other node showed an edit after ${took.toFixed(0)} ms\n`)
    redis = await startRedis({ port, directory })
    await bothUp()
    two.text.insert(0, 'again: ')
    await says(one, 'again: nobody was told')
  })

  it('[NODE-4] a Redis that answers nothing counts as away, and neither holds an edit nor a right up', async () => {
    await bothUp()
    const { one, two } = await pair()
    redis.signal('SIGSTOP')
    try {
      one.text.insert(0, 'frozen')
      await one.until(() => one.ledger.isSettled, 'the edit to be durable')
      await says(two, 'frozen')
      await until(() => !isUp(here), 'the frozen redis to be noticed')
    } finally {
      redis.signal('SIGCONT')
    }
    await bothUp()
    two.text.insert(6, ' no more')
    await says(one, 'frozen no more')
  })

  it('[NODE-5] a node that missed rows which another has folded sends its people through a new sync', async () => {
    await bothUp()
    const { document, one, two } = await pair()
    await killRedis()
    one.text.insert(0, 'folded before it was read')
    await one.until(() => one.ledger.isSettled, 'the edit to be durable')
    expect(await here.app.nest.get(Compactor).compact(document)).toBe(true)
    await says(two, 'folded before it was read')
    redis = await startRedis({ port, directory })
    await bothUp()
  })

  it('[NODE-6] people see each other across nodes, and nobody stays who has left, or whose node has gone', async () => {
    await bothUp()
    const { document, one, two } = await pair()
    const others = (client: LiveClient): number => client.provider.awareness.getStates().size - 1
    one.provider.awareness.setLocalStateField('cursor', null)
    two.provider.awareness.setLocalStateField('cursor', null)
    await Promise.all([one.until(() => others(one) === 1, 'the one there'), two.until(() => others(two) === 1, 'the one here')])
    const late = await open(there, document, await world.seat('COM'))
    late.provider.awareness.setLocalStateField('cursor', null)
    await late.until(() => others(late) === 2, 'both, told to a newcomer')
    await two.until(() => others(two) === 2, 'the newcomer')
    one.provider.disconnect()
    await two.until(() => others(two) === 1, 'the departure')
    one.provider.connect()
    await two.until(() => others(two) === 2, 'the return')
    await killRedis()
    await two.until(() => others(two) === 1, 'who is at a node that is not heard to be taken away')
    redis = await startRedis({ port, directory })
    await two.until(() => others(two) === 2, 'who is at the other node to be told anew')
  })

  it('[NODE-7] a template that is moved at one node is shown to whoever has the document open at another', async () => {
    await bothUp()
    const { document, one, two } = await pair()
    const { seatId } = await world.seat('NSO')
    const server = new Y.Doc()
    one.text.insert(0, 'x')
    await says(two, 'x')
    Y.applyUpdate(server, Y.encodeStateAsUpdate(one.doc))
    const before = Y.encodeStateVector(server)
    server.getText('content').insert(1, ' by the server')
    const bytes = Buffer.from(Y.encodeStateAsUpdate(server, before))
    const { rows } = await here.pool.query<{ family_id: string }>('select family_id from document where id = $1', [document])
    await appendAsServer(
      (sql, values) => here.pool.query(sql, values).then(({ rows: found }) => found as never),
      { id: document, familyId: rows[0]!.family_id, epoch: 1 },
      { serverClient: server.clientID, seatId, bytes }
    )
    here.app.nest.get(LiveServer).wrote(document)
    await Promise.all([says(one, 'x by the server'), says(two, 'x by the server')])
  })

  it('[NODE-8] whoever watches a workspace hears of changes made at another node, with and without Redis', async () => {
    await bothUp()
    const room = await here.world()
    const [nso, cso] = [await room.seat('NSO'), await room.seat('CSO')]
    const actor = await ApiClient.as(here, cso.personId)
    const ear = new EventsClient(there, await ApiClient.as(there, nso.personId))
    try {
      await ear.opened()
      await ear.watch(room.workspaceId)
      const act = (): Promise<unknown> =>
        actor.call('createDocument', { id: room.workspaceId, body: { kind: 'agreement', title: 'Terms' } })
      await act()
      await ear.until(() => ear.changed.length === 1, 'the change')
      await killRedis()
      await act()
      await ear.until(() => ear.changed.length === 2, 'the change, without redis')
      expect(ear.changed).toEqual(Array<unknown>(2).fill({ workspaceId: room.workspaceId, part: 'documents' }))
    } finally {
      ear.close()
    }
    redis = await startRedis({ port, directory })
    await bothUp()
  })

  it('[NODE-9] who loses their right at one node writes no more at another, without Redis', async () => {
    await bothUp()
    await killRedis()
    const { one, two, cso } = await pair()
    two.text.insert(0, 'while I may')
    await says(one, 'while I may')
    await here.pool.query('update seat set ended_at = now() where id = $1', [cso.seatId])
    await two.until(() => two.closes.some(({ code }) => code === CLOSE.notAllowed.code), 'the end of the right')
    redis = await startRedis({ port, directory })
    await bothUp()
  })

  it('[NODE-10] a server starts without its Redis, says so when it is asked, and finds it when it comes', async () => {
    const lonelyPort = await freePort()
    const lonely = await TestServer.start({ redisUrl: `redis://127.0.0.1:${lonelyPort}` })
    const ready = async (): Promise<unknown> => (await fetch(`${lonely.url}/api/ready`)).json()
    expect(await ready()).toEqual({ status: 'ready', redis: 'away' })
    const late = await startRedis({ port: lonelyPort, directory })
    try {
      await until(() => isUp(lonely), 'redis to be found')
      expect(await ready()).toEqual({ status: 'ready', redis: 'connected' })
    } finally {
      await lonely.close()
      await late.stop()
    }
  })

  it('[NODE-13] different words under one clock, sent to both nodes at once: the first in the log wins with everybody', async () => {
    await bothUp()
    const random = seededRandom('one clock, two nodes')
    const forger = await world.seat('CSO')
    const reader = await world.seat('OBS')
    let clashes = 0
    for (let round = 0; round < 10; round++) {
      const document = await world.document()
      const readers = [await open(here, document, reader), await open(there, document, reader)]
      const liars = await Promise.all(
        [here, there].map(async (server) => {
          const liar = new RawClient(`${server.liveUrl}/live/${document}?schema=1&ticket=${await server.ticket(document, forger)}`)
          await liar.opened
          liar.greet()
          await liar.until(() => liar.durable >= 1)
          return liar
        })
      )
      liars.forEach((liar, index) => {
        const doc = new Y.Doc()
        doc.clientID = 1000 + round
        liar.update(updateOf(doc, () => doc.getText('content').insert(0, 'xyz'[index]!.repeat(random.integer(1, 5)))))
      })
      await Promise.all(liars.map((liar) => liar.until(() => liar.durable >= 2)))
      const honest = await open(here, document, await world.seat('NSO'))
      honest.text.insert(0, '|')
      const isSettled = (client: LiveClient): boolean => client.text.toJSON().includes('|')
      await Promise.all(readers.map((client) => client.until(() => isSettled(client), 'what came last')))
      clashes += (await here.logged(document)).length - 2
      await here.app.nest.get(Compactor).compact(document)
      const words = await merged(document)
      for (const client of [...readers, honest, await open(there, document, reader)]) expect(client.text.toJSON()).toBe(words)
      for (const liar of liars) liar.end()
    }
    process.stdout.write(`one clock at two nodes: both were stored in ${clashes} of 10 rounds\n`)
  })
})
