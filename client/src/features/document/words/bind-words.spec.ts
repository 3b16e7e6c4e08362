import * as Y from 'yjs'
import { OwnHistory } from '../history/own-history.js'
import { bindWords } from './bind-words.js'

function twoWriters(words: string) {
  const [mine, theirs] = [new Y.Doc(), new Y.Doc()]
  mine.getText('t').insert(0, words)
  Y.applyUpdate(theirs, Y.encodeStateAsUpdate(mine))
  const area = document.createElement('textarea')
  document.body.append(area)
  const release = bindWords(area, mine.getText('t'), { lines: 'many' })
  area.focus()
  return {
    area,
    mine: mine.getText('t'),
    theirs: theirs.getText('t'),
    release,
    /** Types at the caret, as a browser does: the value first, then the event. */
    type: (typed: string, at: number) => {
      area.setRangeText(typed, at, at, 'end')
      area.dispatchEvent(new InputEvent('input'))
    },
    sync: () => {
      Y.applyUpdate(theirs, Y.encodeStateAsUpdate(mine))
      Y.applyUpdate(mine, Y.encodeStateAsUpdate(theirs))
    }
  }
}

afterEach(() => document.body.replaceChildren())

describe('a text area bound to shared words', () => {
  it('[UI-22] writes what is typed as one change at its place', () => {
    const { mine, type } = twoWriters('river and well')
    const deltas: unknown[] = []
    mine.observe((event) => deltas.push(event.delta))
    type('clean ', 10)
    expect(mine.toJSON()).toBe('river and clean well')
    expect(deltas).toEqual([[{ retain: 10 }, { insert: 'clean ' }]])
  })

  it('[UI-22] shows what others write and keeps the caret with its words', () => {
    const { area, theirs, sync } = twoWriters('river and well')
    area.setSelectionRange(10, 14)
    theirs.insert(0, 'The ')
    sync()
    expect(area.value).toBe('The river and well')
    expect([area.selectionStart, area.selectionEnd]).toEqual([14, 18])
  })

  it('[UI-23] leaves a word alone while it is composed, and puts it where it belongs afterwards', () => {
    const { area, mine, theirs, type, sync } = twoWriters('river')
    area.dispatchEvent(new CompositionEvent('compositionstart'))
    type('น้ำ', 5)
    theirs.insert(0, 'The ')
    sync()
    expect(area.value).toBe('riverน้ำ')
    area.dispatchEvent(new CompositionEvent('compositionend'))
    expect(mine.toJSON()).toBe('The riverน้ำ')
    expect(area.value).toBe('The riverน้ำ')
  })

  it("[UI-24] undoes one's own words and nobody else's", () => {
    const { area, mine, theirs, type, sync } = twoWriters('river')
    const history = new OwnHistory(mine.doc!, 'plain')
    type(' bank', 5)
    theirs.insert(0, 'The ')
    sync()
    history.undo()
    expect(area.value).toBe('The river')
    expect(mine.toJSON()).toBe('The river')
  })

  it('[UI-22] writes nothing by being shown or released', () => {
    const { mine, release, area } = twoWriters('two\r\nlines')
    const before = Y.encodeStateVector(mine.doc ?? new Y.Doc())
    expect(area.value).toHaveLength(mine.length)
    release()
    area.value = 'something else'
    area.dispatchEvent(new InputEvent('input'))
    expect(Y.encodeStateVector(mine.doc ?? new Y.Doc())).toEqual(before)
  })

  it('[UI-84] puts every letter in once, also when something that listens to the document fails', () => {
    const { area, mine, type } = twoWriters('river')
    const failures: unknown[] = []
    const note = (event: ErrorEvent) => {
      event.preventDefault()
      failures.push(event.error)
    }
    window.addEventListener('error', note)
    mine.doc?.on('update', () => {
      throw new Error('no copy can be kept')
    })
    type(' b', 5)
    type('ank', 7)
    window.removeEventListener('error', note)
    expect(mine.toJSON()).toBe('river bank')
    expect(area.value).toBe('river bank')
    expect(failures).not.toEqual([])
  })

  it('[UI-25] turns line breaks of a pasted title into spaces', () => {
    const doc = new Y.Doc()
    const area = document.createElement('textarea')
    bindWords(area, doc.getText('title'), { lines: 'one' })
    area.value = 'Map\nthe wells'
    area.dispatchEvent(new InputEvent('input'))
    expect(doc.getText('title').toJSON()).toBe('Map the wells')
    expect(area.value).toBe('Map the wells')
  })
})
