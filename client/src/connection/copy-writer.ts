import { PREFERRED_TRIM_SIZE, storeState, type IndexeddbPersistence } from 'y-indexeddb'
import * as Y from 'yjs'

/** So long after a write for which there was no room it is tried again, with everything the copy lacks (milliseconds). */
export const TRIED_AGAIN_AFTER_MS = 3000

interface CopyWriterListeners {
  /** The store is of no use any more. */
  readonly onLost: () => void
  /** The device has no room, or has room again. */
  readonly onFull: (isFull: boolean) => void
}

/**
 * Writes a Y.Doc's changes into its copy, in place of y-indexeddb's own way, which hears neither of a write that fails nor of
 * a transaction that the browser takes back for want of room. The letter that was to be stored is written and sent all the same.
 */
export class CopyWriter {
  #isBehind = false
  /** Something was written since the whole of it was taken, and is not in it. */
  #wasPassedOver = false
  #again: ReturnType<typeof setTimeout> | undefined
  #tidying: ReturnType<typeof setTimeout> | undefined

  constructor(
    private readonly persistence: IndexeddbPersistence,
    private readonly listeners: CopyWriterListeners
  ) {
    const { doc } = persistence
    doc.off('update', persistence._storeUpdate)
    // Under its name, so that the persistence takes it off the document when it is let go.
    persistence._storeUpdate = (update, origin) => {
      // What there was no room for is missing: a later change alone would be of no use.
      if (origin === persistence) return
      if (this.#isBehind) this.#wasPassedOver = true
      else this.#write(update, false)
    }
    doc.on('update', persistence._storeUpdate)
  }

  stop(): void {
    clearTimeout(this.#again)
    clearTimeout(this.#tidying)
  }

  #writeWhole(): void {
    this.#wasPassedOver = false
    this.#write(Y.encodeStateAsUpdate(this.persistence.doc), true)
  }

  #write(update: Uint8Array, isWhole: boolean): void {
    const { db } = this.persistence
    if (!db) return
    try {
      const transaction = db.transaction(['updates'], 'readwrite')
      transaction.oncomplete = () => this.#written(isWhole)
      transaction.onabort = () => this.#failed(transaction.error)
      transaction.objectStore('updates').add(update)
    } catch (error) {
      this.#failed(error)
    }
  }

  #written(isWhole: boolean): void {
    // Without a letter that came meanwhile, all that follows it would be of no use.
    if (isWhole && this.#wasPassedOver) this.#writeWhole()
    else if (isWhole && this.#isBehind) {
      this.#isBehind = false
      this.listeners.onFull(false)
    }
    this.persistence._dbsize += 1
    if (this.persistence._dbsize < PREFERRED_TRIM_SIZE) return
    clearTimeout(this.#tidying)
    this.#tidying = setTimeout(() => void this.#tidy(), this.persistence._storeTimeout)
  }

  /** Writes what stands in many pieces as one. Where that fails the copy is as it was. */
  async #tidy(): Promise<void> {
    try {
      await storeState(this.persistence, false)
    } catch (error) {
      console.info('A copy was not made smaller', error)
    }
  }

  /** Want of room may pass; whatever else the browser's reason is, the copy is given up. */
  #failed(reason: unknown): void {
    if (!(reason instanceof DOMException) || reason.name !== 'QuotaExceededError') {
      this.stop()
      return this.listeners.onLost()
    }
    const wasBehind = this.#isBehind
    this.#isBehind = true
    clearTimeout(this.#again)
    this.#again = setTimeout(() => this.#writeWhole(), TRIED_AGAIN_AFTER_MS)
    if (!wasBehind) this.listeners.onFull(true)
  }
}
