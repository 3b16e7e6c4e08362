import { CONFIRMATION_OVERDUE_MS, type SaveFacts, saveStateOf } from './save-state.js'

const because = { rule: 'A11', paragraph: '¶15.3', sentence: 'ability.because.A11.edit.yes' }
const at = new Date('2026-11-21T10:00:00Z')
const calm: SaveFacts = {
  right: 'edit',
  because,
  isConnected: true,
  isSynced: true,
  waiting: 0,
  isSettled: true,
  openFields: 0,
  waitingForMs: 0,
  isConfirmed: true,
  savedAt: at,
  isFull: false
}

describe('save state', () => {
  it('[SAVE-2] every way of not being sure keeps "saved" away', () => {
    expect(saveStateOf(calm)).toEqual({ kind: 'saved', at })
    const doubts: Partial<SaveFacts>[] = [
      { isConnected: false },
      { isSynced: false },
      { isSettled: false },
      { waiting: 1, isSettled: false },
      { isConfirmed: false },
      { right: 'view' },
      { openFields: 1 }
    ]
    for (const doubt of doubts) expect(saveStateOf({ ...calm, ...doubt }).kind).not.toBe('saved')
  })

  it('[SAVE-3] says how many edits are on this device alone, at once without a connection and soon with one', () => {
    expect(saveStateOf({ ...calm, isConnected: false, isSynced: false, waiting: 3, isSettled: false })).toEqual({
      kind: 'on_device',
      waiting: 3
    })
    expect(saveStateOf({ ...calm, waiting: 3, isSettled: false, waitingForMs: CONFIRMATION_OVERDUE_MS })).toEqual({ kind: 'saving' })
    expect(saveStateOf({ ...calm, waiting: 3, isSettled: false, waitingForMs: CONFIRMATION_OVERDUE_MS + 1 })).toEqual({
      kind: 'on_device',
      waiting: 3
    })
  })

  it('[SAVE-17] where the device is full nothing is said to be on it, and what the server has is saved all the same', () => {
    const reason = 'device_full'
    expect(saveStateOf({ ...calm, isFull: true, isConnected: false, waiting: 3 })).toEqual({ kind: 'needs_attention', reason })
    expect(saveStateOf({ ...calm, isFull: true })).toEqual({ kind: 'saved', at })
  })

  it('[SAVE-2] a reader is told that and why, and a lost line comes before it', () => {
    expect(saveStateOf({ ...calm, right: 'view' })).toEqual({ kind: 'read_only', because })
    expect(saveStateOf({ ...calm, right: 'view', isConnected: false })).toEqual({ kind: 'reconnecting' })
  })

  it('[SAVE-5] an open field is told from what is under way, and a lost line comes before it', () => {
    expect(saveStateOf({ ...calm, openFields: 2 })).toEqual({ kind: 'unfinished', fields: 2 })
    expect(saveStateOf({ ...calm, openFields: 2, isConnected: false }).kind).toBe('reconnecting')
    expect(saveStateOf({ ...calm, openFields: 2, isConnected: false, waiting: 1 }).kind).toBe('on_device')
  })

  it('[SAVE-12] a document in which nothing was written is saved, at no time of this visit', () => {
    expect(saveStateOf({ ...calm, savedAt: null })).toEqual({ kind: 'saved', at: null })
  })
})
