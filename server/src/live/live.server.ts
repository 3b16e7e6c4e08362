import { CLOSE, LIVE_LIMITS, LIVE_SUBPROTOCOL, type CloseName } from '@roundtable/shared/protocol'
import { type IncomingMessage, type Server } from 'node:http'
import { type Duplex } from 'node:stream'
import { type Logger } from 'pino'
import { WebSocketServer, type RawData, type WebSocket } from 'ws'
import { type AccessService, type AccessWatch } from '../ability/index.js'
import { type Clock } from '../platform/clock.js'
import { isOwnOrigin } from '../platform/cross-site.js'
import { Appender } from './appender.js'
import { type Compactor, wantsCompaction } from './compaction/compactor.js'
import { LiveConnection } from './connection.js'
import { KEEP_ALIVE, PING } from './domain/frames.js'
import { readInbound } from './domain/inbound.js'
import { type Admission, type Gate, type LiveAddress, readAddress } from './gate.js'
import { type LiveMetrics } from './live-metrics.js'
import { type LiveStore } from './live.store.js'
import { Presence } from './presence.js'
import { Redecider } from './redecider.js'
import { type Rooms } from './rooms.js'

/** The stock provider hangs up after 30 s of silence; a dead peer is noticed within two sweeps. */
const SWEEP_MS = 15_000
const DRAIN_MS = 8000
const EARLY_MESSAGES = 32
const MOST_OPENING = 256
const MOST_BEFORE_SYNC = 256

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
  readonly #wss = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    skipUTF8Validation: true,
    maxPayload: LIVE_LIMITS.messageBytes + 1024,
    handleProtocols: (asked) => (asked.has(LIVE_SUBPROTOCOL) ? LIVE_SUBPROTOCOL : false)
  })
  readonly #connections = new Set<LiveConnection>()
  readonly #sweep: NodeJS.Timeout
  #opening = 0
  #isDraining = false

  constructor(
    private readonly gate: Gate,
    private readonly rooms: Rooms,
    store: LiveStore,
    access: AccessService,
    private readonly watch: AccessWatch,
    private readonly compactor: Compactor,
    private readonly metrics: LiveMetrics,
    private readonly clock: Clock,
    private readonly options: LiveOptions,
    private readonly logger: Logger
  ) {
    this.appender = new Appender(
      store,
      {
        mayWrite: () => this.watch.isFresh(),
        decideAgain: (connection) => this.#redecider.decide([connection]),
        onBound: (connection) => this.#presence.release(connection),
        onGap: (room) => this.#syncAnew(room.facts.documentId),
        onGrown: (room) => {
          if (wantsCompaction(room)) this.compactor.request(room.facts.documentId, room)
        }
      },
      metrics,
      logger
    )
    this.#presence = new Presence(
      (room) => this.appender.wake(room),
      () => clock.monotonic()
    )
    this.#redecider = new Redecider(access, this.appender, this.#connections, logger)
    watch.onTick((changed, databaseNow) => this.#redecider.onTick(changed, databaseNow))
    this.#sweep = setInterval(() => this.#sweepConnections(), SWEEP_MS).unref()
  }

  get connectionCount(): number {
    return this.#connections.size
  }

  /** Takes over the upgrades of this server. Before `listen`, so that none is missed. */
  attach(server: Server): void {
    server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      if (request.url?.startsWith('/events')) return
      const address = readAddress(request.url)
      if (!address) return refuseUpgrade(socket, '404 Not Found')
      // A ticket is the client's own proof; a cookie is the browser's, and then the page must be ours.
      if (address.ticket === null && !isOwnOrigin(request, this.options.publicUrl)) return refuseUpgrade(socket, '403 Forbidden')
      this.#wss.handleUpgrade(request, socket, head, (ws) => void this.#open(ws, socket, request, address))
    })
  }

  async #open(ws: WebSocket, socket: Duplex, request: IncomingMessage, address: LiveAddress): Promise<void> {
    const early: Buffer[] = []
    let connection: LiveConnection | null = null
    ws.binaryType = 'nodebuffer'
    ws.on('error', () => ws.terminate()) // a broken frame; ws has closed with 1002 or 1009 already
    ws.on('close', () => connection && this.#leave(connection))
    ws.on('message', (data: RawData, isBinary: boolean) => {
      if (!isBinary) ws.close(4400, 'text')
      else if (connection) this.#receive(connection, data as Buffer)
      else if (early.push(Buffer.from(data as Buffer)) > EARLY_MESSAGES) ws.close(4400, 'too early')
    })
    if (this.#isDraining) return closeWith(ws, 'draining')
    if (this.options.updatesPerSecond > 0 && this.#opening >= MOST_OPENING) return closeWith(ws, 'busy')
    this.#opening++
    try {
      const admission = await this.gate.admit(request, address)
      if (typeof admission === 'string') return closeWith(ws, admission)
      const room = await this.rooms.open(admission.document)
      if (ws.readyState !== ws.OPEN) return
      connection = this.#enter(ws, socket, address, admission, room)
      for (const data of early) this.#receive(connection, data)
    } catch (error) {
      this.logger.warn({ err: error, documentId: address.documentId }, 'a live document could not be opened')
      closeWith(ws, 'storage')
    } finally {
      this.#opening--
    }
  }

  #enter(ws: WebSocket, socket: Duplex, address: LiveAddress, admission: Admission, room: LiveConnection['room']): LiveConnection {
    const facts = {
      personId: admission.personId,
      sessionId: admission.sessionId,
      speaksRoundtable: ws.protocol === LIVE_SUBPROTOCOL,
      schema: address.schema
    }
    const connection = new LiveConnection(room, facts, admission.access, ws, socket, this.options.updatesPerSecond, this.clock.monotonic())
    room.connections.add(connection)
    this.#connections.add(connection)
    this.metrics.connections.set(this.#connections.size)
    ws.on('pong', () => (connection.isAlive = true))
    connection.onDrain(() => this.#bringUpToDate(connection))
    connection.write(room.greeting())
    connection.tellAccess()
    if (room.presence.size > 0) connection.write(this.#presence.everyoneIn(room))
    return connection
  }

  #receive(connection: LiveConnection, data: Buffer): void {
    connection.isAlive = true
    if (connection.isRefused || !connection.isOpen) return
    let inbound
    try {
      inbound = readInbound(data)
    } catch {
      this.metrics.refusals.inc({ reason: 'malformed' })
      return connection.close('malformed')
    }
    const now = this.clock.monotonic()
    const { room } = connection
    switch (inbound.type) {
      case 'content':
        if (!connection.contentBucket.take(now)) return this.#tooFast(connection)
        return this.#takeContent(connection, inbound.step, inbound.bytes)
      case 'step1':
        if (!connection.contentBucket.take(now)) return this.#tooFast(connection)
        connection.write(Buffer.concat(room.answerTo(inbound.vector)))
        connection.sentSeq = room.seq
        connection.isJoined = true
        return
      case 'awareness':
        // Cursors above the rate are dropped, not punished: the next one tells the same.
        if (connection.presenceBucket.take(now)) this.#presence.receive(connection, inbound.entries)
        return
      case 'query_awareness':
        if (connection.presenceBucket.take(now)) connection.write(this.#presence.everyoneIn(room))
    }
  }

  #takeContent(connection: LiveConnection, step: 'step2' | 'update', bytes: Uint8Array): void {
    const { room, beforeSync } = connection
    const item = { connection, count: connection.nextCount(), bytes, isOpeningSync: step === 'step2', hasCaughtUp: false }
    if (step === 'update' && beforeSync) {
      if (beforeSync.push(item) > MOST_BEFORE_SYNC) this.#tooFast(connection)
      return
    }
    connection.beforeSync = null
    this.appender.enqueue(room, item)
    for (const early of beforeSync ?? []) this.appender.enqueue(room, early)
  }

  #tooFast(connection: LiveConnection): void {
    this.metrics.refusals.inc({ reason: 'too_fast' })
    connection.close('tooFast')
  }

  /** A slow reader has drained: it gets what it missed, from the log in memory or whole. */
  #bringUpToDate(connection: LiveConnection): void {
    if (!connection.isBehind) return
    connection.isBehind = false
    const { room } = connection
    const frames = room.framesAfter(connection.sentSeq) ?? room.answerTo(new Map())
    if (frames.length > 0) connection.write(Buffer.concat(frames))
    connection.sentSeq = room.seq
  }

  #leave(connection: LiveConnection): void {
    connection.room.connections.delete(connection)
    connection.room.binding.delete(connection)
    this.#connections.delete(connection)
    this.metrics.connections.set(this.#connections.size)
    this.#presence.leave(connection)
  }

  /** The room's memory no longer follows the log: everybody syncs anew with a fresh one. */
  #syncAnew(documentId: string): void {
    const room = this.rooms.get(documentId)
    this.rooms.forget(documentId)
    for (const connection of room?.connections ?? []) connection.close('reload')
  }

  #sweepConnections(): void {
    for (const connection of this.#connections) {
      if (!connection.isAlive) {
        connection.terminate()
        continue
      }
      connection.isAlive = false
      connection.writePresence(KEEP_ALIVE)
      connection.write(PING)
    }
    this.rooms.sweep(this.clock.monotonic())
  }

  /** Stops in order: no newcomers, what is queued is committed, everybody is sent elsewhere. */
  async drain(): Promise<void> {
    this.#isDraining = true
    clearInterval(this.#sweep)
    if (!(await this.appender.drained(DRAIN_MS)))
      this.logger.warn('stopping with edits that could not be committed; they were not acknowledged and are kept on their devices')
    for (const connection of this.#connections) connection.close('draining')
    this.#presence.close()
    await this.compactor.close()
  }
}

function refuseUpgrade(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}

function closeWith(ws: WebSocket, name: CloseName): void {
  ws.close(CLOSE[name].code, name)
}
