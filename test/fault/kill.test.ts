import { FaultScene } from '../support/fault-scene.js'
import { seededRandom } from '../support/random.js'
import { NOTHING_WRONG, type Writers } from '../support/writers.js'

const KILLS = Number(process.env.KILLS ?? 50)
const WRITERS = 20

describe('kill -9 under load', () => {
  let scene: FaultScene
  let writers: Writers

  beforeAll(async () => {
    scene = await FaultScene.open()
    const documents = await Promise.all(Array.from({ length: 3 }, () => scene.world.document()))
    await scene.server.start()
    writers = await scene.writers(documents, WRITERS)
  })
  afterAll(async () => {
    writers.close()
    await scene.close()
  })

  it(
    `[LIVE-8] ${KILLS} kills at random moments under ${WRITERS} writers: nothing acknowledged is lost, nothing is doubled`,
    async () => {
      const random = seededRandom(`kill ${new Date().toISOString().slice(0, 10)}`)
      for (let kill = 0; kill < KILLS; kill++) {
        // The kill comes after a number of acknowledgements, wherever the server then is.
        const goal = writers.acknowledged + random.integer(20, 400)
        await writers.type(random, () => writers.acknowledged >= goal)
        await scene.server.kill()
        expect({ seed: random.seed, kill, ...(await writers.verdict()) }).toMatchObject(NOTHING_WRONG)
        await scene.server.start()
        await writers.settled(`seed ${random.seed}, kill ${kill}`)
        if ((kill + 1) % 25 === 0) process.stdout.write(`${kill + 1} of ${KILLS} kills, ${writers.acknowledged} tokens\n`)
      }
      const verdict = await writers.verdict()
      expect({ seed: random.seed, ...verdict }).toMatchObject({ ...NOTHING_WRONG, stored: writers.typed })
      process.stdout.write(`${KILLS} kills, ${verdict.stored} tokens: 0 lost, 0 doubled (seed ${random.seed})\n`)
    },
    KILLS * 30_000
  )
})
