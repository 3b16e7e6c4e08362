import { seededRandom } from '../support/random.js'
import { MatrixStage } from '../support/matrix/stage.js'
import { type Probe, probesOf } from '../support/matrix/probes.js'
import { pairwise } from '../support/matrix/pairwise.js'

const IS_WHOLE = process.env.MATRIX === 'whole'

const nameOf = ({ door, what, actor, world, state }: Probe): string =>
  `${door} ${what}: ${actor.name}, ${world.name}${state ? `, ${state}` : ''}`

/** Every actor × world × act × state that has a door, or of them a set in which each pair of values meets. */
describe(`the matrix at the doors (${IS_WHOLE ? 'whole' : 'pairwise'})`, () => {
  let stage: MatrixStage
  beforeAll(async () => (stage = await MatrixStage.open()), 300_000)
  afterAll(() => stage?.close())

  it(
    '[ABIL-30] every door does what decide() says, judged by what was changed and what was shown',
    async () => {
      const all = stage.worlds.flatMap(probesOf)
      const random = seededRandom(`matrix ${new Date().toISOString().slice(0, 10)}`)
      const probes = IS_WHOLE ? all : pairwise(all, random)
      const wrong: string[] = []
      const counts = { allowed: 0, refused: 0, absent: 0, 'signed out': 0 }
      for (const probe of probes) {
        const expected = probe.expected()
        counts[expected]++
        const found = await probe.run(stage, expected)
        if (found) wrong.push(`${nameOf(probe)} (expected ${expected}): ${found}`)
      }
      process.stdout.write(`${probes.length} of ${all.length} cells at their doors: ${JSON.stringify(counts)} (seed ${random.seed})\n`)
      expect(wrong).toEqual([])
    },
    IS_WHOLE ? 40 * 60_000 : 10 * 60_000
  )
})
