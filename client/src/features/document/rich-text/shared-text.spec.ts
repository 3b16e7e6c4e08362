import { applyTemplate, part, readDocument } from '@roundtable/shared/document'
import { Editor } from '@tiptap/core'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { OwnHistory } from '../history/own-history.js'
import { richTextExtensions } from './extensions.js'

const editors: Editor[] = []

/** An agreement whose clauses are opened in an editor one after the other, with somebody else in the same document. */
function agreement() {
  let next = 0
  const [mine, theirs] = [new Y.Doc(), new Y.Doc()]
  applyTemplate('agreement', theirs, { newId: () => `id-${next++}`, entries: ['C02', 'C04'] })
  const carry = () => {
    for (const [from, to] of [
      [theirs, mine],
      [mine, theirs]
    ] as const)
      Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)))
  }
  carry()
  const clauses = () => readDocument('agreement', mine).clauses
  const id = (code: string) => clauses().find((clause) => clause.code === code)!.id
  const open = (doc: Y.Doc, code: string) => {
    const awareness = new Awareness(doc)
    clearInterval(awareness._checkInterval as unknown as number)
    const editor = new Editor({
      element: document.createElement('div'),
      extensions: richTextExtensions({ fragment: part(doc, 'agreement', id(code), 'text')!, awareness, onTabReleased: () => undefined })
    })
    editors.push(editor)
    return editor
  }
  return { mine, theirs, carry, open, id, history: new OwnHistory(mine, 'agreement') }
}

const type = (editor: Editor, words: string) => editor.view.dispatch(editor.state.tr.insertText(words))

afterEach(() => {
  for (const editor of editors.splice(0)) editor.destroy()
})

describe('undo in rich texts', () => {
  it('[UI-289] goes on across clauses whose editors have gone, in the order in which things were done', () => {
    const { mine, open, id, history } = agreement()
    const first = open(mine, 'C02')
    type(first, 'wells')
    first.destroy()
    const second = open(mine, 'C04')
    type(second, 'parties')
    second.destroy()
    const again = open(mine, 'C02')
    expect(history.undo()?.places[0]).toEqual({ entry: id('C04'), part: 'text', field: null })
    expect(again.getText()).toBe('wells')
    history.undo()
    expect(again.getText()).toBe('')
    history.redo()
    expect(again.getText()).toBe('wells')
  })

  it("[UI-288] leaves a paragraph in which somebody else writes, with its id, and takes one's own words out of it", () => {
    const { mine, theirs, carry, open, history } = agreement()
    const [here, there] = [open(mine, 'C02'), open(theirs, 'C02')]
    type(here, 'wells')
    here.commands.splitBlock()
    type(here, 'mine')
    carry()
    there.commands.setTextSelection(there.state.doc.content.size - 1)
    type(there, ' theirs')
    carry()
    const id: unknown = here.state.doc.lastChild?.attrs.id
    while (history.undo() !== null) carry()
    expect(there.getText().trim()).toBe('theirs')
    expect(here.state.doc.lastChild?.attrs.id).toBe(id)
    expect(here.getJSON()).toEqual(there.getJSON())
  })

  it('[UI-30] showing a text is no step', () => {
    const { mine, open, history } = agreement()
    open(mine, 'C02').destroy()
    open(mine, 'C04')
    expect(history.getSnapshot().canUndo).toBe(false)
  })
})
