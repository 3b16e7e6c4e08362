import * as Y from 'yjs'
import { seededRandom } from '../../../../test/support/random.js'
import type { LogRow } from '../live.store.js'
import { fold } from './fold.js'

const FORMATS = [{ bold: {} }, { bold: null }, { em: {} }, { em: null }] as const

describe('fold', () => {
  it('[LIVE-44] folds what people made of the same rich text at once, though Yjs would tidy its formatting', () => {
    const random = seededRandom('rich text to fold')
    for (let history = 0; history < 200; history++) {
      const log: Uint8Array[] = []
      const first = new Y.Doc()
      first.on('update', (bytes: Uint8Array) => log.push(bytes))
      first.getXmlFragment('goal').insert(0, [new Y.XmlText('clean water for everybody')])
      const second = new Y.Doc()
      Y.applyUpdate(second, Y.encodeStateAsUpdate(first))
      second.on('update', (bytes: Uint8Array) => log.push(bytes))
      for (let step = 0; step < 8; step++) {
        const text = random.pick([first, second]).getXmlFragment('goal').get(0) as Y.XmlText
        const at = random.integer(0, 15)
        if (random.chance(0.3)) text.delete(at, 1)
        else text.format(at, random.integer(1, 5), random.pick(FORMATS))
      }
      const rows = log.map((bytes, index): LogRow => ({ seq: index + 1, bytes, seatId: null, writtenMs: 0 }))
      const half = fold(null, rows.slice(0, 4))
      const whole = fold(half.snapshot, rows.slice(4))
      const [folded, replayed] = [new Y.Doc(), new Y.Doc()]
      Y.applyUpdate(folded, whole.snapshot.state)
      for (const bytes of log) Y.applyUpdate(replayed, bytes)
      const words = (doc: Y.Doc): unknown => (doc.getXmlFragment('goal').get(0) as Y.XmlText).toDelta()
      expect({ seed: random.seed, history, words: words(folded) }).toEqual({ seed: random.seed, history, words: words(replayed) })
    }
  })
})
