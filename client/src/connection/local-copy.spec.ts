import * as Y from 'yjs'
import { LocalCopy } from './local-copy.js'

/** The browser's side of one copy: what the test does to it from outside. */
interface Stored {
  readonly db: { onversionchange: (() => void) | null; onclose: (() => void) | null; close: jest.Mock }
  isBroken: boolean
  readonly kept: Uint8Array[]
  readonly loaded: () => void
}
const stored: Stored[] = []
const latest = () => stored.at(-1)!

jest.mock('y-indexeddb', () => ({
  PREFERRED_TRIM_SIZE: 500,
  IndexeddbPersistence: class {
    synced = true
    readonly _dbsize = 0
    readonly db = {
      onversionchange: null,
      onclose: null,
      close: jest.fn(),
      transaction: () => {
        if (this.isBroken) throw new DOMException('The database connection is closing.', 'InvalidStateError')
        return { objectStore: () => ({ add: (update: Uint8Array) => this.kept.push(update) }) }
      }
    }
    readonly _db = Promise.resolve(this.db)
    readonly kept: Uint8Array[] = []
    isBroken = false
    loaded!: () => void
    readonly whenSynced = new Promise<void>((resolve) => (this.loaded = resolve))
    constructor(
      readonly name: string,
      readonly doc: Y.Doc
    ) {
      doc.on('update', this._storeUpdate)
      stored.push(this)
    }
    _storeUpdate: (update: Uint8Array, origin: unknown) => void = () => undefined
    get = () => Promise.reject(new DOMException('The database connection is closing.', 'InvalidStateError'))
    set = this.get
    destroy() {
      this.doc.off('update', this._storeUpdate)
      return Promise.resolve()
    }
  }
}))

async function open() {
  const doc = new Y.Doc()
  const onFailure = jest.fn()
  const copy = new LocalCopy('k', doc, { onLost: onFailure, onFull: jest.fn() })
  for (let turns = 0; turns < 20; turns++) await Promise.resolve()
  return { doc, copy, onFailure, text: doc.getText('content') }
}

describe('the copy of a document on this device', () => {
  it('[SAVE-7] that another window takes off the device lets go at once, says so, and typing goes on', async () => {
    const { copy, onFailure, text } = await open()
    latest().loaded()
    await copy.whenLoaded
    text.insert(0, 'kept')
    latest().db.onversionchange?.()
    expect(latest().db.close).toHaveBeenCalled()
    latest().isBroken = true
    text.insert(4, ', not kept')
    expect(text.toJSON()).toBe('kept, not kept')
    expect(latest().kept).toHaveLength(1)
    expect(onFailure).toHaveBeenCalledTimes(1)
  })

  it('[SAVE-7] whose store fails before the browser has said why lets go as well, once', async () => {
    const { onFailure, text } = await open()
    latest().isBroken = true
    text.insert(0, 'typed')
    latest().db.onclose?.()
    text.insert(5, ' on')
    expect(text.toJSON()).toBe('typed on')
    expect(onFailure).toHaveBeenCalledTimes(1)
  })

  it('[SAVE-7] that goes while it is being read keeps nobody from the server', async () => {
    const { copy, onFailure } = await open()
    latest().db.onclose?.()
    await copy.whenLoaded
    expect(await copy.unconfirmed()).toBeNull()
    await copy.markConfirmed()
    expect(onFailure).toHaveBeenCalledTimes(1)
  })

  it('[SAVE-7] that cannot be read keeps nobody from the server either', async () => {
    const { copy } = await open()
    latest().loaded()
    await copy.whenLoaded
    expect(await copy.unconfirmed()).toBeNull()
    await copy.markConfirmed()
  })

  it('[SAVE-7] that is closed on purpose is no failure', async () => {
    const { copy, onFailure } = await open()
    await copy.close()
    latest().db.onclose?.()
    expect(onFailure).not.toHaveBeenCalled()
  })
})
