import { Inject } from '@nestjs/common'
import { type OnGatewayConnection, type OnGatewayInit, WebSocketGateway } from '@nestjs/websockets'
import { type CloseName, LIVE_PATH, LIVE_SUBPROTOCOL, piecesSchema, TUNNEL_NAMESPACE } from '@roundtable/shared/protocol'
import { randomBytes } from 'node:crypto'
import { IncomingMessage } from 'node:http'
import type { Logger } from 'pino'
import type { Namespace } from 'socket.io'
import { AccessWatch } from '../../ability/index.js'
import { SessionService } from '../../identity/index.js'
import { triesTooOften } from '../../platform/connect-tries.js'
import { holdsTooMany } from '../../platform/held-connections.js'
import { LOGGER } from '../../platform/tokens.js'
import { LiveServer } from '../live.server.js'
import { Tunnel, type TunnelSocket } from './tunnel.js'

const PIECES = piecesSchema()

/**
 * The live door where WebSockets are blocked. Who may open the socket.io connection at all (our own pages, by Origin) is
 * decided where it is opened; here it is somebody's; and each line of it is then let in, or not, by the door itself.
 */
@WebSocketGateway({ namespace: TUNNEL_NAMESPACE })
export class TunnelGateway implements OnGatewayInit<Namespace>, OnGatewayConnection<TunnelSocket> {
  readonly #tunnels = new Map<TunnelSocket, Tunnel>()
  /** Whose session could not be looked at: its number rises once, so it is looked at again without it. */
  #owed: readonly TunnelSocket[] = []

  constructor(
    @Inject(SessionService) private readonly sessions: SessionService,
    @Inject(AccessWatch) private readonly watch: AccessWatch,
    @Inject(LiveServer) private readonly live: LiveServer,
    @Inject(LOGGER) private readonly logger: Logger
  ) {}

  afterInit(namespace: Namespace): void {
    const refusal = (name: CloseName): Error => new Error(name)
    namespace.use((socket, next) => {
      if (triesTooOften(socket.conn)) return socket.conn.close(true)
      this.sessions.authenticate(socket.handshake.headers.cookie).then(
        (person) => {
          if (!person) return next(refusal('signedOut'))
          if (holdsTooMany(person.personId, socket.conn)) return next(refusal('busy'))
          socket.data = person
          next()
        },
        (error: unknown) => {
          this.logger.warn({ err: error }, 'who opens a tunnel could not be read')
          next(refusal('storage'))
        }
      )
    })
    this.watch.onTick((changed, now) => {
      const concerned = [...this.#tunnels.keys()].filter(
        (socket) => changed.has(socket.data.personId) || socket.data.expiresAt <= now || this.#owed.includes(socket)
      )
      this.#owed = []
      this.#endSessions(concerned).catch((error: unknown) => {
        this.#owed = [...this.#owed, ...concerned]
        this.logger.warn({ err: error }, 'whether the sessions of tunnels live could not be read; the next reading tries')
      })
    })
  }

  handleConnection(socket: TunnelSocket): void {
    const { headers } = socket.request
    const tunnel = new Tunnel(socket, (line, address) => {
      const isTaken = this.live.door.enterBy(line, upgradeRequest(address, headers.cookie))
      if (isTaken) line.tellWhatIsTaken()
      return isTaken
    })
    socket.on('up', (body: unknown) => {
      const pieces = PIECES.safeParse(body)
      if (!pieces.success || !tunnel.receive(pieces.data)) socket.disconnect(true)
    })
    socket.on('error', (error: unknown) => this.logger.debug({ err: error }, 'a tunnel failed'))
    this.#tunnels.set(socket, tunnel)
    socket.on('disconnect', () => {
      this.#tunnels.delete(socket)
      tunnel.end()
    })
  }

  /** The door tells the lines of a session that ends; where there are none, nobody else would end the connection. */
  async #endSessions(sockets: readonly TunnelSocket[]): Promise<void> {
    if (sockets.length === 0) return
    const living = await this.sessions.living(sockets.map(({ data }) => data.sessionId))
    for (const socket of sockets) {
      const expiresAt = living.get(socket.data.sessionId)
      if (expiresAt) socket.data = { ...socket.data, expiresAt }
      else {
        this.#tunnels.get(socket)?.sessionEnded()
        this.#tunnels.delete(socket)
      }
    }
  }
}

/** What a browser would ask the live door with. */
function upgradeRequest(address: string, cookie: string | undefined): IncomingMessage {
  return Object.assign(Object.create(IncomingMessage.prototype) as IncomingMessage, {
    method: 'GET',
    url: `${LIVE_PATH}${address}`,
    headers: {
      upgrade: 'websocket',
      connection: 'Upgrade',
      'sec-websocket-version': '13',
      'sec-websocket-key': randomBytes(16).toString('base64'),
      'sec-websocket-protocol': LIVE_SUBPROTOCOL,
      ...(cookie === undefined ? {} : { cookie })
    }
  })
}
