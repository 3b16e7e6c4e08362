import type { Logger } from 'pino'
import type { LiveRoom } from './connection.js'
import type { LiveStore } from './live.store.js'

const LOOK_EVERY_MS = 250
const MOST_AT_ONCE = 500

/**
 * Rooms whose rows somebody keeps locked: a transaction that hangs, an operator at a prompt. They stand
 * aside until the rows are free, so that one stuck document does not hold up everybody else's edits.
 */
export class StalledRooms {
  readonly #rooms = new Set<LiveRoom>()
  #timer: NodeJS.Timeout | null = null

  constructor(
    private readonly store: LiveStore,
    private readonly onFree: (room: LiveRoom) => void,
    private readonly logger: Logger
  ) {}

  /** Of rooms whose append waited too long, takes those that are still locked out. False when that could not be asked. */
  async setAside(rooms: readonly LiveRoom[]): Promise<boolean> {
    try {
      for (const room of await this.#locked([...new Set(rooms)])) {
        room.hold('lock')
        this.#rooms.add(room)
        this.logger.warn({ documentId: room.facts.documentId }, 'somebody keeps a document locked; its edits wait, unacknowledged')
      }
    } catch (error) {
      this.logger.warn({ err: error }, 'which documents are locked could not be asked')
      return false
    }
    if (this.#rooms.size > 0) this.#lookLater()
    return true
  }

  async #look(): Promise<void> {
    const asked = [...this.#rooms].slice(0, MOST_AT_ONCE)
    try {
      const locked = new Set(await this.#locked(asked))
      for (const room of asked) {
        this.#rooms.delete(room)
        // The longest asked about go to the end: everybody's turn comes.
        if (locked.has(room)) this.#rooms.add(room)
        else this.#free(room)
      }
    } catch (error) {
      this.logger.warn({ err: error }, 'which documents are locked could not be asked')
    }
    if (this.#rooms.size > 0) this.#lookLater()
  }

  #free(room: LiveRoom): void {
    room.release('lock')
    this.onFree(room)
  }

  #lookLater(): void {
    if (this.#timer) return
    this.#timer = setTimeout(() => {
      this.#timer = null
      void this.#look()
    }, LOOK_EVERY_MS).unref()
  }

  /** An append locks the document's head and the access rows of its workspace and its senders. */
  async #locked(rooms: readonly LiveRoom[]): Promise<LiveRoom[]> {
    const needs = rooms.map((room) => {
      const people = [...room.inbox.map(({ connection }) => connection), ...room.binding].map(({ facts }) => facts.personId)
      return { room, documentId: room.facts.documentId, scopes: [...new Set([room.facts.workspaceId, ...people])] }
    })
    const free = await this.store.unlocked(
      needs.map(({ documentId }) => documentId),
      [...new Set(needs.flatMap(({ scopes }) => scopes))]
    )
    return needs.filter(({ documentId, scopes }) => ![documentId, ...scopes].every((id) => free.has(id))).map(({ room }) => room)
  }
}
