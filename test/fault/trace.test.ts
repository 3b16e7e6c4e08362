import { playRelay, recordedEdits, recordedText, report } from '../support/keystrokes.js'

const recorded = recordedEdits()
/** The recording is not the project's to copy: where it is absent the title says so, and generated papers are played elsewhere. */
const where = recorded ? '' : ' — SKIPPED: ../shared/bench/data/automerge-paper.json.gz is not there'

;(recorded ? it : it.skip)(
  `[LIVE-34] all keystrokes of a real paper, passed between six people: everybody has the paper, after a restart and a fold as well${where}`,
  async () => {
    const edits = recorded ?? []
    const relay = await playRelay(edits)
    const paper = recordedText()
    for (const text of [...relay.shown.typed, ...relay.shown.restarted, ...relay.shown.folded]) expect(text).toBe(paper)
    report('a recorded paper, whole', edits, relay)
  },
  1_800_000
)
