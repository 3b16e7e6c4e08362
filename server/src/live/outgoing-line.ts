import type { Socket } from 'node:net'
import type { WebSocket } from 'ws'
import type { Traffic } from './live-metrics.js'
import { TunnelLine } from './tunnel/tunnel-line.js'

const PRESENCE_STOPS_AT = 256 * 1024
const UPDATES_STOP_AT = 1024 * 1024
const WORTH_JOINING = 16 * 1024

/** What carries a connection's frames: a socket of the network, or a line of a tunnel. */
export type LiveLine = Socket | TunnelLine

/** What goes out to one peer. Every byte goes through `write`: whole frames on the raw socket, several of them in one write. */
export class OutgoingLine {
  /** Seen since the last sweep: any message or pong. */
  isAlive = true
  /** After the last write little was unread (Node's own mark, far below ours): how much need not be asked at each of a thousand writes. */
  #isFlowing = true
  /** What had left at the last sweep. */
  #left = ''

  constructor(
    private readonly ws: WebSocket,
    private readonly socket: LiveLine
  ) {}

  get isOpen(): boolean {
    return this.ws.readyState === this.ws.OPEN
  }

  get isTunnelled(): boolean {
    return this.socket instanceof TunnelLine
  }

  /** Of its line, since it was opened. */
  get traffic(): Traffic {
    return { received: this.socket.bytesRead, sent: this.socket.bytesWritten }
  }

  get hasMuchUnread(): boolean {
    return !this.#isFlowing && this.socket.writableLength > UPDATES_STOP_AT
  }

  write(buffer: Buffer): void {
    if (this.isOpen) this.#isFlowing = this.socket.write(buffer)
  }

  /** Several frames in one write. Long ones are not copied together: fifty who open a document share its bytes. */
  writeAll(frames: readonly Buffer[]): void {
    if (frames.length === 0) return
    if (frames.length === 1) return this.write(frames[0]!)
    if (frames.reduce((sum, { length }) => sum + length, 0) <= WORTH_JOINING) return this.write(Buffer.concat(frames))
    this.socket.cork()
    for (const frame of frames) this.write(frame)
    this.socket.uncork()
  }

  /** Cursors are the first to be dropped for a slow reader. */
  writePresence(buffer: Buffer): void {
    if (this.#isFlowing || this.socket.writableLength <= PRESENCE_STOPS_AT) this.write(buffer)
  }

  /**
   * Asked at every sweep: true when this peer is gone. Whoever has little to read answers a ping. In front of much that
   * is unread (a whole document on a slow line) the ping cannot: then it counts that some of it has left since.
   */
  isGone(): boolean {
    const wasAlive = this.isAlive
    this.isAlive = false
    if (this.socket.writableLength <= PRESENCE_STOPS_AT) {
      this.#left = ''
      return !wasAlive
    }
    const left = `${this.socket.bytesWritten - this.socket.writableLength} ${unsentOfWrite(this.socket)}`
    const stands = left === this.#left
    this.#left = left
    return stands
  }

  /** Ends a socket that no longer answers. */
  terminate(): void {
    this.ws.terminate()
  }

  protected onceDrained(work: () => void): void {
    this.socket.once('drain', work)
  }

  protected closeLine(code: number, reason: string): void {
    if (this.ws.readyState <= this.ws.OPEN) this.ws.close(code, reason)
  }
}

/** Node counts a long write as unsent until all of it has left; what has left of it, only the handle knows (as Node's own time-outs ask). */
function unsentOfWrite(socket: LiveLine): number {
  const handle: unknown = Reflect.get(socket, '_handle')
  return typeof handle === 'object' && handle !== null ? Number(Reflect.get(handle, 'writeQueueSize')) : 0
}
