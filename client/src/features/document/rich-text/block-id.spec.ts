import { Editor } from '@tiptap/core'
import { Collaboration } from '@tiptap/extension-collaboration'
import StarterKit from '@tiptap/starter-kit'
import * as Y from 'yjs'
import { BlockId } from './block-id.js'

const editors: Editor[] = []

function editorOf(doc: Y.Doc): Editor {
  const extensions = [
    StarterKit.configure({ undoRedo: false, trailingNode: false }),
    BlockId,
    Collaboration.configure({ fragment: doc.getXmlFragment('t') })
  ]
  const editor = new Editor({ element: document.createElement('div'), extensions })
  editors.push(editor)
  return editor
}

function idsIn(doc: Y.Doc): unknown[] {
  return doc
    .getXmlFragment('t')
    .toArray()
    .map((block) => (block instanceof Y.XmlElement ? block.getAttribute('id') : undefined))
}

afterEach(() => {
  for (const editor of editors.splice(0)) editor.destroy()
})

describe('block ids', () => {
  it('[UI-30] are not written by merely showing a text', () => {
    const doc = new Y.Doc()
    doc.getXmlFragment('t').push([new Y.XmlElement('paragraph')])
    const before = Y.encodeStateAsUpdate(doc)
    editorOf(doc)
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before)
  })

  it('[UI-31] are given to every top-level block a change makes', () => {
    const doc = new Y.Doc()
    const editor = editorOf(doc)
    editor.commands.insertContent('<p>one</p><ul><li><p>two</p></li></ul>')
    const ids = idsIn(doc)
    expect(ids.length).toBeGreaterThanOrEqual(2)
    expect(ids.every((id) => typeof id === 'string' && /^[0-9a-f]{32}$/.test(id))).toBe(true)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('[UI-31] stay with the first block when one is split in two', () => {
    const doc = new Y.Doc()
    const editor = editorOf(doc)
    editor.commands.insertContent('onetwo')
    const [first] = idsIn(doc)
    editor.chain().setTextSelection(4).splitBlock().run()
    const ids = idsIn(doc)
    expect(ids).toHaveLength(2)
    expect(ids[0]).toBe(first)
    expect(ids[1]).not.toBe(first)
  })

  it('[UI-32] that others brought in twice are left to them until a change is made here', () => {
    const doc = new Y.Doc()
    const editor = editorOf(doc)
    editor.commands.insertContent('mine')
    const [id] = idsIn(doc)
    doc.transact(() => {
      const twin = new Y.XmlElement('paragraph')
      doc.getXmlFragment('t').push([twin])
      twin.setAttribute('id', String(id))
      twin.push([new Y.XmlText('theirs')])
    }, 'remote')
    expect(idsIn(doc)).toEqual([id, id])
    editor.commands.insertContentAt(1, 'x')
    const after = idsIn(doc)
    expect(after[0]).toBe(id)
    expect(after[1]).not.toBe(id)
  })
})
