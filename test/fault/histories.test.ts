import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Program } from '../../server/bootstrap/cluster/program.mjs'
import { startRedis } from '../../server/bootstrap/cluster/redis.mjs'
import type { TestDatabase } from '../support/database.js'
import { History } from '../support/history.js'
import { migratedDatabase } from '../support/migrated-database.js'
import { describeWith } from '../support/programs.js'
import { seededRandom } from '../support/random.js'
import { freePort } from '../support/server-process.js'
import { TestServer } from '../support/server.js'

const HISTORIES = Number(process.env.HISTORIES ?? 300)
const AT_ONCE = 6
const NODES = 2

const random = seededRandom(`histories ${new Date().toISOString().slice(0, 10)}`)

describeWith(['redis-server'], `${HISTORIES} histories at ${NODES} nodes (seed ${random.seed})`, () => {
  const directory = mkdtempSync(join(tmpdir(), 'roundtable-histories-'))
  let redis: Program
  let database: TestDatabase
  let redisUrl: string
  const nodes: TestServer[] = []

  beforeAll(async () => {
    const port = await freePort()
    redis = await startRedis({ port, directory })
    redisUrl = `redis://127.0.0.1:${port}`
    database = await migratedDatabase()
    while (nodes.length < NODES) nodes.push(await TestServer.start({ redisUrl }, database))
  })
  afterAll(async () => {
    for (const node of nodes) await node.close({ keepsDatabase: true })
    await redis.stop()
    await database.drop()
    rmSync(directory, { recursive: true, force: true })
  })

  it(
    '[NODE-2] joins, leaves, offline edits, restarts, folds and changes of node leave every client equal to the log',
    async () => {
      const told = { steps: 0, restarts: 0, folds: 0, moves: 0 }
      for (let done = 0; done < HISTORIES; done += AT_ONCE) {
        const world = await nodes[0]!.world()
        const seeds = Array.from({ length: Math.min(AT_ONCE, HISTORIES - done) }, (_, index) => `${random.seed} #${done + index}`)
        const histories = await Promise.all(seeds.map((seed) => History.begin(seed, world, nodes)))
        for (let turn = 0; histories.some((history) => !history.isOver); turn++) {
          for (const history of histories) await history.step()
          if (!random.chance(0.01)) continue
          const index = random.integer(0, NODES - 1)
          await nodes[index]!.close({ keepsDatabase: true })
          nodes[index] = await TestServer.start({ redisUrl }, database)
          told.restarts++
        }
        for (const history of histories) {
          await history.end()
          told.steps += history.steps
          told.folds += history.folds
          told.moves += history.moves
        }
      }
      process.stdout.write(`${HISTORIES} histories: ${JSON.stringify(told)} (seed ${random.seed})\n`)
    },
    HISTORIES * 20_000
  )
})
