import { CLOSE } from '@roundtable/shared/protocol'
import { type RawData, WebSocket } from 'ws'
import type { LiveConnection } from './connection.js'

/** RFC 6455 §7.4.1, "message too big": what `ws` closes with when a message exceeds `maxPayload`. */
const TOO_BIG = 1009

/** Hears what becomes of the sockets of the live door: one for all of them. */
export interface SocketHearer {
  readonly received: (connection: LiveConnection, data: Buffer) => void
  readonly closed: (socket: LiveSocket, code: number) => void
}

/**
 * A socket of the live door. Its listeners are functions that all sockets share: closures of its own would cost
 * each idle connection half a kilobyte.
 *
 * A message that is too long stays too long, and a stock provider would come back with it for ever: it is refused with
 * a code that every provider takes for final.
 */
export class LiveSocket extends WebSocket {
  /** Null until the door has let it in: what still comes is nobody's. */
  connection: LiveConnection | null = null
  hearer: SocketHearer | null = null
  /** Called before it is closed from this side. */
  onClosing: (() => void) | null = null

  hear(hearer: SocketHearer): void {
    this.hearer = hearer
    this.binaryType = 'nodebuffer'
    this.on('error', onError)
    this.on('close', onClose)
    this.on('message', onMessage)
    this.on('pong', onPong)
  }

  override close(code?: number, reason?: string | Buffer): void {
    this.onClosing?.()
    super.close(code === TOO_BIG ? CLOSE.tooLarge.code : code, reason)
  }
}

/** A broken frame; ws has closed with 1002 or 1009 already. */
function onError(this: WebSocket): void {
  this.terminate()
}

function onMessage(this: WebSocket, data: RawData, isBinary: boolean): void {
  if (!(this instanceof LiveSocket) || !this.connection) return
  // `nodebuffer`: each message is one Buffer.
  if (isBinary) this.hearer?.received(this.connection, data as Buffer)
  else this.close(CLOSE.malformed.code, 'text')
}

function onPong(this: WebSocket): void {
  if (this instanceof LiveSocket && this.connection) this.connection.isAlive = true
}

function onClose(this: WebSocket, code: number): void {
  if (this instanceof LiveSocket) this.hearer?.closed(this, code)
}
