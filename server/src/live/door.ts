import { LIVE_SUBPROTOCOL } from '@roundtable/shared/protocol'
import type { IncomingMessage, Server } from 'node:http'
import type { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import type { Logger } from 'pino'
import type { WebSocket } from 'ws'
import type { Clock } from '../platform/clock.js'
import { isOwnOrigin } from '../platform/cross-site.js'
import { within } from '../platform/within.js'
import { LiveConnection, type LiveRoom } from './connection.js'
import { closeWith, sendElsewhere } from './departure.js'
import type { Entrance } from './entrance.js'
import { type Admission, type LiveAddress, readAddress } from './gate.js'
import type { LiveMetrics } from './live-metrics.js'
import type { LiveSocket, SocketHearer } from './live-socket.js'
import type { LiveLine } from './outgoing-line.js'
import type { TunnelLine } from './tunnel/tunnel-line.js'
import { beginsAs, liveSockets, refuseUpgrade } from './upgrade.js'

/** So long a peer may take to say goodbye. */
const GOODBYE_MS = 2000
const MOST_OPENING = 256

export interface LiveOptions {
  readonly publicUrl: string | null
  /** 0 lifts the limits on updates, presence and handshakes. */
  readonly updatesPerSecond: number
}

export interface DoorHooks {
  readonly onEntered: (connection: LiveConnection) => void
  readonly onMessage: SocketHearer['received']
  readonly onLeft: (connection: LiveConnection) => void
}

/** Owns the HTTP upgrade of `/live/`: lets in, or refuses with a code, and holds whoever came until they are gone. */
export class Door {
  readonly #wss = liveSockets()
  readonly #connections = new Set<LiveConnection>()
  /** All that are open, those who are not let in yet or any more included. */
  readonly #sockets = new Set<WebSocket>()
  readonly #hearer: SocketHearer
  #opening = 0
  #isClosed = false
  #onLastGone: (() => void) | null = null

  constructor(
    private readonly entrance: Entrance,
    private readonly hooks: DoorHooks,
    private readonly metrics: LiveMetrics,
    private readonly clock: Clock,
    private readonly options: LiveOptions,
    private readonly logger: Logger
  ) {
    this.#hearer = { received: hooks.onMessage, closed: (ws, code) => this.#gone(ws, code) }
  }

  /** Of those who are let in. */
  get connections(): ReadonlySet<LiveConnection> {
    return this.#connections
  }

  get isClosed(): boolean {
    return this.#isClosed
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
    if (this.#isClosed) return closeWith(ws, 'draining')
    if (this.options.updatesPerSecond > 0 && this.#opening >= MOST_OPENING) return closeWith(ws, 'busy')
    this.#opening++
    // Nothing is read before the door has decided: what comes early waits with its sender.
    ws.pause()
    let entrance: Awaited<ReturnType<Entrance['admit']>> | null = null
    try {
      entrance = await this.entrance.admit(request, address)
      if (typeof entrance === 'string') closeWith(ws, entrance)
      else if (ws.readyState === ws.OPEN && !this.#isClosed) ws.connection = this.#enter(ws, socket, address, ...entrance)
      else {
        this.entrance.left(entrance[0].personId)
        closeWith(ws, 'draining') // unless it has gone by itself
      }
    } catch (error) {
      this.logger.warn({ err: error, documentId: address.documentId }, 'a live document could not be opened')
      closeWith(ws, 'storage')
      if (Array.isArray(entrance) && !ws.connection) this.entrance.left(entrance[0].personId)
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
    this.metrics.connections.set(this.#connections.size)
    this.hooks.onEntered(connection)
    return connection
  }

  #gone(ws: LiveSocket, code: number): void {
    this.metrics.closed(code)
    this.#sockets.delete(ws)
    if (this.#sockets.size === 0) this.#onLastGone?.()
    if (ws.connection) this.#leave(ws.connection)
  }

  #leave(connection: LiveConnection): void {
    connection.room.connections.delete(connection)
    connection.room.binding.delete(connection)
    this.#connections.delete(connection)
    this.entrance.left(connection.facts.personId)
    this.metrics.connections.set(this.#connections.size)
    this.metrics.left(connection.traffic)
    this.hooks.onLeft(connection)
  }

  /** Nobody is let in from now on. */
  close(): void {
    this.#isClosed = true
  }

  /** Whoever was let in goes on at another node. */
  sendAllElsewhere(): Promise<void> {
    return sendElsewhere([...this.#connections])
  }

  /** Everybody is gone, by themselves or not. */
  async empty(): Promise<void> {
    if (this.#sockets.size > 0) await within(GOODBYE_MS, new Promise<void>((resolve) => (this.#onLastGone = resolve)))
    for (const ws of this.#sockets) ws.terminate()
  }
}
