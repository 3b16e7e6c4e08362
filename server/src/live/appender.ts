import type { Logger } from 'pino'
import { within } from '../platform/within.js'
import { failpoint } from '../platform/failpoint.js'
import { isLockTimeout, isRefusal } from '../platform/database-failure.js'
import { Backlog } from './backlog.js'
import { type Batch, type BatchSender, assemble } from './batch.js'
import type { LiveConnection, LiveItem, LiveRoom } from './connection.js'
import { FlushTurns } from './flush-turns.js'
import type { AppendResult, LiveStore, LoggedUpdate } from './live.store.js'
import type { LiveMetrics, QueueDepth } from './live-metrics.js'
import { LogFollower } from './log-follower.js'
import { StalledRooms } from './stalled-rooms.js'

export interface AppenderHooks {
  /** False while access numbers cannot be read: then nothing is written. */
  readonly mayWrite: () => boolean
  /** Rights of this connection have changed: decide again, then `resume` is called. */
  readonly decideAgain: (connection: LiveConnection) => Promise<void>
  /** Client ids of this connection's presence are bound now. */
  readonly onBound: (connection: LiveConnection) => void
  /** Rows this room has not read were folded by another node: everybody has to sync anew. */
  readonly onGap: (room: LiveRoom) => void
  /** A room has taken updates: maybe it is time to fold. */
  readonly onGrown: (room: LiveRoom) => void
  /** This node has committed it; the other nodes want to know. */
  readonly onCommitted: (room: LiveRoom, updates: readonly LoggedUpdate[]) => void
}

/**
 * The group commit. All rooms of this process share one flush at a time, as fast as the database
 * answers: while a transaction runs, everything that arrives gathers for the next.
 *
 *   inbox → assemble (structure, right) → append (one transaction) → room takes → broadcast + durable
 *
 * Nobody is shown what is not committed.
 */
export class Appender {
  readonly #backlog = new Backlog()
  readonly #turns: FlushTurns
  #idle: (() => void)[] = []
  readonly #follower: LogFollower
  readonly #stalled: StalledRooms

  constructor(
    private readonly store: LiveStore,
    private readonly hooks: AppenderHooks,
    private readonly metrics: LiveMetrics,
    private readonly logger: Logger
  ) {
    this.#follower = new LogFollower(
      store,
      (room) => hooks.onGap(room),
      (...committed) => hooks.onCommitted(...committed),
      () => hooks.mayWrite(),
      metrics,
      logger
    )
    this.#turns = new FlushTurns(
      (rooms) => this.#flush(rooms),
      () => hooks.mayWrite(),
      () => this.#tellIdle()
    )
    this.#stalled = new StalledRooms(store, (room) => this.#goOnWith(room), logger)
  }

  /** Takes a content message in. Past the bound the sender is sent away; its edits stay on its device. */
  enqueue(room: LiveRoom, item: LiveItem): void {
    if (!this.#backlog.take(item)) {
      this.metrics.refusals.inc({ reason: 'queue_full' })
      return item.connection.close('busy', 'queue full')
    }
    room.inbox.push(item)
    this.wake(room)
  }

  /** What waits to be committed. */
  get queue(): QueueDepth {
    return this.#backlog.depth
  }

  /** There is something to do in this room. */
  wake(room: LiveRoom): void {
    this.#turns.wake(room)
  }

  /** Another node has committed these and handed them over: they follow what the room has. */
  takeFromElsewhere(room: LiveRoom, updates: readonly LoggedUpdate[]): void {
    this.#follower.takeFromElsewhere(room, updates)
  }

  /** Something may stand in the log that the room has not taken. */
  catchUp(room: LiveRoom): void {
    room.isUncertain = true
    this.wake(room)
  }

  /** True when everything that was sent is committed or refused, and everybody told; false when it is not by `limitMs`. */
  drained(limitMs: number): Promise<boolean> {
    return within(
      limitMs,
      new Promise((resolve) => {
        this.#idle.push(() => resolve(undefined))
        this.#tellIdle()
      })
    )
  }

  #tellIdle(): void {
    if (!this.#turns.isRunning && this.#backlog.isEmpty) for (const done of this.#idle.splice(0)) done()
  }

  /** One transaction. False when the database did not take it: nothing was acknowledged, all is still queued. */
  async #flush(due: readonly LiveRoom[]): Promise<boolean> {
    const rooms = due.filter((room) => !room.isBusy)
    for (const room of rooms.filter((each) => each.isUncertain)) void this.#catchUp(room)
    const batch = assemble(rooms.filter((room) => !room.isBusy))
    for (const { item, reason, because } of batch.refusals) this.#refuse(item, reason, because)
    for (const item of batch.settled) this.#forget(item)
    for (const room of batch.toCatchUp) void this.#catchUp(room)
    this.#acknowledge(batch)
    const taken = new Set(batch.senders.map(({ room }) => room))
    this.#keepDirty(rooms, taken)
    if (taken.size === 0) return true
    for (const room of taken) room.underWay += 1
    try {
      return await this.#append(batch)
    } finally {
      for (const room of taken) room.underWay -= 1
    }
  }

  /**
   * What found no space, or waits for another connection's edits under the same client id, goes into the next
   * transaction: the rooms that got nothing first, so that each has its turn. What waits for a decision or for the
   * log is looked at when that has come.
   */
  #keepDirty(rooms: readonly LiveRoom[], taken: ReadonlySet<LiveRoom>): void {
    const left = rooms.filter((room) => !room.isBusy && room.inbox.some(({ connection }) => !connection.isDeciding))
    for (const room of left) if (!taken.has(room)) this.#turns.add(room)
    for (const room of left) if (taken.has(room)) this.#turns.add(room)
  }

  async #append(batch: Batch): Promise<boolean> {
    const started = performance.now()
    let results: AppendResult[]
    failpoint('append.before')
    try {
      results = await this.store.append(batch.senders.map((sender) => sender.entry))
    } catch (error) {
      return this.#recover(batch, error)
    }
    failpoint('append.after')
    this.#turns.answered()
    this.metrics.commitSeconds.observe((performance.now() - started) / 1000)
    await this.#settle(batch, results)
    return true
  }

  /**
   * The append failed as a whole. If the database is away it may or may not have committed: the rooms
   * read the log before they try again, and what is there already is then known. If it waited too long for
   * a lock, the rooms whose rows are locked stand aside. Otherwise one sender's bytes are poison to it:
   * each is tried alone, so that nobody else waits for them.
   */
  async #recover(batch: Batch, error: unknown): Promise<boolean> {
    if (isLockTimeout(error)) {
      this.#putBack(batch.senders)
      return this.#stalled.setAside(batch.senders.map(({ room }) => room))
    }
    if (!isRefusal(error)) {
      this.logger.warn({ err: error }, 'the database did not take an append; it is tried again')
      this.#putBack(batch.senders)
      return false
    }
    this.logger.error(
      { err: error, senders: batch.senders.length },
      'an append was refused by the database; its senders are tried one by one'
    )
    let isTaken = true
    for (const sender of batch.senders) {
      try {
        const results = await this.store.append([sender.entry])
        await this.#settle({ ...batch, senders: [sender] }, results)
      } catch (alone) {
        if (!isRefusal(alone)) {
          this.#putBack([sender])
          isTaken = false
          continue
        }
        this.logger.error({ err: alone, documentId: sender.entry.documentId }, 'an edit is quarantined: the database refuses it')
        for (const item of sender.items) this.#refuse(item, 'quarantined')
        sender.room.isUncertain = true
      }
    }
    return isTaken
  }

  #putBack(senders: readonly BatchSender[]): void {
    for (const sender of senders) {
      sender.room.inbox = [...sender.items, ...sender.room.inbox]
      if (sender.connection.heldPresence) sender.room.binding.add(sender.connection)
      sender.room.isUncertain = true
      this.#turns.add(sender.room)
    }
  }

  async #settle(batch: Batch, results: readonly AppendResult[]): Promise<void> {
    const taken = new Map<LiveRoom, BatchSender[]>()
    batch.senders.forEach((sender, index) => {
      const { verdict, seqs } = results[index] ?? { verdict: 'decide_again', seqs: [] }
      if (verdict === 'committed') {
        sender.seqs = seqs
        for (const client of sender.entry.clients) sender.room.confirmOwner(client, sender.entry.personId)
        if (sender.connection.heldPresence) this.hooks.onBound(sender.connection)
        if (sender.items.length > 0) taken.set(sender.room, [...(taken.get(sender.room) ?? []), sender])
        for (const item of sender.items) this.#forget(item)
      } else if (verdict === 'decide_again') this.#decideAgain(sender)
      else if (sender.items.length === 0) sender.connection.heldPresence = null
      else for (const item of sender.items) this.#refuse(item, verdict === 'too_many_clients' ? 'too_large' : verdict)
    })
    for (const [room, senders] of taken) {
      if (!senders.some((sender) => sender.updates.length > 0)) continue
      await this.#follower.takeOrLeave(room, senders)
      if (room.isUncertain) this.#turns.add(room)
      this.hooks.onGrown(room)
    }
  }

  #decideAgain(sender: BatchSender): void {
    const { room, connection, items } = sender
    room.inbox = [...items, ...room.inbox]
    if (connection.heldPresence) room.binding.add(connection)
    connection.isDeciding = true
    this.hooks
      .decideAgain(connection)
      .catch((error: unknown) => {
        this.logger.warn({ err: error }, 'rights could not be decided again')
        connection.close('accessUnknown')
        this.drop(connection)
      })
      .finally(() => {
        connection.isDeciding = false
        this.wake(room)
      })
  }

  /** Acknowledges what needed no commit, in the order of each connection's messages. */
  #acknowledge(batch: Batch): void {
    for (const [connection, count] of batch.known) {
      connection.confirm(count)
      connection.tellDurable()
    }
  }

  async #catchUp(room: LiveRoom): Promise<void> {
    room.hold('log')
    // An append that fails while the log is read makes the room uncertain anew.
    room.isUncertain = false
    if (await this.#follower.catchUp(room)) this.#turns.answered()
    else room.isUncertain = true
    room.release('log')
    this.#goOnWith(room)
  }

  /** What waited in a room that was busy is taken now. */
  #goOnWith(room: LiveRoom): void {
    if (room.isBusy) return
    if (!room.isUncertain && room.inbox.length === 0 && room.binding.size === 0) return
    this.#turns.add(room)
    if (room.isUncertain) this.#turns.later()
    else this.wake(room)
  }

  #refuse(item: LiveItem, ...why: [Parameters<LiveConnection['refuse']>[1], Parameters<LiveConnection['refuse']>[2]?]): void {
    this.#forget(item)
    this.metrics.refusals.inc({ reason: why[0] })
    item.connection.refuse(item.count, ...why)
    this.drop(item.connection)
  }

  /** Nothing more of this connection is taken. */
  drop(connection: LiveConnection): void {
    const { room } = connection
    room.binding.delete(connection)
    for (const item of room.inbox) if (item.connection === connection) this.#forget(item)
    room.inbox = room.inbox.filter((item) => item.connection !== connection)
  }

  #forget(item: LiveItem): void {
    this.#backlog.leave(item)
    this.#tellIdle()
  }
}
