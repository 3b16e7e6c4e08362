import { LIVE_SUBPROTOCOL, MESSAGE } from '@roundtable/shared/protocol'
import type { IncomingMessage, Server } from 'node:http'
import type { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import type { Logger } from 'pino'
import type { WebSocket } from 'ws'
import type { AccessService, AccessWatch } from '../ability/index.js'
import type { Clock } from '../platform/clock.js'
import { isOwnOrigin } from '../platform/cross-site.js'
import { within } from '../platform/within.js'
import { Appender } from './appender.js'
import type { Commits } from './commits.js'
import { type Compactor, wantsCompaction } from './compaction/compactor.js'
import { LiveConnection, type LiveRoom } from './connection.js'
import { readInbound } from './domain/inbound.js'
import { closeWith, sendElsewhere } from './departure.js'
import { Entrance } from './entrance.js'
import { type Admission, type Gate, type LiveAddress, readAddress } from './gate.js'
import { Heartbeat } from './heartbeat.js'
import type { LiveMetrics } from './live-metrics.js'
import { LiveSocket, type SocketHearer } from './live-socket.js'
import type { LiveStore } from './live.store.js'
import type { NodeLink } from '../platform/nodes/node-link.js'
import type { LiveLine } from './outgoing-line.js'
import { Presence } from './presence.js'
import { HeadWatch } from './relay/head-watch.js'
import type { Relay } from './relay/relay.js'
import { Redecider } from './redecider.js'
import type { Rooms } from './rooms.js'
import type { TunnelLine } from './tunnel/tunnel-line.js'
import { beginsAs, liveSockets, refuseUpgrade } from './upgrade.js'

const DRAIN_MS = 8000
/** So long a peer may take to say goodbye. */
const GOODBYE_MS = 2000
const MOST_OPENING = 256
const MOST_BEFORE_SYNC = 256
const MOST_BYTES_BEFORE_SYNC = 2 * 1024 * 1024
/** A message costs one of the messages a second that a connection has, and another for each so many bytes. */
const BYTES_PER_TOKEN = 64 * 1024

export interface LiveOptions {
  readonly publicUrl: string | null
  /** 0 lifts the limits on updates, presence and handshakes. */
  readonly updatesPerSecond: number
}

/**
 * The live door: owns the HTTP upgrade of `/live/`, holds the connections, and hands what they send to
 * the appender and the presence board. No framework stands on the path of a message.
 */
export class LiveServer {
  readonly appender: Appender
  readonly #presence: Presence
  readonly #redecider: Redecider
  readonly #wss = liveSockets()
  readonly #connections = new Set<LiveConnection>()
  /** All that are open, those who are not let in yet or any more included. */
  readonly #sockets = new Set<WebSocket>()
  #onLastGone: (() => void) | null = null
  readonly #entrance: Entrance
  readonly #heartbeat: Heartbeat
  readonly #hearer: SocketHearer = {
    received: (connection, data) => this.#receive(connection, data),
    closed: (ws, code) => this.#closed(ws, code)
  }
  readonly #heads: HeadWatch
  #opening = 0
  #isDraining = false

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
    private readonly metrics: LiveMetrics,
    private readonly clock: Clock,
    private readonly options: LiveOptions,
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
    relay.hooks = {
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
    this.#heads = new HeadWatch(
      store,
      () => rooms.inUse,
      (room) => this.appender.catchUp(room),
      (room) => this.#syncAnew(room),
      link,
      logger
    )
    this.#entrance = new Entrance(gate, rooms, watch, options.updatesPerSecond > 0, clock)
    this.#redecider = new Redecider(access, this.appender, this.#connections, (connection) => this.#presence.leave(connection), logger)
    metrics.readFrom({
      queue: () => this.appender.queue,
      tunnels: () => [...this.#connections].filter(({ isTunnelled }) => isTunnelled).length,
      traffic: () => [...this.#connections].map(({ traffic }) => traffic)
    })
    watch.onTick((changed, databaseNow) => this.#redecider.onTick(changed, databaseNow))
    this.#heartbeat = new Heartbeat(this.#connections, () => this.#sweep())
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

  get connectionCount(): number {
    return this.#connections.size
  }

  /**
   * Takes over the upgrades of this server, before it listens, so that none is missed. What is not ours is answered 404,
   * except what begins as the addresses of somebody else on the same server do.
   */
  attach(server: Server, { others = [] }: { readonly others?: readonly string[] } = {}): void {
    server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      if (beginsAs(request.url, others)) return
      const address = readAddress(request.url)
      if (!address) return refuseUpgrade(socket, '404 Not Found')
      // A ticket is the client's own proof; a cookie is the browser's, and then the page must be ours.
      if (address.ticket === null && !isOwnOrigin(request, this.options.publicUrl)) return refuseUpgrade(socket, '403 Forbidden')
      // An HTTP server hands out the connections it accepts: sockets of the network.
      this.#wss.handleUpgrade(request, socket, head, (ws) => void this.#open(ws, socket as Socket, request, address))
    })
  }

  /**
   * Lets in, or refuses as anybody, whoever comes by a line that is no socket of the network. Whose page it is was decided where
   * the line comes from, so that a cookie is enough; tickets are for sockets. False when it asks for nothing of ours.
   */
  enterBy(line: TunnelLine, request: IncomingMessage): boolean {
    const address = readAddress(request.url)
    if (!address || address.ticket !== null) return false
    this.#wss.handleUpgrade(request, line, Buffer.alloc(0), (ws) => {
      ws.onClosing = () => line.part()
      void this.#open(ws, line, request, address)
    })
    return true
  }

  async #open(ws: LiveSocket, socket: LiveLine, request: IncomingMessage, address: LiveAddress): Promise<void> {
    this.#sockets.add(ws)
    ws.hear(this.#hearer)
    if (this.#isDraining) return closeWith(ws, 'draining')
    if (this.options.updatesPerSecond > 0 && this.#opening >= MOST_OPENING) return closeWith(ws, 'busy')
    this.#opening++
    // Nothing is read before the door has decided: what comes early waits with its sender.
    ws.pause()
    let entrance: Awaited<ReturnType<Entrance['admit']>> | null = null
    try {
      entrance = await this.#entrance.admit(request, address)
      if (typeof entrance === 'string') closeWith(ws, entrance)
      else if (ws.readyState === ws.OPEN && !this.#isDraining) ws.connection = this.#enter(ws, socket, address, ...entrance)
      else {
        this.#entrance.left(entrance[0].personId)
        closeWith(ws, 'draining') // unless it has gone by itself
      }
    } catch (error) {
      this.logger.warn({ err: error, documentId: address.documentId }, 'a live document could not be opened')
      closeWith(ws, 'storage')
      if (Array.isArray(entrance) && !ws.connection) this.#entrance.left(entrance[0].personId)
    } finally {
      this.#opening--
      ws.resume()
    }
  }

  #enter(ws: LiveSocket, socket: LiveLine, address: LiveAddress, admission: Admission, room: LiveRoom): LiveConnection {
    const facts = {
      personId: admission.personId,
      sessionId: admission.sessionId,
      speaksRoundtable: ws.protocol === LIVE_SUBPROTOCOL,
      schema: address.schema,
      epoch: address.epoch
    }
    const connection = new LiveConnection(room, facts, admission.access, ws, socket, this.options.updatesPerSecond, this.clock.monotonic())
    room.connections.add(connection)
    this.#connections.add(connection)
    this.#redecider.expect(connection)
    this.compactor.prepare()
    this.metrics.connections.set(this.#connections.size)
    connection.write(room.greeting())
    connection.tellAccess()
    if (room.peoplePresent > 0 || room.moved.size > 0) this.#presence.tellEveryone(connection)
    return connection
  }

  #receive(connection: LiveConnection, data: Buffer): void {
    connection.isAlive = true
    // What comes while this server stops is not acknowledged: its client brings it to the next one.
    if (connection.isRefused || !connection.isOpen || this.#isDraining) return
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
        return this.#presence.receive(connection, inbound.entries)
      case 'query_awareness':
        this.#presence.tellEveryone(connection)
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

  #closed(ws: LiveSocket, code: number): void {
    this.metrics.closed(code)
    this.#sockets.delete(ws)
    if (this.#sockets.size === 0) this.#onLastGone?.()
    if (ws.connection) this.#leave(ws.connection)
  }

  #leave(connection: LiveConnection): void {
    connection.room.connections.delete(connection)
    connection.room.binding.delete(connection)
    this.#connections.delete(connection)
    this.#entrance.left(connection.facts.personId)
    this.metrics.connections.set(this.#connections.size)
    this.metrics.left(connection.traffic)
    this.#presence.leave(connection)
  }

  /** The room's memory no longer follows the log: everybody syncs anew with a fresh one. */
  #syncAnew(room: LiveRoom): void {
    this.rooms.forget(room)
    for (const { connection } of [...room.inbox]) this.appender.drop(connection)
    for (const connection of room.connections) connection.close('reload')
  }

  #sweep(): void {
    this.rooms.sweep(this.clock.monotonic())
    this.#entrance.sweep()
  }

  /** Stops in order: nothing new is taken, what is queued is committed, everybody is sent elsewhere. */
  async drain(): Promise<void> {
    this.#isDraining = true
    this.#heartbeat.stop()
    this.#heads.close()
    if (!(await this.appender.drained(DRAIN_MS)))
      this.logger.warn('stopping with edits that could not be committed; they were not acknowledged and are kept on their devices')
    await sendElsewhere([...this.#connections])
    this.#presence.close()
    const isCompactorClosed = this.compactor.close()
    if (this.#sockets.size > 0) await within(GOODBYE_MS, new Promise<void>((resolve) => (this.#onLastGone = resolve)))
    for (const ws of this.#sockets) ws.terminate()
    await isCompactorClosed
  }
}
