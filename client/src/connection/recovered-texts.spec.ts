import * as Y from 'yjs'
import { dismiss, recover, recoveredOf, wordsOf } from './recovered-texts.js'

function updatesOf(change: (text: Y.Text) => void): Uint8Array[] {
  const doc = new Y.Doc()
  doc.getText('content').insert(0, 'before')
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  change(doc.getText('content'))
  return updates
}

describe('recovered texts', () => {
  it('[SAVE-4] keeps what was typed, read together though every keystroke was an update', () => {
    const updates = updatesOf((text) => [...'our own words'].forEach((letter, index) => text.insert(6 + index, letter)))
    expect(recover('one', wordsOf(updates), 'not_allowed')).toBe(true)
    expect(recoveredOf('one')).toMatchObject([{ texts: ['our own words'], reason: 'not_allowed' }])
    dismiss('one', recoveredOf('one')[0]!.id)
    expect(recoveredOf('one')).toEqual([])
  })

  it('[SAVE-4] makes no entry of a deletion', () => {
    expect(recover('two', wordsOf(updatesOf((text) => text.delete(0, 3))), 'not_allowed')).toBe(false)
    expect(recoveredOf('two')).toEqual([])
  })
})
