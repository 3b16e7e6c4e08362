import { countIn, forgetRecovered, keepRecovered, noteSeats, ownerOf, recoveredCount, recoveredTexts, unsentCount } from './at-stake.js'

const document = (seat: string, id = 'document') => ({ id, mySeat: { id: seat } })
const text = (id: string) => ({ id, at: new Date(0), texts: ['words'], reason: 'not_allowed' })

function isAskedBeforeLeaving(): boolean {
  const event = new Event('beforeunload', { cancelable: true })
  window.dispatchEvent(event)
  return event.defaultPrevented
}

describe('what would be lost with this tab', () => {
  afterEach(() => ['noor', 'ayana'].forEach(forgetRecovered))

  beforeEach(() => {
    noteSeats('noor', [{ id: 'seat-1' }, { id: 'seat-2' }])
    noteSeats('ayana', [{ id: 'seat-3' }])
  })

  it('[SAVE-10] recovered words are shown to the seat that wrote them and to no other in the same document', () => {
    keepRecovered(ownerOf(document('seat-1')), [text('a')])
    expect(recoveredTexts(ownerOf(document('seat-1')))).toEqual([text('a')])
    expect(recoveredTexts(ownerOf(document('seat-3')))).toEqual([])
    expect(recoveredTexts(ownerOf(document('seat-1', 'another')))).toEqual([])
  })

  it('[SAVE-10] signing out counts and drops what is one’s own, also under a seat that has ended, and leaves others’ alone', () => {
    keepRecovered(ownerOf(document('seat-1')), [text('a'), text('b')])
    keepRecovered(ownerOf(document('seat-2', 'another')), [text('c')])
    keepRecovered(ownerOf(document('seat-3')), [text('d')])
    noteSeats('noor', [{ id: 'seat-2' }])
    expect([recoveredCount('noor'), recoveredCount('ayana'), recoveredCount('nobody')]).toEqual([3, 1, 0])
    forgetRecovered('noor')
    expect([recoveredCount('noor'), recoveredCount('ayana')]).toEqual([0, 1])
    expect(recoveredTexts(ownerOf(document('seat-1')))).toEqual([])
  })

  it('[SAVE-11] the browser asks before leaving while recovered words or unsent edits are held, and not otherwise', () => {
    expect(isAskedBeforeLeaving()).toBe(false)
    keepRecovered(ownerOf(document('seat-1')), [text('a')])
    expect(isAskedBeforeLeaving()).toBe(true)
    keepRecovered(ownerOf(document('seat-1')), [])
    expect(isAskedBeforeLeaving()).toBe(false)
    const holder = { copyKey: 'seat-1/document/1', unsent: 0, close: () => undefined, discard: () => undefined }
    const countOut = countIn(holder)
    expect(isAskedBeforeLeaving()).toBe(false)
    holder.unsent = 2
    expect([unsentCount(), isAskedBeforeLeaving()]).toEqual([2, true])
    countOut()
    expect([unsentCount(), isAskedBeforeLeaving()]).toEqual([0, false])
  })
})
