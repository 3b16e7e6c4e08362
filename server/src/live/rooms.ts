import { LAYOUTS } from '@roundtable/shared/document'
import type { DocumentFacts } from '../ability/index.js'
import type { LiveMetrics } from './live-metrics.js'
import type { Roots } from './domain/update-check.js'
import type { LiveStore } from './live.store.js'
import type { LiveConnection, LiveRoom } from './connection.js'
import type { Relay } from './relay/relay.js'
import { Room } from './room.js'

const IDLE_MS = 10_000
/** The roots of each kind's layout, made once for all its rooms. */
const ROOTS: ReadonlyMap<string, Roots> = new Map(
  Object.entries(LAYOUTS).map(([kind, { roots }]) => [kind, new Map(Object.entries(roots))])
)

/** The open rooms of this process. A document is loaded once for all who ask at the same time. */
export class Rooms {
  readonly #rooms = new Map<string, Promise<LiveRoom>>()
  readonly #loaded = new Map<string, LiveRoom>()

  constructor(
    private readonly store: LiveStore,
    private readonly relay: Relay,
    private readonly metrics: LiveMetrics
  ) {}

  /**
   * The room of a document in its present epoch, loaded. The caller adds its connection in the same turn in
   * which this resolves, so the sweep never takes a room that somebody is about to enter. Throws `CorruptBlob`.
   */
  async open(document: DocumentFacts): Promise<LiveRoom> {
    const room = await this.#roomOf(document)
    if (room.epoch >= document.epoch) return room
    // The document lives anew. Whoever is in the old room is being sent away; nobody else enters it.
    this.forget(room)
    return this.#roomOf(document)
  }

  #roomOf(document: DocumentFacts): Promise<LiveRoom> {
    const existing = this.#rooms.get(document.id)
    if (existing) return existing
    const loading: Promise<LiveRoom> = this.#load(document).then(
      (room) => {
        if (this.#rooms.get(document.id) === loading) {
          this.#loaded.set(document.id, room)
          this.relay.opened(room)
        }
        this.metrics.rooms.set(this.#loaded.size)
        return room
      },
      (error: unknown) => {
        if (this.#rooms.get(document.id) === loading) {
          this.#rooms.delete(document.id)
          this.relay.closed(document.id)
        }
        throw error
      }
    )
    this.#rooms.set(document.id, loading)
    return loading
  }

  async #load(document: DocumentFacts): Promise<LiveRoom> {
    await this.relay.follow(document.id)
    const stored = await this.store.load(document.id)
    if (!stored) throw new Error(`document ${document.id} has no head`)
    return new Room<LiveConnection>(
      {
        documentId: document.id,
        familyId: document.familyId,
        workspaceId: document.workspaceId,
        roots: ROOTS.get(document.kind)!
      },
      stored
    )
  }

  /** The room of a document, where it is open here or about to be. */
  opened(documentId: string): Promise<LiveRoom> | null {
    return this.#rooms.get(documentId) ?? null
  }

  /** Those that people are in. */
  get inUse(): LiveRoom[] {
    return [...this.#loaded.values()].filter(({ connections }) => connections.size > 0)
  }

  /** Rooms that nobody is in and nothing waits in leave memory after a while. `now`: monotonic ms. */
  sweep(now: number): void {
    for (const room of this.#loaded.values()) {
      if (!room.isIdle) room.idleSince = null
      else if (room.idleSince === null) room.idleSince = now
      else if (now - room.idleSince >= IDLE_MS) this.forget(room)
    }
  }

  /** The next who asks gets a room that is loaded anew. */
  forget(room: LiveRoom): void {
    const { documentId } = room.facts
    if (this.#loaded.get(documentId) !== room) return
    this.#rooms.delete(documentId)
    this.#loaded.delete(documentId)
    this.relay.closed(documentId)
    this.metrics.rooms.set(this.#loaded.size)
  }
}
