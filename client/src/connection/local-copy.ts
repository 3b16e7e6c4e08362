import { IndexeddbPersistence } from 'y-indexeddb'
import * as Y from 'yjs'
import { CopyWriter } from './copy-writer.js'
import { deleteDatabase, PREFIX } from './local-copies.js'

const DURABLE = 'durableVector'
const DELETED = 'durableDeletions'

interface CopyListeners {
  /** The copy is let go of: it was taken away, or is of no use any more. */
  readonly onLost: () => void
  /** There is no room for what is written, or there is again. */
  readonly onFull: (isFull: boolean) => void
}

/**
 * This device's copy of a document, so that it opens and takes edits without a line.
 *
 * Named by person, document and epoch: another person on this device, and another life of the document,
 * get a copy of their own. A cache, never the only home of confirmed words.
 */
export class LocalCopy {
  readonly #name: string
  #persistence: IndexeddbPersistence | null = null
  #writer: CopyWriter | null = null
  #isClosed = false
  /** Something was deleted that is not in what was marked last. */
  #hasDeleted = true
  /** Resolves when what was stored is in the Y.Doc; also when storage is not to be had. */
  readonly whenLoaded: Promise<void>

  /** @param after opened only then: a copy that is being taken off the device would take a new one of its name along */
  constructor(
    key: string,
    private readonly doc: Y.Doc,
    listeners: CopyListeners,
    after: Promise<void> = Promise.resolve()
  ) {
    this.#name = PREFIX + key
    doc.on('afterTransaction', ({ deleteSet }) => {
      if (deleteSet.clients.size > 0) this.#hasDeleted = true
    })
    this.whenLoaded = after.then(() => this.#open(listeners))
  }

  async #open({ onLost, onFull }: CopyListeners): Promise<void> {
    if (this.#isClosed) return
    const persistence = new IndexeddbPersistence(this.#name, this.doc)
    this.#persistence = persistence
    await new Promise<void>((resolve) => {
      // Another window takes the copy off the device, or the browser does ("clear site data"): what is bound to a closed
      // database would throw at every letter, out of the transaction that the letter is written in.
      const lose = () => {
        resolve()
        if (this.#persistence !== persistence) return
        this.#persistence = null
        this.#writer?.stop()
        // Its database is closed already: there is nothing left that closing could fail to do.
        persistence.destroy().catch(() => undefined)
        if (!this.#isClosed) onLost()
      }
      this.#writer = new CopyWriter(persistence, { onLost: lose, onFull })
      persistence._db.then((database) => {
        database.onclose = lose
        database.onversionchange = () => {
          database.close()
          lose()
        }
        void persistence.whenSynced.then(() => resolve())
      }, lose)
    })
  }

  /** Marks everything the Y.Doc holds now as confirmed by the server. */
  async markConfirmed(): Promise<void> {
    if (!this.#persistence?.synced) return
    await this.#set(DURABLE, Y.encodeStateVector(this.doc))
    if (!this.#hasDeleted) return
    this.#hasDeleted = false
    await this.#set(DELETED, Y.encodeSnapshot(Y.createSnapshot(deletedIn(this.doc), new Map())))
  }

  /** What an earlier visit left unconfirmed, as one update; null when nothing. Taking words out is an edit as well. */
  async unconfirmed(): Promise<Uint8Array | null> {
    const [durable, deleted] = [await this.#get(DURABLE), await this.#get(DELETED)]
    if (!durable) return null
    const missing = Y.diffUpdate(Y.encodeStateAsUpdate(this.doc), durable)
    if (Y.decodeUpdate(missing).structs.length > 0) return missing
    return deleted && !Y.equalDeleteSets(Y.decodeSnapshot(deleted).ds, deletedIn(this.doc)) ? missing : null
  }

  // A copy that is gone by now has nothing to mark and nothing to read; that it is gone is told elsewhere.
  async #set(key: string, bytes: Uint8Array): Promise<void> {
    await this.#persistence?.set(key, bytes.slice().buffer).catch(() => undefined)
  }

  async #get(key: string): Promise<Uint8Array | null> {
    if (!this.#persistence?.synced) return null
    const stored: unknown = await this.#persistence.get(key).catch(() => null)
    return stored instanceof ArrayBuffer ? new Uint8Array(stored) : null
  }

  isOrigin(origin: unknown): boolean {
    return origin !== null && origin === this.#persistence
  }

  async close(): Promise<void> {
    this.#isClosed = true
    this.#writer?.stop()
    await this.#persistence?.destroy()
  }

  /** Takes the copy off this device. */
  async wipe(): Promise<void> {
    await this.close()
    await deleteDatabase(this.#name)
  }
}

const deletedIn = (doc: Y.Doc) => Y.createDeleteSetFromStructStore(doc.store)
