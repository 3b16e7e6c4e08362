import { SentLedger } from './sent-ledger.js'

const edit = (value: number): Uint8Array => new Uint8Array([value])

describe('sent ledger', () => {
  it('[SAVE-1] confirms edits in the order in which their messages were sent', () => {
    const ledger = new SentLedger()
    ledger.connectionOpened()
    ledger.messageSent('step2')
    for (const value of [1, 2, 3]) {
      ledger.edited(edit(value))
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
    ledger.edited(edit(1))
    ledger.messageSent('update')
    ledger.connectionOpened()
    ledger.edited(edit(2))
    expect(ledger.waiting).toBe(2)
    ledger.messageSent('step2')
    expect(ledger.waiting).toBe(2)
    ledger.confirmed(1)
    expect(ledger.isSettled).toBe(true)
  })

  it('[SAVE-1] an edit typed before the step 2 of a new connection is carried by its own message and by step 2', () => {
    const ledger = new SentLedger()
    ledger.connectionOpened()
    ledger.edited(edit(1))
    ledger.edited(edit(2))
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
})
