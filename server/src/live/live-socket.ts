import { CLOSE } from '@roundtable/shared/protocol'
import { WebSocket } from 'ws'

/** RFC 6455 §7.4.1, "message too big": what `ws` closes with when a message exceeds `maxPayload`. */
const TOO_BIG = 1009

/**
 * A message that is too long stays too long, and a stock provider would come back with it for ever: it is refused with
 * a code that every provider takes for final.
 */
export class LiveSocket extends WebSocket {
  override close(code?: number, reason?: string | Buffer): void {
    super.close(code === TOO_BIG ? CLOSE.tooLarge.code : code, reason)
  }
}
