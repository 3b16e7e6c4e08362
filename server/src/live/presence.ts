import type { LiveConnection, LiveRoom } from './connection.js'
import { type AwarenessEntry, awarenessMessage, frameOf } from './domain/frames.js'
import { stampState } from './domain/presence-board.js'

/** Milliseconds between two broadcasts of a room's presence: the more people, the less often. */
function intervalFor(people: number): number {
  if (people <= 25) return 50
  return people <= 100 ? 200 : 500
}

/**
 * Takes people's presence in and passes it on, merged. A client id must be bound to the person before
 * anyone sees it; one timer serves all rooms, and only while something has changed.
 */
export class Presence {
  readonly #changed = new Map<LiveRoom, number>()
  #timer: NodeJS.Timeout | null = null
  #isClosed = false

  constructor(
    private readonly requestBinding: (room: LiveRoom) => void,
    private readonly tellOtherNodes: (room: LiveRoom, entries: readonly AwarenessEntry[]) => void,
    /** False while it is not known who may see it. */
    private readonly mayTell: () => boolean,
    private readonly now: () => number
  ) {}

  /**
   * A connection presents one client id: the first it names. Stock providers send back what they hear
   * of others, and that must neither move anybody's cursor nor fill the board. Whoever left and only reads on is not shown.
   */
  receive(connection: LiveConnection, entries: readonly AwarenessEntry[]): void {
    if (connection.access.hasLeft) return
    for (const entry of entries) {
      if (connection.presentedClient === null && entry.state !== 'null' && this.#mayBeOwn(connection, entry.client))
        connection.presentedClient = entry.client
      if (entry.client !== connection.presentedClient) continue
      const owner = connection.room.ownerOf(entry.client)
      if (owner === undefined) this.#hold(connection, entry)
      else if (owner === connection.facts.personId) this.#put(connection, entry)
    }
  }

  #mayBeOwn({ room, facts }: LiveConnection, client: number): boolean {
    return (room.ownerOf(client) ?? facts.personId) === facts.personId
  }

  /** Shows what waited for its client id and is this person's now. What is still to be bound goes on waiting. */
  release(connection: LiveConnection): void {
    const { heldPresence } = connection
    if (!heldPresence || connection.room.ownerOf(heldPresence.client) !== connection.facts.personId) return
    connection.heldPresence = null
    this.#put(connection, heldPresence)
  }

  /** What it held is dropped as well: a binding that comes later must not bring it back. */
  leave(connection: LiveConnection): void {
    connection.heldPresence = null
    connection.latestMove = null
    connection.room.moved.delete(connection)
    if (connection.room.peoplePresent === 0) return
    connection.room.presence.leave(connection)
    this.schedule(connection.room)
  }

  /** Who is here, told to one of them; it is no business of whoever left, nor of whom the registry shows the roadmap alone. */
  tellEveryone(connection: LiveConnection): void {
    if (!connection.access.seesPeople || connection.isHeld || !this.mayTell()) return
    this.#stampMoves(connection.room)
    const others = connection.room.presence.everyone().filter(({ client }) => client !== connection.presentedClient)
    connection.writePresence(frameOf(awarenessMessage(others)))
  }

  close(): void {
    this.#isClosed = true
    if (this.#timer) clearTimeout(this.#timer)
    this.#changed.clear()
  }

  #hold(connection: LiveConnection, entry: AwarenessEntry): void {
    if (entry.state === 'null') return
    connection.heldPresence = entry
    connection.room.binding.add(connection)
    this.requestBinding(connection.room)
  }

  #put(connection: LiveConnection, entry: AwarenessEntry): void {
    const { room } = connection
    if (entry.state === 'null') {
      this.#stamp(connection)
      room.presence.put(connection, entry, null)
    } else if (entry.clock > (connection.latestMove?.clock ?? -1)) {
      connection.latestMove = entry
      room.moved.add(connection)
    }
    if (room.moved.size > 0 || room.presence.hasChanges) this.schedule(room)
  }

  /** Reading and stamping a state costs more than receiving it: of the moves between two turns only the last is read. */
  #stampMoves(room: LiveRoom): void {
    for (const connection of [...room.moved]) this.#stamp(connection)
  }

  #stamp(connection: LiveConnection): void {
    const { latestMove, room } = connection
    connection.latestMove = null
    room.moved.delete(connection)
    const stamped = latestMove && stampState(latestMove.state, connection.identity)
    if (latestMove && stamped !== null) room.presence.put(connection, latestMove, stamped)
  }

  /** Something has changed in the room's presence; everybody is told with the next turn. */
  schedule(room: LiveRoom): void {
    if (this.#isClosed) return
    if (!this.#changed.has(room)) this.#changed.set(room, this.now() + intervalFor(room.presence.size))
    this.#timer ??= setTimeout(() => this.#broadcast(), 50).unref()
  }

  #broadcast(): void {
    this.#timer = null
    const now = this.now()
    for (const [room, due] of this.#changed) {
      if (due > now + 1 || !this.mayTell() || [...room.connections].some(({ isHeld, isRefused }) => isHeld && !isRefused)) continue
      this.#changed.delete(room)
      this.#stampMoves(room)
      const { all, own, led } = room.presence.takeChanges()
      if (all.length === 0) continue
      this.tellOtherNodes(room, own)
      const frame = frameOf(awarenessMessage(all))
      for (const connection of room.connections) {
        if (!connection.isJoined || !connection.access.seesPeople || connection.isRefused) continue
        const itself = led.get(connection)
        connection.writePresence(itself === undefined ? frame : frameOf(awarenessMessage(all.filter(({ client }) => client !== itself))))
      }
    }
    if (this.#changed.size > 0) this.#timer = setTimeout(() => this.#broadcast(), 50).unref()
  }
}
