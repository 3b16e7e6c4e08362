import { actOfKey, listenForUndo } from './undo-keys.js'

const press = (keys: Partial<KeyboardEventInit>) => ({
  key: 'z',
  code: 'KeyZ',
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...keys
})

describe('the keys of undo', () => {
  it.each([
    ['Ctrl+Z', { ctrlKey: true }, false, 'undo'],
    ['Ctrl+Shift+Z', { ctrlKey: true, shiftKey: true, key: 'Z' }, false, 'redo'],
    ['Ctrl+Y', { ctrlKey: true, key: 'y', code: 'KeyY' }, false, 'redo'],
    ['Cmd+Z on a Mac', { metaKey: true }, true, 'undo'],
    ['Cmd+Shift+Z on a Mac', { metaKey: true, shiftKey: true, key: 'Z' }, true, 'redo'],
    ['Ctrl and the key in Z’s place on a Kyrgyz keyboard', { ctrlKey: true, key: 'я' }, false, 'undo'],
    ['Ctrl+Y on a Mac, which is the system’s', { ctrlKey: true, key: 'y', code: 'KeyY' }, true, null],
    ['Ctrl+Alt+Z', { ctrlKey: true, altKey: true }, false, null],
    ['Option+ArrowUp', { altKey: true, key: 'ArrowUp', code: 'ArrowUp' }, true, null],
    ['z', {}, false, null],
    ['Ctrl+W on a keyboard where that is the key in Z’s place', { ctrlKey: true, key: 'w' }, false, null]
  ] as const)('[UI-290] %s', (_, keys, isMac, act) => {
    expect(actOfKey(press(keys), isMac)).toBe(act)
  })
})

describe('a wish to undo inside a document', () => {
  const acts: string[] = []
  let stop: () => void

  beforeEach(() => {
    document.body.innerHTML = '<div id="doc"><input id="set"><input id="draft" data-draft></div><div role="dialog"><input id="form"></div>'
    acts.length = 0
    stop = listenForUndo(document.querySelector('#doc')!, (act) => acts.push(act))
  })
  afterEach(() => {
    stop()
    document.body.replaceChildren()
  })

  const on = (id: string, event: Event) => (document.querySelector(`#${id}`) ?? document.body).dispatchEvent(event)
  const key = () => new KeyboardEvent('keydown', { key: 'z', code: 'KeyZ', ctrlKey: true, bubbles: true, cancelable: true })
  const menu = (inputType: string) => new InputEvent('beforeinput', { inputType, bubbles: true, cancelable: true })

  it('[UI-290] is the document’s by key and by the browser’s menu, and the browser’s own does not come on top', () => {
    expect(on('set', key())).toBe(false)
    expect(on('set', menu('historyUndo'))).toBe(false)
    expect(on('set', menu('historyRedo'))).toBe(false)
    expect(on('body', key())).toBe(false)
    expect(acts).toEqual(['undo', 'undo', 'redo', 'undo'])
  })

  it('[UI-290] is the browser’s in a field whose words are nowhere else yet, and in a dialog', () => {
    expect(on('draft', key())).toBe(true)
    expect(on('draft', menu('historyUndo'))).toBe(true)
    expect(on('form', key())).toBe(true)
    expect(on('set', menu('insertText'))).toBe(true)
    expect(acts).toEqual([])
  })
})
