import { FAILPOINTS } from '../../server/src/platform/failpoint.js'
import { FaultScene } from '../support/fault-scene.js'
import { seededRandom } from '../support/random.js'
import { NOTHING_WRONG, type Writers } from '../support/writers.js'

const WRITERS = 3
/** Enough for two compactions; a failpoint that is not reached by then is never reached. */
const MOST_TYPED = 20_000

const random = seededRandom(`failpoint ${new Date().toISOString().slice(0, 10)}`)

/** Each place at its first pass and at a later one: a second compaction has a snapshot before it. */
const cases = FAILPOINTS.flatMap((name) => {
  const isCompaction = name.startsWith('compaction')
  const rule = isCompaction ? '[LIVE-25]' : '[LIVE-8]'
  return [1, isCompaction ? 2 : random.integer(2, 200)].map((pass) => ({ rule, name, pass }))
})

describe(`a server that dies in the middle (seed ${random.seed})`, () => {
  let scene: FaultScene
  let writers: Writers

  beforeAll(async () => {
    scene = await FaultScene.open()
  })
  afterEach(async () => {
    writers.close()
    if (scene.server.isRunning) await scene.server.kill()
  })
  afterAll(() => scene.close())

  it.each(cases)(
    '$rule dies at $name, pass $pass: what was acknowledged is stored once, and everything goes on',
    async ({ name, pass }) => {
      const { server, world } = scene
      const document = await world.document()
      await server.start({ FAILPOINT: `${name}:${pass}` })
      writers = await scene.writers([document], WRITERS)
      await writers.type(random, () => !server.isRunning || writers.typed > MOST_TYPED)
      expect(server.isRunning).toBe(false)
      expect(await server.ended).toBe('SIGKILL')
      expect(await writers.verdict()).toMatchObject(NOTHING_WRONG)

      await server.start()
      await writers.settled(`after ${name}`)
      await scene.foldAgain(document, writers, random)
      await writers.settled(`after ${name} and another fold`)
      expect(await writers.verdict()).toEqual({ ...NOTHING_WRONG, stored: writers.typed })
      await writers.converged(`after ${name}`)
    }
  )
})
