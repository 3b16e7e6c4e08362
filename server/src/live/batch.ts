import { LIVE_LIMITS, type Because, type RejectionReason } from '@roundtable/shared/protocol'
import type { LiveConnection, LiveItem, LiveRoom } from './connection.js'
import { DepthIndex } from './domain/depth-index.js'
import type { ClockRange } from './domain/known-state.js'
import { type Finding, checkUpdate } from './domain/update-check.js'
import type { AppendSender } from './live.store.js'

type NewUpdate = Extract<Finding, { verdict: 'new' }>

/** Everything of one connection that goes into one transaction, taken whole or not at all. */
export interface BatchSender {
  readonly room: LiveRoom
  readonly connection: LiveConnection
  readonly items: LiveItem[]
  readonly updates: NewUpdate[]
  readonly entry: AppendSender
  lastCount: number
  seqs: readonly number[]
}

export interface Refusal {
  readonly item: LiveItem
  readonly reason: RejectionReason
  readonly because?: Because
}

export interface Batch {
  readonly senders: BatchSender[]
  readonly refusals: Refusal[]
  /** Connections whose messages up to this count were known already, with nothing of theirs before it waiting. */
  readonly known: Map<LiveConnection, number>
  /** Items that are done without a commit. */
  readonly settled: LiveItem[]
  /** Rooms that should read the log: somebody refers to what they do not know. */
  readonly toCatchUp: Set<LiveRoom>
}

/**
 * In a later one, whoever states no epoch may have been there before it: what they bring along unknown to us is taken for text
 * of an earlier life, under whatever client id. What they write here, having begun with our text, is taken as anybody's.
 */
const FIRST_EPOCH = 1

/** So many times what a document holds is held when what comes takes away alone. */
const SPARE = 1.25

const MOST_UPDATES = 2000
const MOST_BYTES = LIVE_LIMITS.messageBytes

/**
 * Takes from the rooms' inboxes what can go into one transaction; the rest stays, in order, and is taken by a later one.
 * Structure is checked here, against what is committed at this moment and the same sender's own edits before.
 */
export function assemble(rooms: readonly LiveRoom[]): Batch {
  const batch: Batch = { senders: [], refusals: [], known: new Map(), settled: [], toCatchUp: new Set() }
  const room = { updates: MOST_UPDATES, bytes: MOST_BYTES }
  for (const each of rooms) new RoomAssembly(each, batch, room).run()
  return batch
}

class RoomAssembly {
  readonly #senders = new Map<LiveConnection, BatchSender>()
  readonly #ahead = new Map<LiveConnection, Map<number, number>>()
  readonly #depths = new Map<LiveConnection, { readonly index: DepthIndex; taken: number }>()
  /** Which connection writes under a client id in this batch; a second one waits for the next. */
  readonly #claims = new Map<number, LiveConnection>()
  readonly #held = new Set<LiveConnection>()
  /** Of this room, in this batch. */
  #bytes = 0
  readonly #refused = new Set<LiveConnection>()

  constructor(
    private readonly room: LiveRoom,
    private readonly batch: Batch,
    private readonly space: { updates: number; bytes: number }
  ) {}

  run(): void {
    const rest: LiveItem[] = []
    for (const item of this.room.inbox) if (!this.#take(item)) rest.push(item)
    this.room.inbox = rest
    for (const connection of this.room.binding) if (!connection.isDeciding) this.#bindPresence(connection)
    this.batch.senders.push(...this.#senders.values())
  }

  /** Presence under a new client id waits until the id is bound to its person. Whose it is decides nothing about edits. */
  #bindPresence(connection: LiveConnection): void {
    this.batch.senders.push(this.#senderFor(connection, connection.heldPresence ? [connection.heldPresence.client] : []))
    this.room.binding.delete(connection)
  }

  /** True when the item has left the inbox. */
  #take(item: LiveItem): boolean {
    const { connection } = item
    if (this.#refused.has(connection) || connection.isRefused) {
      this.batch.settled.push(item)
      return true
    }
    if (this.#held.has(connection) || connection.isDeciding || this.space.updates <= 0 || this.space.bytes <= 0) {
      this.#held.add(connection)
      return false
    }
    const ahead = this.#ahead.get(connection) ?? new Map<number, number>()
    const finding = checkUpdate(item.bytes, {
      known: this.room.known,
      ahead,
      roots: this.room.facts.roots,
      depths: () => this.#depthsWith(connection)
    })
    if (finding.verdict === 'known') return this.#takeKnown(item)
    if (finding.verdict === 'refused') return this.#takeRefused(item, finding.reason)
    return this.#takeNew(item, finding, ahead)
  }

  /** How deep everything sits that this connection may build on: what is committed, and what it has in this batch. */
  #depthsWith(connection: LiveConnection): DepthIndex {
    const depths = this.#depths.get(connection) ?? { index: new DepthIndex(this.room.depths()), taken: 0 }
    this.#depths.set(connection, depths)
    const updates = this.#senders.get(connection)?.updates ?? []
    for (const { structs } of updates.slice(depths.taken)) for (const struct of structs) depths.index.add(struct)
    depths.taken = updates.length
    return depths.index
  }

  #takeKnown(item: LiveItem): boolean {
    const sender = this.#senders.get(item.connection)
    if (sender) {
      sender.items.push(item)
      sender.lastCount = Math.max(sender.lastCount, item.count)
    } else {
      this.batch.settled.push(item)
      this.batch.known.set(item.connection, Math.max(item.count, this.batch.known.get(item.connection) ?? 0))
    }
    return true
  }

  #takeRefused(item: LiveItem, reason: RejectionReason): boolean {
    // Another node may have written what this refers to: read the log once, then judge again.
    if (reason === 'refers_to_unknown' && !item.hasCaughtUp) {
      item.hasCaughtUp = true
      this.#held.add(item.connection)
      this.batch.toCatchUp.add(this.room)
      return false
    }
    return this.#refuse(item, reason)
  }

  #takeNew(item: LiveItem, finding: NewUpdate, ahead: Map<number, number>): boolean {
    const { connection } = item
    const { access, facts } = connection
    if (access.right !== 'edit') {
      // A reader's client tells what merging deleted: that is nobody's edit, and nothing to refuse.
      const isMerging = finding.structs.length === 0 && this.room.losesNothingBy(finding.deleted)
      return isMerging ? this.#takeKnown(item) : this.#refuse(item, 'not_allowed', access.because)
    }
    if (item.isOpeningSync && facts.epoch === null && this.room.epoch > FIRST_EPOCH) return this.#refuse(item, 'old_epoch')
    if (!item.isOpeningSync && finding.bytes.length > LIVE_LIMITS.updateBytes) return this.#refuse(item, 'too_large')
    if (this.#isFull(finding)) return this.#refuse(item, 'document_full')
    const clients = finding.written.map((range) => range.client)
    if (clients.some((client) => (this.room.ownerOf(client) ?? facts.personId) !== facts.personId))
      return this.#refuse(item, 'foreign_client')
    if (clients.some((client) => (this.#claims.get(client) ?? connection) !== connection)) {
      this.#held.add(connection)
      return false
    }
    const sender = this.#senderOf(connection)
    for (const client of clients) {
      this.#claims.set(client, connection)
      if (this.room.ownerOf(client) === undefined && !sender.entry.clients.includes(client)) sender.entry.clients.push(client)
    }
    advance(ahead, finding.written)
    this.#ahead.set(connection, ahead)
    sender.items.push(item)
    sender.updates.push(finding)
    sender.entry.updates.push(finding.bytes)
    sender.lastCount = Math.max(sender.lastCount, item.count)
    this.space.updates -= 1
    this.space.bytes -= finding.bytes.length
    this.#bytes += finding.bytes.length
    return true
  }

  /** Taking away goes on for a while in a document that takes nothing more: folding makes space of it. */
  #isFull({ bytes, structs }: NewUpdate): boolean {
    const limit = LIVE_LIMITS.documentBytes * (structs.length === 0 ? SPARE : 1)
    return this.room.storedBytes + this.#bytes + bytes.length > limit
  }

  #refuse(item: LiveItem, reason: RejectionReason, because?: Because): boolean {
    this.#refused.add(item.connection)
    this.batch.refusals.push({ item, reason, because })
    return true
  }

  #senderOf(connection: LiveConnection): BatchSender {
    const existing = this.#senders.get(connection)
    if (existing) return existing
    const sender = this.#senderFor(connection, [])
    this.#senders.set(connection, sender)
    return sender
  }

  #senderFor(connection: LiveConnection, clients: number[]): BatchSender {
    const { facts, access } = connection
    const { documentId, familyId, workspaceId } = this.room.facts
    return {
      room: this.room,
      connection,
      items: [],
      updates: [],
      lastCount: 0,
      seqs: [],
      entry: {
        documentId,
        familyId,
        workspaceId,
        personId: facts.personId,
        seatId: access.seat.id,
        epoch: this.room.epoch,
        grounds: access.grounds,
        clients,
        updates: []
      }
    }
  }
}

function advance(ahead: Map<number, number>, written: readonly ClockRange[]): void {
  for (const { client, to } of written) ahead.set(client, to)
}
