import { EVENTS_PATH, TUNNEL_NAMESPACE, type TunnelClientEvents, type TunnelServerEvents } from '@roundtable/shared/protocol'
import { io, type Socket } from 'socket.io-client'
import { Tunnel } from '../../client/src/connection/tunnel.js'
import { closed, opened } from './left-open.js'
import { LiveClient, type LiveClientOptions } from './live-client.js'

/** A page on a network that lets no WebSocket through: the browser's own tunnel, and its documents. */
export class TunnelPage {
  readonly socket: Socket<TunnelServerEvents, TunnelClientEvents>
  readonly tunnel: Tunnel

  /** `reconnects`: whether its connection comes back by itself, as a page's does. */
  constructor(
    private readonly url: string,
    cookie: string | null,
    { reconnects = false, origin = url } = {}
  ) {
    this.socket = io(`${url}${TUNNEL_NAMESPACE}`, {
      path: EVENTS_PATH,
      transports: ['polling'],
      forceNew: true,
      autoConnect: false,
      reconnection: reconnects,
      reconnectionDelayMax: 500,
      extraHeaders: { origin, ...(cookie === null ? {} : { cookie }) }
    })
    this.tunnel = new Tunnel(this.socket)
    opened(this, () => this.close())
  }

  client(documentId: string, options: Partial<LiveClientOptions> = {}): LiveClient {
    return new LiveClient({
      url: this.url.replace(/^http/, 'ws'),
      documentId,
      speaksRoundtable: true,
      schema: 1,
      openLine: (url) => this.tunnel.open(url),
      ...options
    })
  }

  close(): void {
    closed(this)
    this.socket.disconnect()
  }
}
