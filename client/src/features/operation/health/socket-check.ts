import { EVENTS_PATH } from '@roundtable/shared/protocol'

export type SocketFinding = 'passes' | 'blocked' | 'hung'

const PATIENCE_MS = 5000

/**
 * Whether a WebSocket of this very browser comes through to the server: opens one at the event door, hears its first words and
 * hangs up. Nobody is signed in by it. `stop`: the page has gone.
 */
export function checkSocket({ origin }: Pick<Location, 'origin'>, stop: AbortSignal): Promise<SocketFinding> {
  return new Promise((resolve) => {
    const socket = new WebSocket(`${origin.replace(/^http/, 'ws')}${EVENTS_PATH}/?EIO=4&transport=websocket`)
    const done = (finding: SocketFinding) => {
      clearTimeout(timer)
      socket.onmessage = socket.onerror = socket.onclose = null
      socket.close()
      resolve(finding)
    }
    const timer = setTimeout(() => done('hung'), PATIENCE_MS)
    // That it opened is not enough: some boxes in between open it and pass nothing on.
    socket.onmessage = () => done('passes')
    socket.onerror = () => done('blocked')
    socket.onclose = () => done('blocked')
    stop.addEventListener('abort', () => done('hung'), { once: true })
  })
}
