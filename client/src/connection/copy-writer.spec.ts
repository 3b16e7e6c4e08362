import type { IndexeddbPersistence } from 'y-indexeddb'
import * as Y from 'yjs'
import { CopyWriter, TRIED_AGAIN_AFTER_MS } from './copy-writer.js'

jest.mock('y-indexeddb', () => ({ PREFERRED_TRIM_SIZE: 500, storeState: jest.fn() }))

class Transaction {
  oncomplete: () => void = () => undefined
  onabort: () => void = () => undefined
  error: DOMException | null = null
  update: Uint8Array | null = null
  objectStore = () => ({ add: (update: Uint8Array) => (this.update = update) })
}

/** A store whose transactions end as the test says: `null` for done, else why the browser took it back. */
function open() {
  const kept: Uint8Array[] = []
  const begun: Transaction[] = []
  const doc = new Y.Doc()
  const persistence = {
    doc,
    _dbsize: 0,
    _storeUpdate: () => undefined,
    db: {
      transaction: () => {
        const transaction = new Transaction()
        begun.push(transaction)
        return transaction
      }
    }
  }
  const listeners = { onLost: jest.fn(), onFull: jest.fn() }
  const writer = new CopyWriter(persistence as unknown as IndexeddbPersistence, listeners)
  const ends = (why: string | null) => {
    const transaction = begun.shift()!
    if (why === null) {
      kept.push(transaction.update!)
      transaction.oncomplete()
    } else {
      transaction.error = new DOMException('', why)
      transaction.onabort()
    }
  }
  const copy = () => {
    const read = new Y.Doc()
    kept.forEach((update) => Y.applyUpdate(read, update))
    return read.getText('content').toJSON()
  }
  return { writer, listeners, ends, copy, waiting: () => begun.length, text: doc.getText('content') }
}

describe('writing a copy', () => {
  beforeEach(() => jest.useFakeTimers())
  afterEach(() => jest.useRealTimers())

  it('[SAVE-17] for which there is no room says so, goes on, and makes the copy whole as soon as there is', () => {
    const { listeners, ends, copy, waiting, text } = open()
    text.insert(0, 'kept')
    ends(null)
    text.insert(4, ', lost')
    ends('QuotaExceededError')
    expect(listeners.onFull.mock.calls).toEqual([[true]])
    text.insert(10, ' and more')
    expect(waiting()).toBe(0)
    jest.advanceTimersByTime(TRIED_AGAIN_AFTER_MS)
    ends('QuotaExceededError')
    jest.advanceTimersByTime(TRIED_AGAIN_AFTER_MS)
    ends(null)
    expect(listeners.onFull.mock.calls).toEqual([[true], [false]])
    expect(copy()).toBe('kept, lost and more')
    text.insert(19, ', again')
    ends(null)
    expect(copy()).toBe('kept, lost and more, again')
    expect(listeners.onLost).not.toHaveBeenCalled()
  })

  it('[SAVE-17] is whole only with what was written while the whole of it was on its way', () => {
    const { listeners, ends, copy, waiting, text } = open()
    text.insert(0, 'lost')
    ends('QuotaExceededError')
    jest.advanceTimersByTime(TRIED_AGAIN_AFTER_MS)
    text.insert(4, ', under way')
    ends(null)
    expect(listeners.onFull.mock.calls).toEqual([[true]])
    ends(null)
    expect(listeners.onFull.mock.calls).toEqual([[true], [false]])
    text.insert(15, ', after')
    ends(null)
    expect([copy(), waiting()]).toEqual(['lost, under way, after', 0])
  })

  it('[SAVE-7] that fails for another reason gives the copy up, once', () => {
    const { listeners, ends, text } = open()
    text.insert(0, 'kept')
    ends('UnknownError')
    jest.advanceTimersByTime(TRIED_AGAIN_AFTER_MS)
    expect(listeners.onLost).toHaveBeenCalledTimes(1)
    expect(listeners.onFull).not.toHaveBeenCalled()
  })

  it('[SAVE-17] is not tried again once the copy is let go of', () => {
    const { writer, ends, waiting, text } = open()
    text.insert(0, 'lost')
    ends('QuotaExceededError')
    writer.stop()
    jest.advanceTimersByTime(TRIED_AGAIN_AFTER_MS)
    expect(waiting()).toBe(0)
  })
})
