import { IoAdapter } from '@nestjs/platform-socket.io'
import { EVENTS_PATH } from '@roundtable/shared/protocol'
import type { IncomingMessage } from 'node:http'
import type { Registry } from 'prom-client'
import type { Server, ServerOptions } from 'socket.io'
import { isOwnOrigin } from '../platform/cross-site.js'
import { PeerAddresses } from '../platform/peer-addresses.js'
import { countEventConnections } from './event-metrics.js'
import { Lobby } from './lobby.js'

/** A client only asks to hear of a workspace: a few bytes. */
const LARGEST_MESSAGE = 4096
/** So long somebody may take to say who they are. */
const ENTERS_WITHIN_MS = 20_000

/**
 * socket.io beside the live socket on the same server. Both of its transports carry the browser's cookie by themselves, so
 * only our own pages may open them.
 */
export class EventsAdapter extends IoAdapter {
  constructor(
    app: ConstructorParameters<typeof IoAdapter>[0],
    private readonly publicUrl: string | null,
    private readonly proxies: readonly string[],
    private readonly metrics: Registry
  ) {
    super(app)
  }

  override createIOServer(port: number, options?: ServerOptions): Server {
    const lobby = new Lobby(new PeerAddresses(this.proxies))
    const server = super.createIOServer(port, {
      ...options,
      path: EVENTS_PATH,
      serveClient: false,
      destroyUpgrade: false,
      perMessageDeflate: false,
      httpCompression: false,
      maxHttpBufferSize: LARGEST_MESSAGE,
      connectTimeout: ENTERS_WITHIN_MS,
      allowRequest: (request: IncomingMessage, done: (problem: string | null, isAllowed: boolean) => void) =>
        done(null, isFromUs(request, this.publicUrl) && !lobby.isFull(request))
    } as ServerOptions)
    lobby.attend(server)
    countEventConnections(server, this.metrics)
    return server
  }
}

/** Polling requests of a page to its own server may come without Origin; then the browser says that they are same-origin. */
function isFromUs(request: IncomingMessage, publicUrl: string | null): boolean {
  if (request.headers.origin !== undefined) return isOwnOrigin(request, publicUrl)
  return request.headers['sec-fetch-site'] === 'same-origin' && request.headers.upgrade === undefined
}
