import { addTask, readDocument, removeTask } from '@roundtable/shared/document'
import * as Y from 'yjs'
import { moveTasks } from './arrange.js'
import { arrangeKey } from './arrange-keys.js'

function roadmap(clientID = 1) {
  const doc = new Y.Doc()
  doc.clientID = clientID
  for (const id of ['a', 'b', 'c', 'd', 'e']) addTask(doc, { newId: () => id }, { title: id })
  return doc
}
const order = (doc: Y.Doc) =>
  readDocument('roadmap', doc)
    .tasks.map(({ id }) => id)
    .join('')

describe('where tasks go', () => {
  it('[TASK-20] is said by a neighbour, before or after it, first or last', () => {
    const doc = roadmap()
    expect(moveTasks(doc, ['d'], { before: 'b' })).toBe(true)
    expect(order(doc)).toBe('adbce')
    moveTasks(doc, ['a'], { after: 'c' })
    expect(order(doc)).toBe('dbcae')
    moveTasks(doc, ['e'], 'first')
    moveTasks(doc, ['d'], 'last')
    expect(order(doc)).toBe('ebcad')
  })

  it('[TASK-20] several go together, in the order they stand in, as one change', () => {
    const doc = roadmap()
    let changes = 0
    doc.on('update', () => changes++)
    moveTasks(doc, ['e', 'a', 'c'], { after: 'd' })
    expect([order(doc), changes]).toEqual(['bdace', 1])
  })

  it('[TASK-20] is the same neighbour when others have moved and removed meanwhile, and nothing is moved when it is gone', () => {
    const [mine, theirs] = [roadmap(), new Y.Doc()]
    Y.applyUpdate(theirs, Y.encodeStateAsUpdate(mine))
    moveTasks(theirs, ['a'], 'last')
    removeTask(theirs, 'b')
    Y.applyUpdate(mine, Y.encodeStateAsUpdate(theirs))
    moveTasks(mine, ['e'], { after: 'c' })
    expect(order(mine)).toBe('ceda')
    expect([moveTasks(mine, ['c'], { after: 'b' }), moveTasks(mine, ['b'], 'first'), order(mine)]).toEqual([false, false, 'ceda'])
  })

  it('[TASK-20] two people who move the same task at once end with one order and each task once', () => {
    const [mine, theirs] = [roadmap(), new Y.Doc()]
    Y.applyUpdate(theirs, Y.encodeStateAsUpdate(mine))
    moveTasks(mine, ['a'], { after: 'c' })
    moveTasks(theirs, ['a'], { after: 'e' })
    Y.applyUpdate(theirs, Y.encodeStateAsUpdate(mine))
    Y.applyUpdate(mine, Y.encodeStateAsUpdate(theirs))
    expect(order(mine)).toBe(order(theirs))
    expect([...order(mine)].sort().join('')).toBe('abcde')
  })

  it('[TASK-21] into a group gives the task its code, also where the group is empty', () => {
    const doc = roadmap()
    moveTasks(doc, ['c'], { before: 'a' }, { field: 'stage', code: 'S2' })
    moveTasks(doc, ['d'], null, { field: 'leadSide', code: 'civic' })
    const { tasks } = readDocument('roadmap', doc)
    expect([order(doc), tasks[0]?.stage, tasks.find(({ id }) => id === 'd')?.leadSide]).toEqual(['cabde', 'S2', 'civic'])
  })
})

describe('keys that order tasks', () => {
  const pressed = (target: Element, more: Partial<KeyboardEventInit>) => arrangeKey({ ...plain(more), target })
  const plain = (more: Partial<KeyboardEventInit>) => ({
    ...{ key: '', code: '', altKey: false, ctrlKey: false, metaKey: false, shiftKey: false },
    ...more
  })
  const [button, checkbox] = [document.createElement('button'), Object.assign(document.createElement('input'), { type: 'checkbox' })]

  it.each([
    [{ key: 'ArrowUp', altKey: true }, 'up'],
    [{ key: 'ArrowDown', ctrlKey: true, shiftKey: true }, 'down'],
    [{ key: 'Â', code: 'KeyM', altKey: true, shiftKey: true }, 'moveTo'],
    [{ key: 'ArrowUp' }, null],
    [{ key: 'ArrowUp', altKey: true, shiftKey: true }, null],
    [{ key: 'ArrowUp', altKey: true, metaKey: true }, null],
    [{ key: 'ArrowLeft', altKey: true }, null]
  ] as const)('[UI-331] %j asks for %s on a heading or a button', (keys, asked) => {
    expect([pressed(button, keys), pressed(checkbox, keys)]).toEqual([asked, asked])
  })

  it.each(['textarea', 'select', 'input'])('[UI-331] nothing is taken from a %s, whose words and lists these keys belong to', (tag) => {
    const text = document.createElement(tag)
    expect(pressed(text, { key: 'ArrowUp', altKey: true })).toBeNull()
    expect(pressed(text, { key: 'ArrowDown', ctrlKey: true, shiftKey: true })).toBeNull()
  })

  it('[UI-331] nothing is taken from a rich text', () => {
    const text = document.createElement('div')
    text.setAttribute('contenteditable', 'true')
    const word = text.appendChild(document.createElement('p'))
    expect(pressed(word, { key: 'ArrowUp', altKey: true })).toBeNull()
  })
})
