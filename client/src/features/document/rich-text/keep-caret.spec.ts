import { Editor } from '@tiptap/core'
import { Collaboration } from '@tiptap/extension-collaboration'
import StarterKit from '@tiptap/starter-kit'
import * as Y from 'yjs'
import { BlockId } from './block-id.js'
import { KeepCaret } from './keep-caret.js'

const editors: Editor[] = []

/** Two people in one text, each with a document of their own; what one writes reaches the other when it is carried. */
function pair(): { here: Editor; there: Editor; carry: () => void } {
  const docs = [new Y.Doc(), new Y.Doc()] as const
  const fragment = docs[0].getXmlFragment('t')
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.setAttribute('id', 'p')
  paragraph.insert(0, [new Y.XmlText('wells')])
  fragment.push([paragraph])
  const carry = () => {
    for (const [from, to] of [docs, [docs[1], docs[0]] as const]) Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)))
  }
  carry()
  const [here, there] = docs.map((doc) => {
    const extensions = [
      StarterKit.configure({ undoRedo: false, trailingNode: false }),
      BlockId,
      KeepCaret,
      Collaboration.configure({ fragment: doc.getXmlFragment('t') })
    ]
    const editor = new Editor({ element: document.createElement('div'), extensions })
    editors.push(editor)
    return editor
  }) as [Editor, Editor]
  return { here, there, carry }
}

const type = (editor: Editor, letter: string) => editor.view.dispatch(editor.state.tr.insertText(letter))

afterEach(() => {
  for (const editor of editors.splice(0)) editor.destroy()
})

describe('the caret in a text that others write in', () => {
  it('[UI-26] stays with its words when others write before them in the same paragraph', () => {
    const { here, there, carry } = pair()
    here.commands.setTextSelection(6)
    there.commands.setTextSelection(1)
    for (const [mine, theirs] of ['!a', '?b', '.c'].map((letters) => [...letters])) {
      type(here, mine ?? '')
      type(there, theirs ?? '')
      carry()
    }
    expect(here.getText()).toBe('abcwells!?.')
    expect(there.getText()).toBe('abcwells!?.')
  })

  it('[UI-26] two people at the same place write two words, each in its order', () => {
    const { here, there, carry } = pair()
    for (const editor of [here, there]) editor.commands.setTextSelection(6)
    for (const index of [0, 1, 2, 3]) {
      type(here, 'abcd'[index] ?? '')
      type(there, 'ABCD'[index] ?? '')
      carry()
    }
    expect(here.getText()).toBe(there.getText())
    expect(here.getText().replace(/[^a-d]/g, '')).toBe('abcd')
    expect(here.getText().replace(/[^A-D]/g, '')).toBe('ABCD')
  })

  it('[UI-26] stays when others take out the words before it', () => {
    const { here, there, carry } = pair()
    here.commands.setTextSelection(4)
    there.commands.deleteRange({ from: 2, to: 4 })
    carry()
    type(here, '|')
    expect(here.getText()).toBe('w|ls')
  })
})
