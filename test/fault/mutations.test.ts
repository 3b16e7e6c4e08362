import { FaultScene } from '../support/fault-scene.js'
import { playMutations } from '../support/mutations.js'
import { seededRandom } from '../support/random.js'

const MUTATIONS = Number(process.env.MUTATIONS ?? 100_000)
/** No message of a client may hold the event loop longer; generous, for machines that do other things as well. */
const LONGEST_STALL_SECONDS = 2

/** How long the event loop stood still, since the metrics were last asked for. */
function stallSeconds(metrics: string, statistic: 'p99' | 'max'): number {
  return Number(new RegExp(`^nodejs_eventloop_lag_${statistic}_seconds (\\S+)$`, 'm').exec(metrics)?.[1])
}

describe('mutated frames', () => {
  let scene: FaultScene

  beforeAll(async () => {
    scene = await FaultScene.open()
    await scene.server.start()
  })
  afterAll(() => scene.close())

  it(
    `[LIVE-33] ${MUTATIONS} of them: the server lives, the room goes on, nothing unreadable is stored, every refusal says why`,
    async () => {
      const { server, pool, world } = scene
      const random = seededRandom(`mutations ${new Date().toISOString().slice(0, 10)}`)
      const metrics = async (): Promise<string> => (await fetch(`${server.url}/metrics`)).text()
      await metrics()
      const started = performance.now()
      const door = {
        liveUrl: server.liveUrl,
        pool,
        ticket: (documentId: string, { personId }: { personId: string }) => server.ticket(pool, documentId, personId)
      }
      const { outcomes, ...round } = await playMutations(door, world, random, MUTATIONS)
      const seconds = (performance.now() - started) / 1000
      const text = await metrics()
      const [p99, max] = [stallSeconds(text, 'p99'), stallSeconds(text, 'max')]
      const counts = [...outcomes].sort((a, b) => b[1] - a[1]).map(([outcome, count]) => `${outcome} ${count}`)
      process.stdout.write(
        `${MUTATIONS} mutated frames in ${seconds.toFixed(0)} s (seed ${random.seed}): ${counts.join(', ')}; event loop p99 ${(p99 * 1000).toFixed(0)} ms, longest ${(max * 1000).toFixed(0)} ms\n`
      )
      expect({ seed: random.seed, ...round }).toMatchObject({ unexplained: [], broken: [], storedForViewers: 0 })
      expect(server.isRunning).toBe(true)
      expect(max).toBeLessThan(LONGEST_STALL_SECONDS)
    },
    MUTATIONS * 30 + 60_000
  )
})
