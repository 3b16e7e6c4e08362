import { type Relay, generatedEdits, playRelay, recordedEdits, report } from '../support/keystrokes.js'
import { seededRandom } from '../support/random.js'

const EDITS = 20_000
const recorded = recordedEdits(EDITS)
/** A run that stands still is told by the relay itself, after 20 s; a machine with much else to do is given the time it needs. */
const LONGEST_MS = 600_000

function everybodySees({ expected, shown }: Relay): void {
  for (const text of [...shown.typed, ...shown.restarted, ...shown.folded]) expect(text).toBe(expected)
}

/** The recording is not the project's to copy: where it is absent the title says so, and generated papers are played elsewhere. */
const where = recorded ? '' : ' — SKIPPED: ../shared/bench/data/automerge-paper.json.gz is not there'

;(recorded ? it : it.skip)(
  `[LIVE-34] the first ${EDITS} keystrokes of a real paper, passed between six people: all see the same, after a restart and a fold as well${where}`,
  async () => {
    const edits = recorded ?? []
    const relay = await playRelay(edits)
    everybodySees(relay)
    report('a recorded paper', edits, relay)
  },
  LONGEST_MS
)

it(
  `[LIVE-34] ${EDITS} generated edits, passed between six people: the same`,
  async () => {
    const random = seededRandom('keystrokes')
    const edits = generatedEdits(random, EDITS)
    const relay = await playRelay(edits)
    everybodySees(relay)
    report(`generated edits (seed ${random.seed})`, edits, relay)
  },
  LONGEST_MS
)
