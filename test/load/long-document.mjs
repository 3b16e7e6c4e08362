import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import * as Y from 'yjs'

/** A paper as it was typed (automerge-perf, CC BY 4.0), where it lies beside the project. */
const RECORDING = fileURLToPath(new URL('../../../shared/bench/data/automerge-paper.json.gz', import.meta.url))
const GENERATED_EDITS = 150_000
const QUICK_EDITS = 20_000
const MOST_SELECTED = 40
const AUTHORS = 6
const TURN = 500
const WORDS = ['the ', 'data ', 'people ', 'and ', 'of ', 'a ', 'count ', 'village ', 'by ', '\n']

let made = null

/**
 * A document with a long history, six authors in turn: the recording where it lies beside the project, else generated
 * typing, taking back and formatting, the same each time. Its update in base64, its clocks by client id, its length in letters.
 */
export function longDocument(isQuick) {
  return (made ??= make(isQuick))
}

function make(isQuick) {
  const recorded = isQuick ? null : recording()
  const edits = recorded ?? generated(isQuick ? QUICK_EDITS : GENERATED_EDITS)
  const authors = Array.from({ length: AUTHORS }, (_, index) => Object.assign(new Y.Doc(), { clientID: 1_000_003 + index }))
  let author = authors[0]
  edits.forEach((edit, index) => {
    if (index % TURN === 0) author = passOn(author, authors[(index / TURN) % AUTHORS])
    apply(author.getText('content'), edit)
  })
  return {
    title: recorded ? `recorded paper, ${edits.length} edits` : `generated, ${edits.length} edits`,
    update: Buffer.from(Y.encodeStateAsUpdate(author)).toString('base64'),
    clocks: Object.fromEntries(Y.decodeStateVector(Y.encodeStateVector(author))),
    length: author.getText('content').toString().length
  }
}

function passOn(from, to) {
  if (from !== to) Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)))
  return to
}

function apply(text, [at, deleted, inserted, format]) {
  if (format) return text.format(at, deleted, format)
  if (deleted > 0) text.delete(at, deleted)
  if (inserted) text.insert(at, inserted)
}

/** [position, letters deleted, letters inserted] each; null where it is absent. */
function recording() {
  try {
    return JSON.parse(gunzipSync(readFileSync(RECORDING)).toString()).txns.flatMap(({ patches }) => patches)
  } catch (error) {
    if (error.code === 'ENOENT') return null
    throw error
  }
}

/** Letters come one by one, mostly where the last one went; now and then somebody jumps, takes back, or makes words bold. */
function generated(count) {
  const random = sequence(20_261_128)
  const below = (limit) => Math.floor(random() * limit)
  let [length, caret, word] = [0, 0, '']
  return Array.from({ length: count }, () => {
    const dice = random()
    if (dice < 0.01) caret = below(length + 1)
    if (dice > 0.99 && length > MOST_SELECTED)
      return [below(length - MOST_SELECTED), 1 + below(MOST_SELECTED), '', { bold: random() < 0.7 || null }]
    if (dice > 0.78 && caret > 0) {
      length -= 1
      return [--caret, 1, '']
    }
    word ||= WORDS[below(WORDS.length)]
    const letter = word[0]
    word = word.slice(1)
    length += 1
    return [caret++, 0, letter]
  })
}

/** Numbers in [0, 1), the same for the same seed (xorshift). */
function sequence(seed) {
  let state = seed
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 2 ** 32
  }
}
