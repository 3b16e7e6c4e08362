import * as Y from 'yjs'
import { LocalCopy } from './local-copy.js'

/** What the browser keeps between two visits. */
let updates: Uint8Array[] = []
let custom = new Map<string, unknown>()

jest.mock('y-indexeddb', () => ({
  PREFERRED_TRIM_SIZE: 500,
  IndexeddbPersistence: class {
    synced = true
    readonly _dbsize = 0
    readonly db = { transaction: () => ({ objectStore: () => ({ add: (update: Uint8Array) => updates.push(update) }) }) }
    readonly _db = Promise.resolve(this.db)
    readonly whenSynced = Promise.resolve()
    constructor(
      readonly name: string,
      readonly doc: Y.Doc
    ) {
      updates.forEach((update) => Y.applyUpdate(doc, update, this))
    }
    _storeUpdate: (update: Uint8Array, origin: unknown) => void = () => undefined
    get = (key: string) => Promise.resolve(custom.get(key))
    set = (key: string, value: unknown) => Promise.resolve(custom.set(key, value))
    destroy = () => Promise.resolve()
  }
}))

async function visit() {
  const doc = new Y.Doc()
  const copy = new LocalCopy('k', doc, { onLost: () => undefined, onFull: () => undefined })
  await copy.whenLoaded
  return { doc, copy, text: doc.getText('content') }
}

describe('what an earlier visit left unconfirmed', () => {
  beforeEach(async () => {
    updates = []
    custom = new Map()
    const { copy, text } = await visit()
    text.insert(0, 'Our wells')
    text.delete(0, 4)
    await copy.markConfirmed()
  })

  it('[SAVE-16] is nothing when all was confirmed, the words that were taken out included', async () => {
    const { copy } = await visit()
    expect(await copy.unconfirmed()).toBeNull()
  })

  it('[SAVE-16] is also what only takes words out', async () => {
    const first = await visit()
    first.text.delete(0, 2)
    const second = await visit()
    expect(second.text.toJSON()).toBe('lls')
    const left = await second.copy.unconfirmed()
    const server = new Y.Doc()
    updates.slice(0, 2).forEach((update) => Y.applyUpdate(server, update))
    Y.applyUpdate(server, left!)
    expect(server.getText('content').toJSON()).toBe('lls')
    await second.copy.markConfirmed()
    expect(await (await visit()).copy.unconfirmed()).toBeNull()
  })

  it('[SAVE-16] is what was written, when something was', async () => {
    const first = await visit()
    first.text.insert(0, 'New ')
    expect(await (await visit()).copy.unconfirmed()).not.toBeNull()
  })
})
