import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Server } from 'socket.io'
import { sessionTokenOf } from '../identity/index.js'

/** What nobody who has not said who they are needs to send more than, in bytes: that they want to come in. */
const LARGEST_BEFORE_ENTERING = 4096

interface EngineConnection {
  readonly id: string
  readonly request: IncomingMessage
  close(discards: boolean): unknown
  once(event: 'close', listener: () => void): unknown
}

/**
 * Looks at every request of a connection that long polling asks for in turn. What waits in it belongs to the session that opened
 * it: under another one, or none, it is ended, and whoever asks gets nothing of what waited.
 */
export function guardPolling(server: Server): void {
  const entered = new WeakSet<object>()
  server.on('new_namespace', (namespace) => namespace.on('connection', ({ conn }) => entered.add(conn)))
  server.on('connection', ({ conn }) => entered.add(conn))
  const open = new Map<string, EngineConnection>()
  server.engine.on('connection', (connection: EngineConnection) => {
    open.set(connection.id, connection)
    connection.once('close', () => open.delete(connection.id))
  })
  server.engine.use((request: IncomingMessage, _response: ServerResponse, next: (problem?: Error) => void) => {
    const connection = open.get(sidOf(request))
    if (!connection) return next()
    if (sessionTokenOf(request) !== sessionTokenOf(connection.request)) {
      connection.close(true)
      return next(new Error('another session'))
    }
    const length = request.method === 'POST' ? Number(request.headers['content-length'] ?? Infinity) : 0
    next(entered.has(connection) || length <= LARGEST_BEFORE_ENTERING ? undefined : new Error('too much'))
  })
}

function sidOf({ url }: IncomingMessage): string {
  return URL.parse(url ?? '', 'http://localhost')?.searchParams.get('sid') ?? ''
}
