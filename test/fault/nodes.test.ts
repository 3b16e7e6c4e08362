import { BlackHole } from '../support/black-hole.js'
import { LiveClient } from '../support/live-client.js'
import { Nodes } from '../support/nodes.js'
import { describeWith } from '../support/programs.js'
import { seededRandom } from '../support/random.js'
import { until } from '../support/until.js'
import { World } from '../support/world.js'
import { NOTHING_WRONG, Writers } from '../support/writers.js'

const KILLS = Number(process.env.KILLS ?? 50)
const LOSSES = Number(process.env.REDIS_LOSSES ?? 12)
const WRITERS = 20
const CONVERGED_MS = 5000

const random = seededRandom(`nodes ${new Date().toISOString().slice(0, 10)}`)

describeWith(['redis-server', 'nginx'], `two nodes behind nginx, ${WRITERS} writers (seed ${random.seed})`, () => {
  let nodes: Nodes
  let writers: Writers

  beforeAll(async () => {
    nodes = await Nodes.start(2, { nginx: true })
    const world = await World.create(nodes.pool)
    const documents = await Promise.all(Array.from({ length: 3 }, () => world.document()))
    const door = { liveUrl: nodes.nginxUrl.replace('http', 'ws'), ticket: nodes.node(0).ticket.bind(nodes.node(0)) }
    writers = await Writers.join(door, nodes.pool, world, documents, WRITERS)
  })
  afterAll(async () => {
    writers?.close()
    await nodes?.close()
  })

  const typed = async (least: number): Promise<void> => {
    const goal = writers.acknowledged + least
    await writers.type(random, () => writers.acknowledged >= goal)
  }
  const redisIs = async (state: 'connected' | 'away', node: number): Promise<void> =>
    until(async () => {
      const answer = (await (await fetch(`${nodes.urlOf(node)}/api/ready`)).json()) as { redis: string }
      return answer.redis === state
    }, `node ${node} to have redis ${state}`)
  const bothHaveRedis = async (state: 'connected' | 'away'): Promise<void> => {
    await Promise.all([redisIs(state, 0), redisIs(state, 1)])
  }

  it(
    `[NODE-2] ${KILLS} times kill -9 of either node under load: nothing acknowledged is lost, nothing is doubled`,
    async () => {
      for (let kill = 0; kill < KILLS; kill++) {
        const victim = random.integer(0, 1)
        await typed(random.integer(20, 400))
        await nodes.stopNode(victim, 'SIGKILL')
        // Whoever was there goes on at the other one.
        await typed(random.integer(20, 200))
        expect({ kill, ...(await writers.verdict()) }).toMatchObject(NOTHING_WRONG)
        await nodes.startNode(victim)
        await writers.settled(`kill ${kill}`)
      }
      await writers.converged('after the kills')
      const verdict = await writers.verdict()
      expect(verdict).toMatchObject({ ...NOTHING_WRONG, stored: writers.typed })
      process.stdout.write(`two nodes, ${KILLS} kills, ${verdict.stored} tokens: 0 lost, 0 doubled (seed ${random.seed})\n`)
    },
    KILLS * 40_000
  )

  it(
    `[NODE-3] Redis killed, frozen, emptied and back again, ${LOSSES} times under load: all is acknowledged, and seen everywhere within five seconds`,
    async () => {
      const took: number[] = []
      for (let loss = 0; loss < LOSSES; loss++) {
        const way = (['killed', 'frozen', 'emptied'] as const)[loss % 3]!
        await bothHaveRedis('connected')
        await typed(100)
        if (way === 'killed') await nodes.stopRedis()
        else if (way === 'frozen') nodes.freezeRedis()
        else await nodes.emptyRedis()
        await typed(random.integer(200, 400))
        await writers.settled(`redis ${way}`)
        const last = performance.now()
        await writers.converged(`redis ${way}, no further keystroke`)
        took.push(performance.now() - last)
        expect({ way, ...(await writers.verdict()) }).toMatchObject({ ...NOTHING_WRONG, stored: writers.typed })
        if (way === 'killed') await nodes.startRedis()
        else if (way === 'frozen') nodes.thawRedis()
      }
      const longest = Math.max(...took)
      process.stdout.write(`redis lost ${LOSSES} times: all equal at the latest ${longest.toFixed(0)} ms after the last edit was saved\n`)
      expect(longest).toBeLessThan(CONVERGED_MS)
    },
    LOSSES * 60_000
  )

  it('[NODE-11] both nodes are stopped and started in turn under load: everybody goes on, nothing is lost, each ends by itself', async () => {
    await bothHaveRedis('connected')
    for (const node of [0, 1, 0, 1]) {
      await typed(200)
      const stopping = nodes.stopNode(node, 'SIGTERM')
      await typed(200)
      await stopping
      await nodes.startNode(node)
      await writers.settled(`node ${node} was renewed`)
    }
    await writers.converged('after the roll')
    expect(await writers.verdict()).toMatchObject({ ...NOTHING_WRONG, stored: writers.typed })
  }, 240_000)

  it('[NODE-16] a node that cannot read the rights shows nothing new, and whoever was removed meanwhile learns no word', async () => {
    const world = await World.create(nodes.pool)
    const documentId = await world.document()
    const hole = await BlackHole.before(nodes.database.appUrl)
    await nodes.stopNode(1)
    await nodes.startNode(1, { DATABASE_URL: hole.through(nodes.database.appUrl) })
    const people = [await world.seat('CSO'), await world.seat('CSO'), await world.seat('CSO')]
    const [here, removed, staying] = await Promise.all(
      people.map(async (person, index) => {
        const node = nodes.node(index === 0 ? 0 : 1)
        const ticket = await node.ticket(nodes.pool, documentId, person.personId)
        return new LiveClient({ url: node.liveUrl, documentId, ticket, speaksRoundtable: true, schema: 1 }).connect()
      })
    )
    const clients = [here!, removed!, staying!]
    try {
      here!.text.insert(0, 'a')
      await Promise.all(clients.map((client) => client.until(() => client.text.toJSON() === 'a', 'the first letter')))
      hole.swallow()
      await until(async () => (await fetch(`${nodes.urlOf(1)}/api/ready`)).status === 503, 'the node to say that it is not ready')
      await world.endSeat(people[1]!.seatId)
      here!.text.insert(1, ' secret')
      await here!.until(() => here!.ledger.isSettled, 'the words to be saved')
      hole.heal()
      await staying!.until(() => staying!.text.toJSON() === 'a secret', 'the words of whoever stays', 30_000)
      await removed!.until(() => removed!.closes.length > 0, 'the removal', 30_000)
      expect([removed!.closes[0]?.code, removed!.text.toJSON()]).toEqual([4403, 'a'])
    } finally {
      for (const client of clients) client.close()
      await hole.close()
      await nodes.stopNode(1)
      await nodes.startNode(1)
    }
  }, 180_000)

  it('[NODE-12] a node cut off from Redis, then from the database as well, acknowledges nothing it cannot store, and comes back by itself', async () => {
    const world = await World.create(nodes.pool)
    const documentId = await world.document()
    const [redisHole, databaseHole] = [await BlackHole.before(nodes.redisUrl), await BlackHole.before(nodes.database.appUrl)]
    await nodes.stopNode(1)
    await nodes.startNode(1, { REDIS_URL: redisHole.through(nodes.redisUrl), DATABASE_URL: databaseHole.through(nodes.database.appUrl) })
    const [here, there] = await Promise.all(
      [0, 1].map(async (index) => {
        const ticket = await nodes.node(index).ticket(nodes.pool, documentId, (await world.seat('CSO')).personId)
        const options = { url: nodes.node(index).liveUrl, documentId, ticket, speaksRoundtable: true, schema: 1 }
        return new LiveClient(options).connect()
      })
    )
    try {
      const bothSay = async (words: string): Promise<number> => {
        const from = performance.now()
        await Promise.all([here, there].map((client) => client!.until(() => client!.text.toJSON() === words, words, 30_000)))
        return performance.now() - from
      }
      await redisIs('connected', 1)
      redisHole.swallow()
      here!.text.insert(0, 'a')
      const apart = await bothSay('a')
      databaseHole.swallow()
      there!.text.insert(1, 'b')
      here!.text.insert(0, '0')
      await here!.until(() => here!.ledger.isSettled, 'the other node to go on')
      // As long as a right that was lost may take to be noticed, and longer.
      await until(async () => (await fetch(`${nodes.urlOf(1)}/api/ready`)).status === 503, 'the node to say that it is not ready')
      expect(there!.ledger.waiting).toBe(1)
      databaseHole.heal()
      redisHole.heal()
      const again = await bothSay('0ab')
      process.stdout.write(`cut off from redis: seen after ${apart.toFixed(0)} ms; from both, healed: after ${again.toFixed(0)} ms\n`)
    } finally {
      for (const client of [here, there]) client!.close()
      await Promise.all([redisHole.close(), databaseHole.close()])
      await nodes.stopNode(1, 'SIGKILL')
      await nodes.startNode(1)
    }
  }, 120_000)
})
