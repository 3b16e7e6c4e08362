import * as Y from 'yjs'
import { withoutTidying } from './without-tidying.js'

/** Two people who make the same word bold at once, and somebody who receives both. */
function boldTwice(reader: Y.Doc): { sent: number; text: Y.XmlText } {
  const word = (doc: Y.Doc) => doc.getXmlFragment('t').get(0) as Y.XmlText
  const first = new Y.Doc()
  first.getXmlFragment('t').insert(0, [new Y.XmlText('water')])
  const second = new Y.Doc()
  Y.applyUpdate(second, Y.encodeStateAsUpdate(first))
  word(first).format(0, 5, { bold: {} })
  word(second).format(0, 5, { bold: {} })
  let sent = 0
  reader.on('update', (_bytes: Uint8Array, _origin: unknown, _doc: Y.Doc, { local }: Y.Transaction) => {
    if (local) sent++
  })
  for (const doc of [first, second]) Y.applyUpdate(reader, Y.encodeStateAsUpdate(doc))
  return { sent, text: word(reader) }
}

describe('receiving formatted text', () => {
  it('[DOC-37] writes nothing, though Yjs would tidy up what two people formatted at once', () => {
    expect(boldTwice(new Y.Doc()).sent).toBe(1)
    const { sent, text } = boldTwice(withoutTidying(new Y.Doc()))
    expect(sent).toBe(0)
    expect(text.toDelta()).toEqual([{ insert: 'water', attributes: { bold: {} } }])
  })
})
