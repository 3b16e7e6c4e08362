import type pg from 'pg'
import { createPool } from '../../server/src/database/database.js'
import { type TestDatabase } from '../support/database.js'
import { migratedDatabase, silent } from '../support/migrated-database.js'
import { seededRandom } from '../support/random.js'
import { ServerProcess, freePort } from '../support/server-process.js'
import { World } from '../support/world.js'
import { NOTHING_WRONG, Writers } from '../support/writers.js'

const KILLS = Number(process.env.KILLS ?? 50)
const WRITERS = 20

describe('kill -9 under load', () => {
  let database: TestDatabase
  let pool: pg.Pool
  let server: ServerProcess
  let writers: Writers

  beforeAll(async () => {
    database = await migratedDatabase()
    pool = createPool(database.ownerUrl, silent)
    const world = await World.create(pool)
    const documents = await Promise.all(Array.from({ length: 3 }, () => world.document()))
    server = new ServerProcess(await freePort(), database)
    await server.start()
    writers = await Writers.join(server, pool, world, documents, WRITERS)
  })
  afterAll(async () => {
    writers.close()
    await server.stop()
    await pool.end()
    await database.drop()
  })

  it(
    `[LIVE-8] ${KILLS} kills at random moments under ${WRITERS} writers: nothing acknowledged is lost, nothing is doubled`,
    async () => {
      const random = seededRandom(`kill ${new Date().toISOString().slice(0, 10)}`)
      for (let kill = 0; kill < KILLS; kill++) {
        // The kill comes after a number of acknowledgements, wherever the server then is.
        const goal = writers.acknowledged + random.integer(20, 400)
        await writers.type(random, () => writers.acknowledged >= goal)
        await server.kill()
        expect({ seed: random.seed, kill, ...(await writers.verdict()) }).toMatchObject(NOTHING_WRONG)
        await server.start()
        await writers.settled(`seed ${random.seed}, kill ${kill}`)
      }
      const verdict = await writers.verdict()
      expect({ seed: random.seed, ...verdict }).toMatchObject({ ...NOTHING_WRONG, stored: writers.typed })
      process.stdout.write(`${KILLS} kills, ${verdict.stored} tokens: 0 lost, 0 doubled (seed ${random.seed})\n`)
    },
    KILLS * 30_000
  )
})
