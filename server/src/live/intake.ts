import { MESSAGE } from '@roundtable/shared/protocol'
import type { Clock } from '../platform/clock.js'
import type { Appender } from './appender.js'
import type { LiveConnection } from './connection.js'
import { readInbound } from './domain/inbound.js'
import type { LiveMetrics } from './live-metrics.js'
import type { Presence } from './presence.js'

const MOST_BEFORE_SYNC = 256
const MOST_BYTES_BEFORE_SYNC = 2 * 1024 * 1024
/** A message costs one of the messages a second that a connection has, and another for each so many bytes. */
const BYTES_PER_TOKEN = 64 * 1024

/** Takes in what connections send: content for the appender, presence for its board, questions to be answered. No framework is on this path. */
export class Intake {
  constructor(
    private readonly appender: Appender,
    private readonly presence: Presence,
    /** What comes while this server stops is not acknowledged: its client brings it to the next one. */
    private readonly isStopping: () => boolean,
    private readonly metrics: LiveMetrics,
    private readonly clock: Clock
  ) {}

  receive(connection: LiveConnection, data: Buffer): void {
    connection.isAlive = true
    if (connection.isRefused || !connection.isOpen || this.isStopping()) return
    const now = this.clock.monotonic()
    const cost = 1 + Math.floor(data.length / BYTES_PER_TOKEN)
    if (data[0] === MESSAGE.sync) {
      if (!connection.contentBucket.take(now, cost)) return this.#tooFast(connection)
      // Cursors above the rate are dropped, not punished: the next one tells the same.
    } else if (!connection.presenceBucket.take(now, cost)) return
    let inbound
    try {
      inbound = readInbound(data)
    } catch {
      this.metrics.refusals.inc({ reason: 'malformed' })
      return connection.close('malformed')
    }
    switch (inbound.type) {
      case 'content':
        return this.#takeContent(connection, inbound.step, inbound.bytes)
      case 'step1':
        return connection.whenDecided(() => this.#answer(connection, inbound.vector, now))
      case 'awareness':
        return this.presence.receive(connection, inbound.entries)
      case 'query_awareness':
        this.presence.tellEveryone(connection)
    }
  }

  /** A whole document may be the answer: who asks again pays for it, and who has not read the last one waits for nothing. */
  #answer(connection: LiveConnection, vector: ReadonlyMap<number, number>, now: number): void {
    if (connection.hasMuchUnread) return connection.close('slowReader')
    const { room } = connection
    const answer = room.answerTo(vector)
    const length = answer.reduce((sum, frame) => sum + frame.length, 0)
    if (connection.isJoined) connection.contentBucket.take(now, Math.floor(length / BYTES_PER_TOKEN))
    connection.writeAll(answer)
    connection.sentSeq = room.seq
    connection.isJoined = true
  }

  #takeContent(connection: LiveConnection, step: 'step2' | 'update', bytes: Uint8Array): void {
    const { room, beforeSync } = connection
    const item = { connection, count: connection.nextCount(), bytes, isOpeningSync: step === 'step2', hasCaughtUp: false }
    if (step === 'update' && beforeSync) {
      beforeSync.bytes += bytes.length
      if (beforeSync.items.push(item) > MOST_BEFORE_SYNC || beforeSync.bytes > MOST_BYTES_BEFORE_SYNC) this.#tooFast(connection)
      return
    }
    connection.beforeSync = null
    this.appender.enqueue(room, item)
    for (const early of beforeSync?.items ?? []) this.appender.enqueue(room, early)
  }

  #tooFast(connection: LiveConnection): void {
    this.metrics.refusals.inc({ reason: 'too_fast' })
    connection.close('tooFast')
  }
}
