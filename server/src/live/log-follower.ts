import type { Logger } from 'pino'
import { failpoint } from '../platform/failpoint.js'
import type { BatchSender } from './batch.js'
import type { LiveConnection, LiveRoom } from './connection.js'
import type { LiveMetrics } from './live-metrics.js'
import type { LiveStore, LoggedUpdate } from './live.store.js'

interface Outgoing {
  readonly frame: Buffer
  /** Who wrote it; null: it came from the log, everybody here is told. */
  readonly from: LiveConnection | null
}

/** Has rooms take what is committed, in the order of `seq`, and tells everybody in them. */
export class LogFollower {
  constructor(
    private readonly store: LiveStore,
    /** The room can no longer follow its log: everybody has to sync anew. */
    private readonly onGap: (room: LiveRoom) => void,
    /** What this node has committed. */
    private readonly onCommitted: (room: LiveRoom, updates: readonly LoggedUpdate[]) => void,
    /** False while it is not known who may see what is read. */
    private readonly mayShow: () => boolean,
    private readonly metrics: LiveMetrics,
    private readonly logger: Logger
  ) {}

  /**
   * What is committed stays committed: a room that cannot follow its log is left, and everybody syncs with a fresh one. Where it
   * has become unknown meanwhile who may see it, its writers hear that it is saved, and the room reads it from the log later.
   */
  async takeOrLeave(room: LiveRoom, senders: readonly BatchSender[]): Promise<void> {
    if (!this.mayShow()) return this.#tellWriters(room, senders)
    try {
      await this.#take(room, senders)
    } catch (error) {
      this.logger.warn({ err: error, documentId: room.facts.documentId }, 'a room could not follow its log; everybody syncs anew')
      this.onGap(room)
    }
  }

  #tellWriters(room: LiveRoom, senders: readonly BatchSender[]): void {
    this.onCommitted(room, inOrder(senders))
    for (const { connection, lastCount } of senders) {
      connection.confirm(lastCount)
      connection.tellDurable()
    }
    room.isUncertain = true
  }

  /** Rows of other nodes in between are read first. */
  async #take(room: LiveRoom, senders: readonly BatchSender[]): Promise<void> {
    const appended = inOrder(senders)
    this.onCommitted(room, appended)
    const outgoing: Outgoing[] = []
    for (const { seq, bytes, update, from } of appended) {
      if (seq <= room.seq) continue
      if (seq > room.seq + 1) {
        for (const missed of await this.store.updatesAfter(room.facts.documentId, room.epoch, room.seq)) {
          if (missed.seq === room.seq + 1 && missed.seq < seq) outgoing.push({ frame: room.takeLogged(missed), from: null })
        }
        if (seq > room.seq + 1) return this.onGap(room)
        // The room was caught up while the log was read, this edit included.
        if (seq <= room.seq) continue
      }
      failpoint('take.before')
      outgoing.push({ frame: room.take(seq, bytes, update.written, update.deleted, update.structs), from })
      failpoint('take.after')
    }
    this.metrics.updatesIn.inc(appended.length)
    this.metrics.updatesOut.inc(broadcast(room, outgoing, senders))
  }

  /** Takes what was committed elsewhere and follows in the order of `seq`. */
  takeFromElsewhere(room: LiveRoom, updates: readonly LoggedUpdate[]): void {
    const frames = updates.map((update) => ({ frame: room.takeLogged(update), from: null }))
    this.metrics.updatesOut.inc(broadcast(room, frames, []))
  }

  /** Reads what the room has missed. False when the log could not be read, or nobody may be shown it now. */
  async catchUp(room: LiveRoom): Promise<boolean> {
    try {
      const logged = await this.store.updatesAfter(room.facts.documentId, room.epoch, room.seq)
      if (!this.mayShow()) return false
      // An append of this node may have been settled while the log was read.
      const missed = logged.filter(({ seq }) => seq > room.seq)
      if (missed[0] && missed[0].seq !== room.seq + 1) this.onGap(room)
      else {
        this.takeFromElsewhere(room, missed)
        if (room.seq < room.headSeen) this.onGap(room)
      }
      return true
    } catch (error) {
      this.logger.warn({ err: error, documentId: room.facts.documentId }, 'the log could not be read; it is tried again')
      return false
    }
  }
}

interface Appended extends LoggedUpdate {
  readonly update: BatchSender['updates'][number]
  readonly from: LiveConnection
}

/** What a batch has appended to one room, by `seq`. */
function inOrder(senders: readonly BatchSender[]): Appended[] {
  const appended: Appended[] = []
  for (const { updates, seqs, connection } of senders)
    updates.forEach((update, index) => appended.push({ seq: seqs[index]!, bytes: update.bytes, update, from: connection }))
  return appended.sort((a, b) => a.seq - b.seq)
}

/** One write per socket: what the others wrote, and for a sender how far its own edits are durable. Answers how many updates went out. */
function broadcast(room: LiveRoom, outgoing: readonly Outgoing[], senders: readonly BatchSender[]): number {
  let passedOn = 0
  failpoint('broadcast.before')
  const all = outgoing.length === 1 ? outgoing[0]!.frame : Buffer.concat(outgoing.map((entry) => entry.frame))
  const toAll = [all]
  const ownRuns = runsOf(outgoing)
  const [first] = senders
  const bySender = new Map(senders.map((sender) => [sender.connection, sender]))
  for (const connection of room.connections) {
    // One sender is the rule, and a map is asked for each of two hundred readers.
    const sender = connection === first?.connection ? first : bySender.size > 1 ? bySender.get(connection) : undefined
    if (sender) {
      const runs = ownRuns.get(connection) ?? []
      connection.confirm(sender.lastCount)
      failpoint('durable.before')
      connection.writeUpdates(connection.isJoined ? without(runs, all) : [], room.seq)
      if (connection.isJoined) passedOn += outgoing.length - runs.reduce((sum, run) => sum + run.updates, 0)
      failpoint('durable.after')
    } else if (connection.isJoined && outgoing.length > 0) {
      connection.writeUpdates(toAll, room.seq)
      passedOn += outgoing.length
    }
  }
  return passedOn
}

/** Where in what goes out a writer's own updates stand. */
interface Run {
  readonly start: number
  end: number
  updates: number
}

/** Mostly one run each: what a writer has in a transaction is numbered in one row. */
function runsOf(outgoing: readonly Outgoing[]): Map<LiveConnection, Run[]> {
  const runs = new Map<LiveConnection, Run[]>()
  let end = 0
  for (const { frame, from } of outgoing) {
    const start = end
    end += frame.length
    if (!from) continue
    const own = runs.get(from) ?? []
    const last = own.at(-1)
    if (last?.end === start) Object.assign(last, { end, updates: last.updates + 1 })
    else runs.set(from, [...own, { start, end, updates: 1 }])
  }
  return runs
}

/** What is left of it, in as many pieces. */
function without(runs: readonly Run[], all: Buffer): Buffer[] {
  const ends = [0, ...runs.map(({ end }) => end)]
  const starts = [...runs.map(({ start }) => start), all.length]
  return ends.map((end, index) => all.subarray(end, starts[index])).filter(({ length }) => length > 0)
}
