import { readRichText } from '@roundtable/shared/document'
import { Editor } from '@tiptap/core'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { directionOf, setDirection } from './block-direction.js'
import { richTextExtensions } from './extensions.js'
import { mentionAtCaret } from './framework-paragraph.js'
import { tableActs } from './table-menu.js'

const editors: Editor[] = []

function open(html: string) {
  const doc = new Y.Doc()
  const fragment = doc.getXmlFragment('goal')
  let asked = 0
  const extensions = richTextExtensions({
    fragment,
    awareness: new Awareness(doc),
    onTabReleased: () => undefined,
    onParagraphAsked: () => (asked += 1)
  })
  const editor = new Editor({ element: document.createElement('div'), extensions })
  editors.push(editor)
  editor.commands.setContent(html)
  return { doc, editor, read: () => readRichText(fragment).content, asked: () => asked }
}

afterEach(() => {
  for (const editor of editors.splice(0)) editor.destroy()
})

describe('a mention of a paragraph', () => {
  const MENTION = '<p>as <span data-framework-paragraph>¶41</span> says</p>'
  const marked = (read: () => readonly object[]) => JSON.stringify(read()).includes('frameworkParagraph')

  it('[UI-311] typing ¶ asks which one, and nothing else does', () => {
    const { editor, asked } = open('<p>as </p>')
    const type = (words: string) =>
      editor.view.someProp('handleTextInput', (handle) => handle(editor.view, 4, 4, words, () => editor.state.tr))
    type('x')
    expect(asked()).toBe(0)
    type('¶')
    expect(asked()).toBe(1)
  })

  it('[UI-311] is known where the caret stands at it, goes whole by Backspace, and what is written behind it is no part of it', () => {
    const { editor, read } = open(MENTION)
    editor.commands.setTextSelection(7)
    expect(mentionAtCaret(editor.state)).toBe(41)
    editor.commands.insertContent('!')
    expect(marked(read)).toBe(true)
    expect(editor.getText()).toBe('as ¶41! says')
    editor.commands.setTextSelection(7)
    editor.commands.keyboardShortcut('Backspace')
    expect(editor.getText()).toBe('as ! says')
    expect(mentionAtCaret(editor.state)).toBeNull()
  })

  it('[UI-311] is no mention any more when its words are changed', () => {
    const { editor, read } = open(MENTION)
    editor.commands.deleteRange({ from: 5, to: 7 })
    expect(editor.getText()).toBe('as ¶ says')
    expect(marked(read)).toBe(false)
    expect(editor.getHTML()).not.toContain('mention')
  })
})

describe('the direction of a block', () => {
  it('[UI-312] is set for the blocks of the selection, kept in the document, and taken back', () => {
    const { editor, read } = open('<p>one</p><ul><li><p>two</p></li></ul><p>three</p>')
    const dirs = () => read().map((node) => ('attrs' in node ? node.attrs?.dir : undefined))
    editor.commands.setTextSelection({ from: 2, to: 9 })
    setDirection(editor, 'rtl')
    expect(dirs()).toEqual(['rtl', 'rtl', undefined])
    expect(directionOf(editor)).toBe('rtl')
    setDirection(editor, null)
    expect([directionOf(editor), ...dirs()]).toEqual([null, undefined, undefined, undefined])
  })

  it('[UI-312] pasted from elsewhere is not taken over, copied within Roundtable it is', () => {
    const { read } = open('<p dir="ltr">elsewhere</p><p dir="rtl" data-block="x">here</p>')
    expect(read().map((node) => ('attrs' in node ? node.attrs?.dir : undefined))).toEqual([undefined, 'rtl'])
  })
})

describe('a table', () => {
  it('[UI-313] its first row is made a header and an ordinary row again, and the menu says which', () => {
    const { editor, read } = open('<table><tr><td><p>a</p></td><td><p>b</p></td></tr><tr><td><p>c</p></td><td><p>d</p></td></tr></table>')
    editor.commands.setTextSelection(5)
    const first = () => tableActs(editor, true)[0]
    const headers = () => JSON.stringify(read()).match(/tableHeader/g)?.length ?? 0
    expect([first()[0], headers()]).toEqual(['headerOn', 0])
    first()[1](editor)
    expect([first()[0], headers()]).toEqual(['headerOff', 2])
    first()[1](editor)
    expect(headers()).toBe(0)
  })
})

describe('the keys of a text', () => {
  it('[UI-314] Alt and the arrows stay the browser’s: no format takes them', () => {
    const { editor } = open('<ul><li><p>one</p></li><li><p>two</p></li></ul>')
    const before = editor.getHTML()
    for (const key of ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'])
      for (const shiftKey of [false, true]) {
        const event = new KeyboardEvent('keydown', { key, altKey: true, shiftKey, cancelable: true })
        expect(editor.view.someProp('handleKeyDown', (handle) => handle(editor.view, event)) ?? false).toBe(false)
      }
    expect(editor.getHTML()).toBe(before)
  })
})
