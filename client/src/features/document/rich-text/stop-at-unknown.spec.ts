import { holdsOnlyKnown, keepWordsOnly, readRichText, richTextWords, startRichText } from '@roundtable/shared/document'
import { Editor } from '@tiptap/core'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { richTextExtensions } from './extensions.js'
import { watchKnown } from './watch-known.js'

function open() {
  const here = new Y.Doc()
  const there = new Y.Doc()
  const fragment = here.getXmlFragment('goal')
  startRichText(fragment, { newId: () => 'first' })
  fragment.push([paragraph('Our words.')])
  Y.applyUpdate(there, Y.encodeStateAsUpdate(here))
  const editor = new Editor({
    element: document.body.appendChild(document.createElement('div')),
    extensions: richTextExtensions({ fragment, awareness: new Awareness(here), onTabReleased: () => undefined }),
    injectCSS: false
  })
  const arrive = (change: (remote: Y.XmlFragment) => void) => {
    there.transact(() => change(there.getXmlFragment('goal')))
    Y.applyUpdate(here, Y.encodeStateAsUpdate(there), 'the server')
  }
  return { here, there, fragment, editor, arrive }
}

function paragraph(words: string, attributes?: object): Y.XmlElement {
  const made = new Y.XmlElement('paragraph')
  const text = new Y.XmlText()
  text.applyDelta([{ insert: words, ...(attributes ? { attributes } : {}) }])
  made.insert(0, [text])
  return made
}

function callout(): Y.XmlElement {
  const made = new Y.XmlElement('callout')
  made.insert(0, [paragraph('Words of a newer build')])
  return made
}

const textOf = (remote: Y.XmlFragment): Y.XmlText => (remote.get(1) as Y.XmlElement).get(0) as Y.XmlText

const ARRIVALS: Readonly<Record<string, (remote: Y.XmlFragment) => void>> = {
  'a block of a newer build': (remote) => remote.push([callout()]),
  'a mark of a newer build': (remote) => textOf(remote).format(0, 3, { glow: {} }),
  'an embedded value': (remote) => textOf(remote).insertEmbed(3, { image: 'x' }),
  'a block of a newer build inside a known one': (remote) => {
    const quote = new Y.XmlElement('blockquote')
    quote.insert(0, [callout()])
    remote.insert(0, [quote])
  },
  'a cell over 100 million columns': (remote) => {
    const [table, row, cell] = [new Y.XmlElement('table'), new Y.XmlElement('tableRow'), new Y.XmlElement<{ colspan: number }>('tableCell')]
    cell.setAttribute('colspan', 1e8)
    row.insert(0, [cell as unknown as Y.XmlElement])
    table.insert(0, [row])
    remote.push([table])
  },
  'a direction that is markup': (remote) => (remote.get(1) as Y.XmlElement).setAttribute('dir', '"><img>')
}

describe('an open editor and what it does not know', () => {
  test.each(Object.keys(ARRIVALS))('[UI-90] [DOC-90] %s arrives: the editor ends and writes nothing', (name) => {
    const { here, there, editor, arrive } = open()
    arrive(ARRIVALS[name]!)
    expect(editor.isDestroyed).toBe(true)
    expect(Y.encodeStateVector(here)).toEqual(Y.encodeStateVector(there))
    expect(here.getXmlFragment('goal').toJSON()).toBe(there.getXmlFragment('goal').toJSON())
  })

  test('[UI-90] what it knows is shown as before, and what is written here is stored', () => {
    const { fragment, editor, arrive } = open()
    arrive((remote) => remote.push([paragraph('Theirs.', { bold: {} })]))
    editor.commands.insertContentAt(editor.state.doc.content.size, { type: 'paragraph', content: [{ type: 'text', text: 'Ours.' }] })
    expect(richTextWords(readRichText(fragment))).toBe('\nOur words.\nTheirs.\nOurs.')
    editor.destroy()
  })

  test('[UI-90] it is told when the unknown comes and when it is gone, and nothing else is', () => {
    const { fragment, editor, arrive } = open()
    editor.destroy()
    const told: boolean[] = []
    const stop = watchKnown(fragment, (isKnown) => told.push(isKnown))
    arrive((remote) => remote.push([paragraph('Known.')]))
    arrive((remote) => remote.push([callout()]))
    arrive((remote) => remote.push([paragraph('More.')]))
    keepWordsOnly(fragment, { newId: () => 'second' })
    stop()
    arrive((remote) => remote.push([callout()]))
    expect(told).toEqual([false, true])
    expect(holdsOnlyKnown(fragment)).toBe(false)
  })
})
