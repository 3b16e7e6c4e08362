import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'

/** What becomes of a request for a WebSocket: it passes, is refused, or never answered. */
export type Upgrades = 'pass' | 'refuse' | 'swallow'

/** A network's proxy in front of a server. It passes everything but, when it is told so, WebSockets; those that are open break off then. */
export class BlockingProxy {
  readonly #webSockets = new Set<Socket>()
  readonly #all = new Set<Socket>()
  #upgrades: Upgrades = 'pass'
  /** How many WebSockets it has let through. */
  passed = 0

  private constructor(
    private readonly server: Server,
    private readonly port: number
  ) {
    server.on('connection', (client) => this.#take(client))
  }

  static async before(port: number): Promise<BlockingProxy> {
    const server = createServer()
    const proxy = new BlockingProxy(server, port)
    await once(server.listen(0, '127.0.0.1'), 'listening')
    return proxy
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`
  }

  let(upgrades: Upgrades): void {
    this.#upgrades = upgrades
    if (upgrades !== 'pass') for (const socket of this.#webSockets) socket.destroy()
  }

  /** A browser opens a connection of its own for each WebSocket: its first words tell. */
  #take(client: Socket): void {
    this.#keep(client)
    client.once('data', (head) => {
      if (/\r\nupgrade: *websocket/i.test(head.toString('latin1'))) {
        if (this.#upgrades === 'swallow') return
        if (this.#upgrades === 'refuse') return client.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
        this.passed += 1
        this.#webSockets.add(client)
      }
      const server = connect(this.port, '127.0.0.1')
      this.#keep(server)
      server.write(head)
      client.pipe(server).pipe(client)
      client.on('close', () => server.destroy())
      server.on('close', () => client.destroy())
    })
  }

  #keep(socket: Socket): void {
    this.#all.add(socket)
    socket.on('error', () => socket.destroy())
    socket.on('close', () => {
      this.#all.delete(socket)
      this.#webSockets.delete(socket)
    })
  }

  close(): void {
    this.server.close()
    for (const socket of this.#all) socket.destroy()
  }
}
