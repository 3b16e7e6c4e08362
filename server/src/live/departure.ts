import { CLOSE, type CloseName } from '@roundtable/shared/protocol'
import { setTimeout as delay } from 'node:timers/promises'
import type { WebSocket } from 'ws'
import type { LiveConnection } from './connection.js'

/** Two milliseconds for each who is sent elsewhere, and three seconds for however many there are. */
const SEND_ONE_MS = 2
const SEND_ALL_MS = 3000
const TURN_MS = 20

/** One after another: all at once would fall upon the next node at the same moment. */
export async function sendElsewhere(connections: readonly LiveConnection[]): Promise<void> {
  const turns = Math.ceil(Math.min(connections.length * SEND_ONE_MS, SEND_ALL_MS) / TURN_MS)
  for (let turn = 0; turn < turns; turn++) {
    const share = (at: number): number => Math.floor((connections.length * at) / turns)
    for (const connection of connections.slice(share(turn), share(turn + 1))) connection.close('draining')
    if (turn + 1 < turns) await delay(TURN_MS)
  }
}

/** Ends one that was never let in. */
export function closeWith(ws: WebSocket, name: CloseName): void {
  ws.close(CLOSE[name].code, name)
}
