import type { Logger } from 'pino'
import type { NodeLink } from '../../platform/nodes/node-link.js'
import type { LiveRoom } from '../connection.js'
import type { AwarenessEntry } from '../domain/frames.js'
import type { PresenceOwner } from '../domain/presence-board.js'
import type { LoggedUpdate } from '../live.store.js'
import { decodeRelay, encodeRelay, type RelayMessage } from './relay-message.js'

/** Stands in a room's presence for everybody who is in it at one other node. */
class OtherNode implements PresenceOwner {
  readonly isElsewhere = true
}

export interface RelayHooks {
  /** Committed by another node, and handed over in order: the room takes it and shows it. */
  readonly onCommitted: (room: LiveRoom, updates: readonly LoggedUpdate[]) => void
  /** Something was committed that was not handed over, or not in order: the log has it. */
  readonly onMissed: (room: LiveRoom) => void
  readonly onPresence: (room: LiveRoom) => void
  /** The room cannot follow what was handed over: everybody has to sync anew. */
  readonly onGap: (room: LiveRoom) => void
}

interface Followed {
  room: LiveRoom | null
  /** Something was said of it before the room was loaded. */
  wasSaid: boolean
}

/**
 * Tells the other nodes what was committed here and who is here, and has the rooms of this node take what they tell. Never
 * the truth: what does not fit is looked up in the log.
 */
export class Relay {
  readonly #followed = new Map<string, Followed>()
  readonly #otherNodes = new Map<string, OtherNode>()
  hooks: RelayHooks | null = null

  constructor(
    private readonly link: NodeLink,
    private readonly logger: Logger
  ) {
    link.onNodes({ onFound: (node) => this.#find(node), onLost: (node) => this.#forget(node) })
    // Whoever was heard before this node itself was had no answer.
    link.onReturn(() => this.#tellWhoIsHere())
  }

  /** Before a document is loaded: what is said of it from then on is not missed. */
  async follow(documentId: string): Promise<void> {
    if (!this.link.isShared) return
    const followed: Followed = { room: null, wasSaid: !this.link.isUp }
    this.#followed.set(documentId, followed)
    await this.link.follow(documentId, (message) => this.#hear(followed, message))
  }

  /** It is loaded: what was said meanwhile is in the log. */
  opened(room: LiveRoom): void {
    const followed = this.#followed.get(room.facts.documentId)
    if (!followed) return
    followed.room = room
    if (followed.wasSaid) this.hooks?.onMissed(room)
    this.#say(room.facts.documentId, { type: 'who' })
  }

  closed(documentId: string): void {
    if (this.#followed.delete(documentId)) this.link.unfollow(documentId)
  }

  committed({ epoch, facts }: LiveRoom, updates: readonly LoggedUpdate[]): void {
    if (this.link.isShared && updates.length > 0) this.#say(facts.documentId, { type: 'committed', epoch, updates })
  }

  grown(documentId: string): void {
    this.#say(documentId, { type: 'grown' })
  }

  presence({ facts }: LiveRoom, entries: readonly AwarenessEntry[]): void {
    if (this.link.isShared && entries.length > 0) this.#say(facts.documentId, { type: 'presence', entries })
  }

  #say(documentId: string, message: RelayMessage): void {
    if (this.link.isUp && this.link.isShared) this.link.publish(documentId, encodeRelay(this.link.node, message))
  }

  #hear(followed: Followed, bytes: Buffer): void {
    const { node, message } = decodeRelay(bytes)
    if (node === this.link.node) return
    const { room } = followed
    if (!room) followed.wasSaid ||= message.type === 'committed' || message.type === 'grown'
    else if (message.type === 'committed') this.#takeCommitted(room, message)
    else if (message.type === 'grown') this.hooks?.onMissed(room)
    else if (message.type === 'who') this.#tellWhoIsIn(room)
    else this.#takePresence(room, node, message.entries)
  }

  #takeCommitted(room: LiveRoom, { epoch, updates }: Extract<RelayMessage, { type: 'committed' }>): void {
    if (epoch !== room.epoch) return
    const news = updates.filter(({ seq }) => seq > room.seq)
    if (news.length === 0) return
    // While its log is read or a row is missing in between, the room would take one twice or out of order.
    const follows = !room.isBusy && news.every(({ seq }, index) => seq === room.seq + 1 + index)
    if (!follows) return this.hooks?.onMissed(room)
    try {
      this.hooks?.onCommitted(room, news)
    } catch (error) {
      this.logger.warn({ err: error, documentId: room.facts.documentId }, 'a room could not take what another node committed')
      this.hooks?.onGap(room)
    }
  }

  #takePresence(room: LiveRoom, node: string, entries: readonly AwarenessEntry[]): void {
    const owner = this.#otherNodes.get(node)
    // Of a node that is not heard nobody would take its people away; when it is found, it is asked who is there.
    if (!owner) return
    for (const entry of entries) room.presence.put(owner, entry, entry.state === 'null' ? null : entry.state)
    if (room.presence.hasChanges) this.hooks?.onPresence(room)
  }

  /** A node that is heard for the first time, or anew, knows of nobody here, and nothing is known of who is there. */
  #find(node: string): void {
    this.#otherNodes.set(node, new OtherNode())
    this.#tellWhoIsHere()
    for (const { facts } of this.#rooms()) this.#say(facts.documentId, { type: 'who' })
  }

  #tellWhoIsHere(): void {
    for (const room of this.#rooms()) this.#tellWhoIsIn(room)
  }

  #tellWhoIsIn(room: LiveRoom): void {
    if (room.peoplePresent > 0) this.presence(room, room.presence.ownEveryone())
  }

  #forget(node: string): void {
    const owner = this.#otherNodes.get(node)
    this.#otherNodes.delete(node)
    if (!owner) return
    for (const room of this.#rooms()) {
      if (room.peoplePresent === 0) continue
      room.presence.leave(owner)
      if (room.presence.hasChanges) this.hooks?.onPresence(room)
    }
  }

  *#rooms(): Iterable<LiveRoom> {
    for (const { room } of this.#followed.values()) if (room) yield room
  }
}
