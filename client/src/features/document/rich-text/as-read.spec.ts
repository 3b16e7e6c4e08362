import { holdsOnlyKnown, readRichText } from '@roundtable/shared/document'
import { Editor } from '@tiptap/core'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { richTextExtensions } from './extensions.js'

function open() {
  const doc = new Y.Doc()
  const fragment = doc.getXmlFragment('goal')
  const extensions = richTextExtensions({ fragment, awareness: new Awareness(doc), onTabReleased: () => undefined })
  return { fragment, editor: new Editor({ element: document.createElement('div'), extensions, injectCSS: false }) }
}

const PASTED: Readonly<Record<string, string>> = {
  'a list that starts below nothing': '<ol start="-3"><li><p>x</p></li></ol>',
  'a list that starts nowhere': '<ol start="x"><li><p>x</p></li></ol>',
  'a list that starts too far up': '<ol start="2000001"><li><p>x</p></li></ol>',
  'a list with signs of its own': '<ol type="katakana"><li><p>x</p></li></ol>',
  'a list with the usual numbers': '<ol type="1"><li><p>x</p></li></ol>',
  'a cell over too many columns': '<table><tr><td colspan="100000000">x</td></tr><tr><td>y</td></tr></table>',
  'a cell down to the end': '<table><tr><td rowspan="0">x</td><td>y</td></tr></table>',
  'a column of a width': '<table><tr><td colwidth="100000000" width="9">x</td></tr></table>'
}

describe('what is written here', () => {
  test.each(Object.keys(PASTED))('[DOC-90] %s is stored as others can hold it', (name) => {
    const { fragment, editor } = open()
    editor.commands.insertContent(PASTED[name]!)
    expect(holdsOnlyKnown(fragment)).toBe(true)
    expect(readRichText(fragment).content.map(({ type }) => type)).toContain(PASTED[name]!.startsWith('<ol') ? 'orderedList' : 'table')
    editor.destroy()
  })
})
