import { BlackHole } from '../support/black-hole.js'
import { FaultScene } from '../support/fault-scene.js'
import { seededRandom } from '../support/random.js'
import { NOTHING_WRONG, type Writers } from '../support/writers.js'

const WRITERS = 3
/** A page waits ten seconds at most for a connection that is lost; the next has another. */
const MOST_TRIES = 5

const random = seededRandom(`black hole ${new Date().toISOString().slice(0, 10)}`)

describe(`a database whose bytes are swallowed (seed ${random.seed})`, () => {
  let hole: BlackHole
  let scene: FaultScene
  let writers: Writers

  beforeAll(async () => {
    scene = await FaultScene.open(async (database) => {
      hole = await BlackHole.before(database.appUrl)
      return { ...database, appUrl: hole.through(database.appUrl) }
    })
    await scene.server.start()
    writers = await scene.writers([await scene.world.document()], WRITERS)
  })
  afterAll(async () => {
    writers.close()
    await scene.close()
    await hole.close()
  })

  /** Through TypeORM's connections. */
  async function signInStatus(): Promise<number> {
    const { status } = await fetch(`${scene.server.url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'nobody@example.org', password: 'not the password of anybody' })
    })
    return status
  }

  it('[LIVE-61] counts as away; what is typed meanwhile is committed, and pages are answered, without a restart', async () => {
    await writers.type(random, () => writers.acknowledged > 50)
    await writers.settled('before')
    const refusedAsAlways = await signInStatus()
    expect(refusedAsAlways).toBeLessThan(500)

    hole.swallow()
    const acknowledged = writers.acknowledged
    for (const writer of writers.all) for (let token = 0; token < 20; token++) writer.type()
    const isSwallowed = hole.swallowed()
    await isSwallowed
    expect(await signInStatus()).toBe(503)
    expect(writers.acknowledged).toBe(acknowledged)

    hole.heal()
    await writers.settled('after')
    expect(await writers.verdict()).toEqual({ ...NOTHING_WRONG, stored: writers.typed })
    await writers.converged('after')
    expect(writers.all.flatMap(({ client }) => client.rejections)).toEqual([])
    let status = await signInStatus()
    for (let tries = 1; status === 503 && tries < MOST_TRIES; tries++) status = await signInStatus()
    expect(status).toBe(refusedAsAlways)
    expect(scene.server.isRunning).toBe(true)
  }, 180_000)
})
