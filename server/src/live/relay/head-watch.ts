import type { Logger } from 'pino'
import type { NodeLink } from '../../platform/nodes/node-link.js'
import type { LiveRoom } from '../connection.js'
import type { LiveStore } from '../live.store.js'

const LOOK_EVERY_MS = 2000
const ASKED_AT_ONCE = 2000

/**
 * Looks in the database, now and then, whether other nodes have committed what this one was not told: a lost Redis, a lost
 * message. One query for many open documents; nodes that tell each other everything find nothing here.
 */
export class HeadWatch {
  readonly #timer: NodeJS.Timeout | null
  #isLooking = false
  #isClosed = false

  constructor(
    private readonly store: Pick<LiveStore, 'heads'>,
    private readonly roomsInUse: () => readonly LiveRoom[],
    private readonly onMissed: (room: LiveRoom) => void,
    /** The room holds what the log does not: everybody has to sync anew. */
    private readonly onAhead: (room: LiveRoom) => void,
    link: NodeLink,
    private readonly logger: Logger
  ) {
    this.#timer = link.isShared ? setInterval(() => this.#look(), LOOK_EVERY_MS).unref() : null
    link.onReturn(() => this.#look())
  }

  close(): void {
    this.#isClosed = true
    if (this.#timer) clearInterval(this.#timer)
  }

  #look(): void {
    if (this.#isLooking || this.#isClosed) return
    this.#isLooking = true
    this.#compare()
      .catch((error: unknown) => this.logger.warn({ err: error }, 'whether other nodes have written could not be read; it is tried again'))
      .finally(() => (this.#isLooking = false))
  }

  async #compare(): Promise<void> {
    const rooms = this.roomsInUse()
    for (let from = 0; from < rooms.length; from += ASKED_AT_ONCE) {
      const asked = rooms.slice(from, from + ASKED_AT_ONCE)
      const seqs = asked.map(({ seq }) => seq)
      const heads = await this.store.heads(asked.map(({ facts }) => facts.documentId))
      for (const [index, room] of asked.entries()) {
        const head = heads.get(room.facts.documentId) ?? 0
        if (head < seqs[index]!) this.onAhead(room)
        // What is under way from here is taken when it has come back.
        if (head <= room.seq || room.underWay > 0) continue
        room.headSeen = head
        this.onMissed(room)
      }
    }
  }
}
