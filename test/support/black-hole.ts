import { once } from 'node:events'
import { type AddressInfo, type Server, type Socket, connect, createServer } from 'node:net'

/**
 * A line to a server that can be made to swallow everything and say nothing: as when a firewall forgets its
 * connections. What was open then is lost for good and stays open; what is opened later passes when it is healed.
 */
export class BlackHole {
  readonly #lines = new Set<{ isLost: boolean }>()
  readonly #sockets = new Set<Socket>()
  #isSwallowing = false
  #onSwallowed: (() => void)[] = []

  private constructor(
    private readonly server: Server,
    private readonly target: URL
  ) {
    server.on('connection', (near: Socket) => this.#join(near))
  }

  static async before(url: string): Promise<BlackHole> {
    const server = createServer()
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    return new BlackHole(server, new URL(url))
  }

  /** The same address, through here. */
  through(url: string): string {
    return Object.assign(new URL(url), { hostname: '127.0.0.1', port: String((this.server.address() as AddressInfo).port) }).href
  }

  #join(near: Socket): void {
    const far = connect(Number(this.target.port || 5432), this.target.hostname)
    const line = { isLost: this.#isSwallowing }
    this.#lines.add(line)
    for (const [from, to] of [
      [near, far],
      [far, near]
    ] as const) {
      this.#sockets.add(from)
      from.on('error', () => undefined)
      from.on('data', (data: Buffer) => {
        if (!line.isLost) to.write(data)
        else for (const tell of this.#onSwallowed.splice(0)) tell()
      })
      from.on('close', () => line.isLost || to.destroy())
    }
  }

  swallow(): void {
    this.#isSwallowing = true
    for (const line of this.#lines) line.isLost = true
  }

  heal(): void {
    this.#isSwallowing = false
  }

  /** Resolves when something has been swallowed from now on. */
  swallowed(): Promise<void> {
    return new Promise((resolve) => this.#onSwallowed.push(resolve))
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy()
    this.server.close()
    await once(this.server, 'close')
  }
}
