import * as Y from 'yjs'
import { countingIds } from '../../../../test/support/ids.js'
import { replica } from '../../../../test/support/replicas.js'
import { hasOpaque, holdsOnlyKnown, keepWordsOnly, readRichText, richTextWords } from '../index.js'

type Child = Y.XmlElement | Y.XmlText

function element(name: string, ...children: Child[]): Y.XmlElement {
  const made = new Y.XmlElement(name)
  made.insert(0, children)
  return made
}

function run(insert: string | object, attributes?: Record<string, unknown>): Y.XmlText {
  const text = new Y.XmlText()
  text.applyDelta([{ insert, ...(attributes ? { attributes } : {}) }])
  return text
}

function fragmentWith(...blocks: Child[]): Y.XmlFragment {
  const fragment = replica(1).getXmlFragment('goal')
  fragment.insert(0, blocks)
  return fragment
}

const paragraph = (...children: Child[]) => element('paragraph', ...children)
const words = (text: string) => paragraph(run(text))

const UNKNOWN: Readonly<Record<string, () => Child>> = {
  'a block of a newer build': () => element('callout', words('kept'), words('words')),
  'words under a mark of a newer build': () => paragraph(run('kept words', { glow: { strength: 3 } })),
  'an embedded value among words': () => {
    const text = run('kept words')
    text.insertEmbed(4, { image: 'x' })
    return paragraph(text)
  },
  'a mark in a block of code': () => element('codeBlock', run('kept words', { bold: {} })),
  'words beside the items of a list': () => element('bulletList', element('listItem', words('kept')), run('words')),
  'an unknown node in a cell': () =>
    element('table', element('tableRow', element('tableCell', words('kept'), element('chart', run('words'))))),
  'words outside of any block': () => run('kept words'),
  'what may hold nothing and does': () => element('horizontalRule', run('kept words'))
}

describe('what an editor would take out of a text', () => {
  test('[DOC-26] a text of this build, with every mark and hashed names, can be held in full', () => {
    const marks = { bold: {}, 'link--AbCd1234': { href: 'https://a.org' }, code: {} }
    const list = element('bulletList', element('listItem', words('one')))
    expect(holdsOnlyKnown(fragmentWith(paragraph(run('x', marks)), list, element('codeBlock', run('x')), element('horizontalRule')))).toBe(
      true
    )
  })

  test.each(Object.keys(UNKNOWN))('[DOC-26] %s cannot be held', (name) => {
    expect(holdsOnlyKnown(fragmentWith(words('before'), UNKNOWN[name]!()))).toBe(false)
  })

  test.each(Object.keys(UNKNOWN))('[DOC-27] %s: its words are kept, everything else stays, in one transaction', (name) => {
    const fragment = fragmentWith(paragraph(run('before', { bold: {} })), UNKNOWN[name]!(), words('after'))
    const [before, after] = [fragment.get(0), fragment.get(2)]
    let transactions = 0
    fragment.doc!.on('afterTransaction', () => transactions++)
    keepWordsOnly(fragment, countingIds('new'))
    expect(transactions).toBe(1)
    expect(holdsOnlyKnown(fragment)).toBe(true)
    const text = readRichText(fragment)
    expect(hasOpaque(text)).toBe(false)
    expect(richTextWords(text).replace(/\s+/g, ' ')).toBe('before kept words after')
    expect([fragment.get(0), fragment.get(fragment.length - 1)]).toEqual([before, after])
  })

  test('[DOC-27] an unknown block becomes a paragraph for each of its texts, each with an id of its own', () => {
    const fragment = fragmentWith(UNKNOWN['a block of a newer build']!())
    keepWordsOnly(fragment, countingIds('new'))
    expect(readRichText(fragment).content).toEqual([
      { type: 'paragraph', attrs: { id: 'new0' }, content: [{ type: 'text', text: 'kept' }] },
      { type: 'paragraph', attrs: { id: 'new1' }, content: [{ type: 'text', text: 'words' }] }
    ])
  })

  test('[DOC-27] what held nothing but the unknown is left empty, and a text is never left without a paragraph', () => {
    const fragment = fragmentWith(element('bulletList', element('listItem', element('chart'))))
    keepWordsOnly(fragment, countingIds('new'))
    expect(readRichText(fragment).content).toMatchObject([
      { type: 'bulletList', content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [] }] }] }
    ])
    const only = fragmentWith(element('chart'))
    keepWordsOnly(only, countingIds('new'))
    expect(readRichText(only).content).toMatchObject([{ type: 'paragraph', content: [] }])
  })

  test('[DOC-27] of a text of this build it changes nothing', () => {
    const fragment = fragmentWith(words('as it is'))
    const before = Y.encodeStateAsUpdate(fragment.doc!)
    keepWordsOnly(fragment, countingIds('new'))
    expect(Y.encodeStateAsUpdate(fragment.doc!)).toEqual(before)
  })
})
