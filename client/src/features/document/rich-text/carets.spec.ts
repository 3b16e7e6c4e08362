import { Editor } from '@tiptap/core'
import { yCursorPluginKey } from '@tiptap/y-tiptap'
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { richTextExtensions } from './extensions.js'

const MARA = { id: 'm', name: 'Mara', side: 'state', color: 2 }
const editors: Editor[] = []

/** One person's editor on a text that somebody else writes in too; `shows` is what that one's presence says. */
function beside(): { here: Editor; mine: Y.Doc; theirs: Y.XmlText; carry: () => void; shows: (cursor: unknown) => void } {
  const [mine, other] = [new Y.Doc(), new Y.Doc()]
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.setAttribute('id', 'p')
  const theirs = new Y.XmlText('wells')
  paragraph.insert(0, [theirs])
  other.getXmlFragment('t').push([paragraph])
  const carry = () => {
    for (const [from, to] of [
      [mine, other],
      [other, mine]
    ] as const)
      Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)))
  }
  carry()
  const [awareness, presence] = [new Awareness(mine), new Awareness(other)]
  const here = new Editor({
    element: document.createElement('div'),
    extensions: richTextExtensions({ fragment: mine.getXmlFragment('t'), awareness, onTabReleased: () => undefined })
  })
  editors.push(here)
  const shows = (cursor: unknown) => {
    presence.setLocalState({ user: MARA, cursor })
    applyAwarenessUpdate(awareness, encodeAwarenessUpdate(presence, [other.clientID]), 'test')
    clearInterval(presence._checkInterval as unknown as number)
    clearInterval(awareness._checkInterval as unknown as number)
  }
  return { here, mine, theirs, carry, shows }
}

const place = (type: Y.XmlText, index: number) => Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(type, index)) as object

afterEach(() => {
  for (const editor of editors.splice(0)) editor.destroy()
})

describe('carets of others', () => {
  it.each([
    ['no places', {}],
    ['places that are none', { anchor: {}, head: {} }],
    ['null', { anchor: null, head: null }],
    ['a place and nothing', { anchor: { tname: 't' } }],
    ['an id without a clock', { anchor: { item: { client: 1 } }, head: { item: { client: 1 } } }],
    ['words for numbers', { anchor: { item: { client: 'x', clock: 'y' } }, head: { item: { client: 'x', clock: 'y' } } }],
    ['ids that nobody has', { anchor: { item: { client: 7, clock: 9 } }, head: { type: { client: 7, clock: 0 } } }],
    ['another root', { anchor: { tname: 'made up' }, head: { tname: 'made up' } }],
    ['no object', 'everywhere']
  ])('[UI-83] with %s for a selection keep nobody from seeing what others write, and from writing beside them', (_, cursor) => {
    const { here, mine, theirs, carry, shows } = beside()
    shows(cursor)
    theirs.insert(5, ' and springs')
    carry()
    expect(here.getText()).toBe('wells and springs')
    here.view.dispatch(here.state.tr.insertText('The ', 1))
    carry()
    expect(theirs.toJSON()).toBe('The wells and springs')
    expect([...mine.share.keys()]).toEqual(['t'])
  })

  it.each([-1, 0.5, 1e300, Number.MAX_SAFE_INTEGER])('[UI-83] with the clock %s are not shown', (clock) => {
    const { here, theirs, carry, shows } = beside()
    const id = { client: theirs.doc?.clientID, clock }
    shows({ anchor: { item: id }, head: { type: id } })
    theirs.insert(5, '!')
    carry()
    expect(here.getText()).toBe('wells!')
    expect(here.view.dom.querySelectorAll('.caret')).toHaveLength(0)
  })

  it('[UI-83] stand where their selection does', () => {
    const { here, theirs, carry, shows } = beside()
    shows({ anchor: place(theirs, 2), head: place(theirs, 2) })
    theirs.insert(0, 'the ')
    carry()
    expect(here.view.dom.querySelector('.caret')?.previousSibling?.textContent).toBe('the we')
    expect(here.view.dom.querySelector('.caret__name')?.textContent).toBe('Mara')
  })

  it('[UI-98] a name comes back when its caret moves, and not when its person does anything else', () => {
    const { here, theirs, shows } = beside()
    const goesTo = (index: number) => {
      shows({ anchor: place(theirs, index), head: place(theirs, index) })
      here.view.dispatch(here.state.tr.setMeta(yCursorPluginKey, { awarenessUpdated: true }))
    }
    /** What begins the name's animation anew: another element, or the other of two marks on the same one. */
    const look = () => {
      const caret = here.view.dom.querySelector<HTMLElement>('.caret')
      return [caret, caret?.dataset.moved] as const
    }
    const isAsBefore = (before: ReturnType<typeof look>) => look().every((part, index) => part === before[index])
    goesTo(1)
    goesTo(2)
    const rested = look()
    expect(rested[0]?.textContent).toContain('Mara')
    goesTo(2)
    expect(isAsBefore(rested)).toBe(true)
    goesTo(3)
    expect(isAsBefore(rested)).toBe(false)
  })
})
