import { ARTEFACTS, MODALITIES, ROLES, type Modality } from '@roundtable/shared/framework'
import { LETTERS, type Letter, cellOf } from '../../shared/src/ability/matrix.js'
import { type Probe, probesOf } from '../support/matrix/probes.js'
import { MatrixStage } from '../support/matrix/stage.js'
import { type SeededRandom, seededRandom } from '../support/random.js'

const FLIPS = Number(process.env.FLIPS ?? (process.env.MATRIX === 'whole' ? 200 : 20))

interface Flip {
  readonly cell: Set<Letter>
  readonly letter: Letter
  readonly modality: Modality
  readonly name: string
}

function flipOf(random: SeededRandom): Flip {
  const [role, modality, artefact, letter] = [random.pick(ROLES), random.pick(MODALITIES), random.pick(ARTEFACTS), random.pick(LETTERS)]
  // The running server reads these very sets: what is changed here is changed in its copy.
  return { cell: cellOf(role, modality, artefact) as Set<Letter>, letter, modality, name: `${role} ${modality} ${artefact} ${letter}` }
}

function toggle({ cell, letter }: Flip): void {
  if (!cell.delete(letter)) cell.add(letter)
}

/** Does the walk see a server that decides one cell otherwise than the law? */
describe('a server with one letter of the matrix flipped', () => {
  let stage: MatrixStage
  beforeAll(async () => (stage = await MatrixStage.open()), 300_000)
  afterAll(() => stage?.close())

  it(
    `[ABIL-31] is caught, ${FLIPS} times of ${FLIPS}`,
    async () => {
      const random = seededRandom(`flips ${new Date().toISOString().slice(0, 10)}`)
      const probes = stage.worlds.flatMap(probesOf)
      const lawful = new Map(probes.map((probe) => [probe, probe.expected()]))
      const missed: string[] = []
      let caught = 0
      while (caught + missed.length < FLIPS) {
        const flip = flipOf(random)
        toggle(flip)
        try {
          const concerned: Probe[] = probes.filter(
            (probe) => probe.world.modality === flip.modality && probe.expected() !== lawful.get(probe)
          )
          // Acts without a door yet cannot be tried: `doors.test.ts` counts them.
          if (concerned.length === 0) continue
          const probe = random.pick(concerned)
          if ((await probe.run(stage, lawful.get(probe)!)) === null)
            missed.push(`${flip.name}: ${probe.door} ${probe.what}, ${probe.actor.name}, ${probe.world.name}`)
          else caught++
        } finally {
          toggle(flip)
        }
      }
      expect({ seed: random.seed, missed, caught }).toEqual({ seed: random.seed, missed: [], caught: FLIPS })
    },
    30 * 60_000
  )
})
