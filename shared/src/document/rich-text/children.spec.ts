import * as Y from 'yjs'
import { countingIds } from '../../../../test/support/ids.js'
import { replica } from '../../../../test/support/replicas.js'
import { duplicateBlockIds, holdsOnlyKnown, keepWordsOnly, readRichText, rekeyBlocks } from '../index.js'
import { childrenOf } from './children.js'

/** A rich text in which a hostile client put letters where only nodes may stand: before, between and after two paragraphs. */
function withStray(...writes: readonly ((text: Y.Text) => void)[]): Y.XmlFragment {
  const doc = replica(1)
  const fragment = doc.getXmlFragment('goal')
  fragment.insert(
    0,
    ['a', 'a'].map((id) => paragraph(id))
  )
  const hostile = new Y.Doc()
  Y.applyUpdate(hostile, Y.encodeStateAsUpdate(doc))
  for (const write of writes) write(hostile.getText('goal'))
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(hostile))
  return fragment
}

function paragraph(id: string): Y.XmlElement {
  const made = new Y.XmlElement('paragraph')
  made.setAttribute('id', id)
  return made
}

const MANY = 100_000
const STRAY = { type: 'opaque', name: '#value', text: '' }
const between = withStray((text) => text.insert(1, 'x'.repeat(MANY)))

describe('[DOC-89] letters where only nodes may stand', () => {
  test('are one thing without words, however many they are', () => {
    expect(childrenOf(between).map(({ at, length }) => [at, length])).toEqual([
      [0, 1],
      [1, MANY],
      [MANY + 1, 1]
    ])
    expect(readRichText(between).content).toMatchObject([{ type: 'paragraph' }, STRAY, { type: 'paragraph' }])
  })

  test('read the same whichever way they came', () => {
    const pieces = withStray(
      (text) => text.insert(1, 'xyz'),
      (text) => text.delete(2, 1),
      (text) => text.insert(2, 'again'),
      (text) => text.insertEmbed(2, { an: 'object' })
    )
    expect(JSON.stringify(readRichText(pieces))).toBe(JSON.stringify(readRichText(between)))
  })

  test('lie in no editor, are taken out as a whole, and leave the blocks around them their places', () => {
    const fragment = withStray(
      (text) => text.insert(2, 'after'),
      (text) => text.insert(1, 'between'),
      (text) => text.insert(0, 'before')
    )
    expect([holdsOnlyKnown(fragment), duplicateBlockIds(fragment).map(({ index }) => index)]).toEqual([false, ['beforeabetween'.length]])
    keepWordsOnly(fragment, countingIds('new'))
    expect([holdsOnlyKnown(fragment), fragment.length, rekeyBlocks(fragment, countingIds('b'))]).toEqual([true, 2, 1])
  })
})
