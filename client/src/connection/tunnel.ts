import {
  CLOSE,
  EVENTS_PATH,
  LIVE_PATH,
  PAGE_HEADER,
  TUNNEL_LIMITS,
  TUNNEL_NAMESPACE,
  type CloseName,
  type Piece,
  type PieceKind,
  type TunnelClientEvents,
  type TunnelServerEvents
} from '@roundtable/shared/protocol'
import { io, type Socket } from 'socket.io-client'
import { TunnelSocket } from './tunnel-socket.js'

type PageSocket = Socket<TunnelServerEvents, TunnelClientEvents>

/** Characters of one message: a request may hold one, and a margin. */
const MOST_AT_ONCE = TUNNEL_LIMITS.requestLength * 0.75
/** Ended without anybody having said why: as a WebSocket tells it. */
const LOST = 1006

/** The lines of this page in its one socket.io connection, which gets through as plain HTTP. */
export class Tunnel {
  readonly #lines = new Map<number, TunnelSocket>()
  #outbox: Piece[] = []
  #last = 0

  constructor(private readonly socket: PageSocket) {
    socket.on('connect', () => {
      for (const line of this.#lines.values()) line.ask()
    })
    socket.on('down', (pieces) => {
      for (const piece of pieces) this.#hear(piece)
    })
    socket.on('disconnect', () => this.#end(LOST, ''))
    // A refusal at the door carries its name; anything else is the network's.
    socket.on('connect_error', ({ message }) => this.#end(CLOSE[message as CloseName]?.code ?? LOST, message))
  }

  /** A line to the live address that a WebSocket would be opened with. */
  open(url: string): TunnelSocket {
    const { pathname, search } = new URL(url)
    this.#last += 1
    const number = this.#last
    const line = new TunnelSocket(pathname.slice(LIVE_PATH.length) + search, {
      say: (kind: PieceKind, body: string) => this.#say([number, kind, body]),
      over: () => this.#lines.delete(number)
    })
    this.#lines.set(number, line)
    if (this.socket.connected) line.ask()
    else if (!this.socket.active) this.socket.connect()
    return line
  }

  /** Each by itself: what one of them breaks is told of, as what a WebSocket's message breaks is, and the next one is heard. */
  #hear([number, kind, body]: Piece): void {
    try {
      this.#lines.get(number)?.receive(kind, body)
    } catch (error) {
      setTimeout(() => {
        throw error
      })
    }
  }

  #say(piece: Piece): void {
    if (this.#outbox.push(piece) === 1) queueMicrotask(() => this.#send())
  }

  #send(): void {
    const outbox = this.#outbox
    this.#outbox = []
    // What is said without a connection would be kept, and be said to the next one.
    if (!this.socket.connected) return
    let batch: Piece[] = []
    let length = 0
    for (const piece of outbox) {
      if (batch.length > 0 && length + piece[2].length > MOST_AT_ONCE) {
        this.socket.emit('up', batch)
        batch = []
        length = 0
      }
      batch.push(piece)
      length += piece[2].length + 32
    }
    if (batch.length > 0) this.socket.emit('up', batch)
  }

  #end(code: number, reason: string): void {
    this.#outbox = []
    const lines = [...this.#lines.values()]
    this.#lines.clear()
    for (const line of lines) line.end(code, reason)
  }
}

let ofThisPage: Tunnel | null = null

/** The page's tunnel. It shares the connection by which the page hears of changes: browsers have few to a server. */
export function pageTunnel(): Tunnel {
  ofThisPage ??= new Tunnel(
    io(TUNNEL_NAMESPACE, { path: EVENTS_PATH, transports: ['polling'], extraHeaders: { [PAGE_HEADER]: '1' }, autoConnect: false })
  )
  return ofThisPage
}
