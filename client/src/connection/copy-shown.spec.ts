import type { DocumentView } from '@roundtable/shared/protocol'
import type * as Y from 'yjs'
import { LiveDocument } from './live-document.js'

/** A device that gives the copy back, and never answers what else is asked of it. */
jest.mock('y-indexeddb', () => ({
  IndexeddbPersistence: class {
    readonly _db = Promise.resolve({})
    readonly synced = true
    readonly whenSynced: Promise<unknown>
    readonly _storeUpdate = () => undefined
    readonly destroy = () => Promise.resolve()
    readonly get = () => new Promise(() => undefined)
    constructor(
      readonly name: string,
      readonly doc: Y.Doc
    ) {
      this.whenSynced = Promise.resolve().then(() => doc.transact(() => doc.getText('content').insert(0, 'kept'), this))
    }
  }
}))

const view = { id: 'd', kind: 'plain', epoch: 1, localCopyKey: 'k', right: 'edit', mySeat: { id: 's' } } as DocumentView

it('[SAVE-43] what this device’s copy holds is shown when it is read, whatever is asked beside it', async () => {
  const live = new LiveDocument(view)
  const told: string[] = []
  live.subscribe(() => told.push(live.doc.getText('content').toJSON()))
  for (let turns = 0; turns < 100; turns++) await Promise.resolve()
  expect(told.at(-1)).toBe('kept')
  live.destroy()
})
