import { LAYOUTS } from '@roundtable/shared/document'
import { type DocumentFacts } from '../ability/index.js'
import { type LiveMetrics } from './live-metrics.js'
import { type LiveStore } from './live.store.js'
import { type LiveConnection, type LiveRoom } from './connection.js'
import { Room } from './room.js'

const IDLE_MS = 10_000

/** The open rooms of this process. A document is loaded once for all who ask at the same time. */
export class Rooms {
  readonly #rooms = new Map<string, Promise<LiveRoom>>()
  readonly #loaded = new Map<string, LiveRoom>()

  constructor(
    private readonly store: LiveStore,
    private readonly metrics: LiveMetrics
  ) {}

  all(): Iterable<LiveRoom> {
    return this.#loaded.values()
  }

  get(documentId: string): LiveRoom | undefined {
    return this.#loaded.get(documentId)
  }

  /**
   * The room of a document, loaded. The caller adds its connection in the same turn in which this
   * resolves, so the sweep never takes a room that somebody is about to enter. Throws `CorruptBlob`.
   */
  open(document: DocumentFacts): Promise<LiveRoom> {
    const existing = this.#rooms.get(document.id)
    if (existing) return existing
    const loading = this.#load(document)
    this.#rooms.set(document.id, loading)
    loading.catch(() => this.#rooms.delete(document.id))
    return loading
  }

  async #load(document: DocumentFacts): Promise<LiveRoom> {
    const stored = await this.store.load(document.id)
    if (!stored) throw new Error(`document ${document.id} has no head`)
    const room = new Room<LiveConnection>(
      {
        documentId: document.id,
        familyId: document.familyId,
        workspaceId: document.workspaceId,
        roots: new Set(Object.keys(LAYOUTS[document.kind].roots))
      },
      stored
    )
    this.#loaded.set(document.id, room)
    this.metrics.rooms.set(this.#loaded.size)
    return room
  }

  /** Rooms that nobody is in and nothing waits in leave memory after a while. `now`: monotonic ms. */
  sweep(now: number): void {
    for (const [id, room] of this.#loaded) {
      const isIdle = room.connections.size === 0 && room.inbox.length === 0 && !room.isBusy
      if (!isIdle) room.idleSince = null
      else if (room.idleSince === null) room.idleSince = now
      else if (now - room.idleSince >= IDLE_MS) this.forget(id)
    }
  }

  forget(documentId: string): void {
    this.#rooms.delete(documentId)
    this.#loaded.delete(documentId)
    this.metrics.rooms.set(this.#loaded.size)
  }
}
