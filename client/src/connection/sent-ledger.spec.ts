import { SentLedger } from './sent-ledger.js'

const edit = (value: number): Uint8Array => new Uint8Array([value])
const NOW = 0

describe('sent ledger', () => {
  it('[SAVE-1] confirms edits in the order in which their messages were sent', () => {
    const ledger = new SentLedger()
    ledger.connectionOpened()
    ledger.messageSent('step2')
    for (const value of [1, 2, 3]) {
      ledger.edited(edit(value), NOW)
      ledger.messageSent('update')
    }
    ledger.confirmed(3)
    expect(ledger.unconfirmed).toEqual([edit(3)])
    expect(ledger.isSettled).toBe(false)
    ledger.confirmed(4)
    expect(ledger.isSettled).toBe(true)
  })

  it('[SAVE-1] a confirmation of the old connection says nothing about the new one', () => {
    const ledger = new SentLedger()
    ledger.connectionOpened()
    ledger.messageSent('step2')
    ledger.edited(edit(1), NOW)
    ledger.messageSent('update')
    ledger.connectionOpened()
    ledger.edited(edit(2), NOW)
    expect(ledger.waiting).toBe(2)
    ledger.messageSent('step2')
    expect(ledger.waiting).toBe(2)
    ledger.confirmed(1)
    expect(ledger.isSettled).toBe(true)
  })

  it('[SAVE-1] an edit typed before the step 2 of a new connection is carried by its own message and by step 2', () => {
    const ledger = new SentLedger()
    ledger.connectionOpened()
    ledger.edited(edit(1), NOW)
    ledger.edited(edit(2), NOW)
    ledger.messageSent('update')
    ledger.messageSent('step2')
    ledger.confirmed(1)
    expect(ledger.unconfirmed).toEqual([edit(2)])
    ledger.confirmed(2)
    expect(ledger.isSettled).toBe(true)
  })

  it('[SAVE-1] an opening step 2 without edits must be confirmed as well: it may carry what an earlier visit left', () => {
    const ledger = new SentLedger()
    ledger.connectionOpened()
    ledger.messageSent('step2')
    expect(ledger.waiting).toBe(0)
    expect(ledger.isSettled).toBe(false)
  })

  it('[SAVE-3] knows when the oldest edit was made that still waits: confirmed ones do not age those behind them', () => {
    const ledger = new SentLedger()
    ledger.connectionOpened()
    ledger.messageSent('step2')
    expect(ledger.waitingSince).toBeNull()
    for (const at of [1000, 2000, 3000]) {
      ledger.edited(edit(1), at)
      ledger.messageSent('update')
      ledger.confirmed((at - 1000) / 1000 + 1)
      expect(ledger.waitingSince).toBe(at)
    }
    ledger.confirmed(4)
    expect(ledger.waitingSince).toBeNull()
  })
})
