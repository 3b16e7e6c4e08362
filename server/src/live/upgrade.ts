import { LIVE_LIMITS, LIVE_SUBPROTOCOL } from '@roundtable/shared/protocol'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import { LiveSocket } from './live-socket.js'

/** What makes WebSockets of the upgrades it is given. Compression is off: frames are written once, to many. */
export function liveSockets() {
  return new WebSocketServer({
    noServer: true,
    WebSocket: LiveSocket,
    clientTracking: false,
    perMessageDeflate: false,
    skipUTF8Validation: true,
    maxPayload: LIVE_LIMITS.messageBytes + 1024,
    handleProtocols: (asked) => (asked.has(LIVE_SUBPROTOCOL) ? LIVE_SUBPROTOCOL : false)
  })
}

/**
 * Whether the address begins with one of these, letter by letter as it was sent: so socket.io tells which are its own. Read
 * in another way, an address would be answered twice or, worse, by nobody, and its socket would stay for ever.
 */
export function beginsAs(url: string | undefined, beginnings: readonly string[]): boolean {
  return beginnings.some((beginning) => url?.startsWith(beginning))
}

/** HTTP keeps half-open sockets: once the answer has left, this one is closed, and its peer's failures are nobody's. */
export function refuseUpgrade(socket: Duplex, status: string): void {
  socket.on('error', () => socket.destroy())
  socket.once('finish', () => socket.destroy())
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}
