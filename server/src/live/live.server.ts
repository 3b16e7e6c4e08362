import type { Logger } from 'pino'
import type { AccessService, AccessWatch } from '../ability/index.js'
import type { Clock } from '../platform/clock.js'
import type { NodeLink } from '../platform/nodes/node-link.js'
import { Appender } from './appender.js'
import type { Commits } from './commits.js'
import { type Compactor, wantsCompaction } from './compaction/compactor.js'
import type { LiveConnection, LiveRoom } from './connection.js'
import { Door, type LiveOptions } from './door.js'
import { Entrance } from './entrance.js'
import type { Gate } from './gate.js'
import { Heartbeat } from './heartbeat.js'
import { Intake } from './intake.js'
import type { LiveMetrics } from './live-metrics.js'
import type { LiveStore } from './live.store.js'
import { Presence } from './presence.js'
import { HeadWatch } from './relay/head-watch.js'
import type { Relay } from './relay/relay.js'
import { Redecider } from './redecider.js'
import type { Rooms } from './rooms.js'

const DRAIN_MS = 8000

/**
 * The live documents of this node: binds the door and what comes in by it to the rooms, to the log and to the other nodes, and
 * stops all of it in order.
 */
export class LiveServer {
  readonly appender: Appender
  readonly door: Door
  readonly #presence: Presence
  readonly #redecider: Redecider
  readonly #heartbeat: Heartbeat
  readonly #heads: HeadWatch

  constructor(
    gate: Gate,
    private readonly rooms: Rooms,
    store: LiveStore,
    access: AccessService,
    watch: AccessWatch,
    private readonly compactor: Compactor,
    private readonly commits: Commits,
    private readonly relay: Relay,
    link: NodeLink,
    metrics: LiveMetrics,
    clock: Clock,
    options: LiveOptions,
    private readonly logger: Logger
  ) {
    this.appender = new Appender(
      store,
      {
        mayWrite: () => watch.isFresh(),
        decideAgain: (connection) => this.#redecider.decide([connection]),
        onBound: (connection) => this.#presence.release(connection),
        onGap: (room) => this.#syncAnew(room),
        onGrown: (room) => {
          commits.tell(room.facts.documentId)
          if (wantsCompaction(room)) this.compactor.request(room.facts.documentId, room)
        },
        onCommitted: (room, updates) => relay.committed(room, updates)
      },
      metrics,
      logger
    )
    this.#presence = new Presence(
      (room) => this.appender.wake(room),
      (room, entries) => relay.presence(room, entries),
      () => watch.isFresh(),
      () => clock.monotonic()
    )
    this.#hearOtherNodes(watch)
    this.#heads = new HeadWatch(
      store,
      () => rooms.inUse,
      (room) => this.appender.catchUp(room),
      (room) => this.#syncAnew(room),
      link,
      logger
    )
    const intake = new Intake(this.appender, this.#presence, () => this.door.isClosed, metrics, clock)
    const entrance = new Entrance(gate, rooms, watch, options.updatesPerSecond > 0, clock)
    this.door = new Door(
      entrance,
      {
        onEntered: (connection) => this.#greet(connection),
        onMessage: (connection, data) => intake.receive(connection, data),
        onLeft: (connection) => this.#presence.leave(connection)
      },
      metrics,
      clock,
      options,
      logger
    )
    const { connections } = this.door
    this.#redecider = new Redecider(access, this.appender, connections, (connection) => this.#presence.leave(connection), logger)
    metrics.readFrom({
      queue: () => this.appender.queue,
      tunnels: () => [...connections].filter(({ isTunnelled }) => isTunnelled).length,
      traffic: () => [...connections].map(({ traffic }) => traffic)
    })
    watch.onTick((changed, databaseNow) => this.#redecider.onTick(changed, databaseNow))
    this.#heartbeat = new Heartbeat(connections, () => {
      rooms.sweep(clock.monotonic())
      entrance.sweep()
    })
  }

  /** The server itself has committed something to the document's log: whoever has it open is shown it. */
  wrote(documentId: string): void {
    this.commits.tell(documentId)
    this.relay.grown(documentId)
    this.rooms.opened(documentId)?.then(
      (room) => this.appender.catchUp(room),
      () => undefined // a room that could not be loaded: whoever wanted to enter was told, and the next one reads the log
    )
  }

  #hearOtherNodes(watch: AccessWatch): void {
    this.relay.hooks = {
      onCommitted: (room, updates) => {
        // Who may see it is not known: the log is read when it is.
        if (!watch.isFresh()) return this.appender.catchUp(room)
        this.appender.takeFromElsewhere(room, updates)
        // The node that writes folds; this one only when that has not happened for long.
        if (wantsCompaction(room, 2)) this.compactor.request(room.facts.documentId, room)
      },
      onMissed: (room) => this.appender.catchUp(room),
      onGap: (room) => this.#syncAnew(room),
      onPresence: (room) => this.#presence.schedule(room)
    }
  }

  #greet(connection: LiveConnection): void {
    const { room } = connection
    this.#redecider.expect(connection)
    this.compactor.prepare()
    connection.write(room.greeting())
    connection.tellAccess()
    if (room.peoplePresent > 0 || room.moved.size > 0) this.#presence.tellEveryone(connection)
  }

  /** The room's memory no longer follows the log: everybody syncs anew with a fresh one. */
  #syncAnew(room: LiveRoom): void {
    this.rooms.forget(room)
    for (const { connection } of [...room.inbox]) this.appender.drop(connection)
    for (const connection of room.connections) connection.close('reload')
  }

  /** Stops in order: nothing new is taken, what is queued is committed, everybody is sent elsewhere. */
  async drain(): Promise<void> {
    this.door.close()
    this.#heartbeat.stop()
    this.#heads.close()
    if (!(await this.appender.drained(DRAIN_MS)))
      this.logger.warn('stopping with edits that could not be committed; they were not acknowledged and are kept on their devices')
    await this.door.sendAllElsewhere()
    this.#presence.close()
    const isCompactorClosed = this.compactor.close()
    await this.door.empty()
    await isCompactorClosed
  }
}
