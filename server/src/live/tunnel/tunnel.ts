import { type Piece, TUNNEL_LIMITS, type TunnelClientEvents, type TunnelServerEvents } from '@roundtable/shared/protocol'
import type { Socket } from 'socket.io'
import type { Authenticated } from '../../identity/index.js'
import { TokenBucket } from '../../platform/token-bucket.js'
import { TunnelLine } from './tunnel-line.js'

/** Bytes of one answer to a page that fetches: a line that has much to say keeps no other from its turn. */
const ANSWER_BYTES = 256 * 1024

/** Lines that a page may open at once, all its documents anew after a line came back, and then in a second: each is a question to the database. */
const OPENS_AT_ONCE = 2 * TUNNEL_LIMITS.lines
const OPENS_PER_SECOND = 5

/** Whose session opened it. */
export type TunnelSocket = Socket<
  TunnelClientEvents,
  TunnelServerEvents,
  Record<string, never>,
  Pick<Authenticated, 'personId' | 'sessionId' | 'expiresAt'>
>

/**
 * The lines of one page, in its one socket.io connection. What they have to say stays with them until the page fetches: then
 * as much goes into one answer as fits, and never more is under way. So nothing waits where it could not be taken back.
 */
export class Tunnel {
  readonly #lines = new Map<number, TunnelLine>()
  readonly #opens = new TokenBucket(OPENS_PER_SECOND, OPENS_AT_ONCE, performance.now())
  readonly #onReady = (): void => this.#send()
  readonly #onUpgrade = (): void => this.#attend()
  #transport: TunnelSocket['conn']['transport'] | null = null
  #isSending = false
  #isSessionOver = false
  #isGone = false

  /** `onLine`: hands a line, and the address that it asks for, to the door. */
  constructor(
    private readonly socket: TunnelSocket,
    private readonly onLine: (line: TunnelLine, address: string) => boolean
  ) {
    this.#attend()
    socket.conn.on('upgrade', this.#onUpgrade)
  }

  /** False when no page of ours would send them. */
  receive(pieces: readonly Piece[]): boolean {
    return pieces.every(([number, kind, body]) => {
      const line = this.#lines.get(number)
      if (kind === 'open') return line === undefined && this.#open(number, body)
      // A line that has ended may still be spoken to by a page that has not heard of it.
      return line ? line.receive(kind, body) : true
    })
  }

  /** Its session has ended: so does its connection, when the door has told each of its lines. */
  sessionEnded(): void {
    this.#isSessionOver = true
    this.#endWhenEmpty()
  }

  /** The page is gone, and everything that waited for it. Its connection may live on, by which it hears of changes. */
  end(): void {
    this.#isGone = true
    this.socket.conn.off('upgrade', this.#onUpgrade)
    this.#transport?.off('ready', this.#onReady)
    for (const line of this.#lines.values()) line.destroy()
    this.#lines.clear()
  }

  #open(number: number, address: string): boolean {
    if (this.#lines.size >= TUNNEL_LIMITS.lines || !this.#opens.take(performance.now())) return false
    const line = new TunnelLine(number, () => this.#sendSoon())
    line.on('error', () => undefined) // its end is told by `close`
    this.#lines.set(number, line)
    if (!this.onLine(line, address)) line.destroy()
    return true
  }

  /** Before the connection itself looks what it has to send, so that all of it goes into one answer. */
  #attend(): void {
    this.#transport?.off('ready', this.#onReady)
    this.#transport = this.socket.conn.transport
    this.#transport.prependListener('ready', this.#onReady)
  }

  /** What a commit and its confirmation write one after another goes together. */
  #sendSoon(): void {
    if (this.#isSending || this.#isGone) return
    this.#isSending = true
    setImmediate(() => {
      this.#isSending = false
      this.#send()
    })
  }

  #send(): void {
    const { conn } = this.socket
    if (this.#isGone || conn.readyState !== 'open' || !conn.transport.writable) return
    const waiting = [...this.#lines.values()].filter((line) => line.hasWaiting)
    if (waiting.length === 0) return
    const share = ANSWER_BYTES / waiting.length
    const pieces = waiting.flatMap((line) => line.fetch(share))
    for (const line of waiting) if (line.isOver) this.#lines.delete(line.number)
    this.socket.emit('down', pieces)
    this.#endWhenEmpty()
  }

  #endWhenEmpty(): void {
    if (this.#isSessionOver && this.#lines.size === 0) this.socket.disconnect(true)
  }
}
