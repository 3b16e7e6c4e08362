import { FaultScene } from '../support/fault-scene.js'
import { seededRandom } from '../support/random.js'
import { ThrowawayCluster } from '../support/throwaway-cluster.js'
import { NOTHING_WRONG, type Writers } from '../support/writers.js'

const WRITERS = 10
const RESTARTS = 5
const KILLS = 3

const random = seededRandom(`database ${new Date().toISOString().slice(0, 10)}`)

describe(`a database that is hit under ${WRITERS} writers (seed ${random.seed})`, () => {
  let cluster: ThrowawayCluster
  let scene: FaultScene
  let writers: Writers

  beforeAll(async () => {
    cluster = await ThrowawayCluster.start()
    scene = await FaultScene.open()
    await scene.server.start()
    writers = await scene.writers([await scene.world.document(), await scene.world.document()], WRITERS)
  })
  afterAll(async () => {
    writers.close()
    await scene.close({ keepsDatabase: true })
    await cluster.stop()
  })

  async function typeSome(): Promise<void> {
    const goal = writers.acknowledged + random.integer(100, 800)
    await writers.type(random, () => writers.acknowledged >= goal)
  }

  /** Everybody goes on typing while `work` goes on, and for 20 tokens each at least. */
  async function typeWhile(work: Promise<void>): Promise<void> {
    let isOver = false
    const goal = writers.typed + 20 * WRITERS
    await Promise.all([work.finally(() => (isOver = true)), writers.type(random, () => isOver && writers.typed >= goal)])
  }

  async function nothingIsWrong(when: string): Promise<void> {
    await writers.settled(when)
    expect(await writers.verdict()).toEqual({ ...NOTHING_WRONG, stored: writers.typed })
    await writers.converged(when)
    expect(writers.all.flatMap(({ client }) => client.rejections)).toEqual([])
  }

  it(`[LIVE-32] ${RESTARTS} immediate restarts: the server lives, and what is typed meanwhile is committed after`, async () => {
    for (let round = 0; round < RESTARTS; round++) {
      await typeSome()
      await typeWhile(cluster.restart())
      await nothingIsWrong(`restart ${round}`)
      expect(scene.server.isRunning).toBe(true)
    }
  }, 300_000)

  it(`[LIVE-32] ${KILLS} times kill -9 of the whole database: the same`, async () => {
    for (let round = 0; round < KILLS; round++) {
      await typeSome()
      await cluster.kill()
      const acknowledged = writers.acknowledged
      for (const writer of writers.all) for (let token = 0; token < 20; token++) writer.type()
      expect(writers.acknowledged).toBeLessThan(writers.typed)
      await typeWhile(cluster.restart())
      await nothingIsWrong(`kill ${round}`)
      expect(writers.acknowledged).toBeGreaterThanOrEqual(acknowledged + 20 * WRITERS)
      expect(scene.server.isRunning).toBe(true)
    }
  }, 300_000)

  it('[LIVE-8] kill -9 of server and database together, in either order: nothing acknowledged is lost, nothing is doubled', async () => {
    for (const [first, second] of [
      [scene.server, cluster],
      [cluster, scene.server]
    ] as const) {
      await typeSome()
      await first.kill()
      await second.kill()
      await cluster.restart()
      expect(await writers.verdict()).toMatchObject(NOTHING_WRONG)
      await scene.server.start()
      await nothingIsWrong('both killed')
    }
    process.stdout.write(
      `the database hit ${RESTARTS + KILLS + 2} times, ${writers.typed} tokens: 0 lost, 0 doubled (seed ${random.seed})\n`
    )
  }, 300_000)
})
