import { once } from 'node:events'
import { createServer, request, type IncomingMessage, type Server } from 'node:http'
import { connect, type AddressInfo, type Socket } from 'node:net'
import { closed, opened } from '../left-open.js'

/**
 * Stands in front of a server, under whatever name a browser calls it by, and speaks to it as this machine does. Some of its
 * files may be answered in its place, as after it was renewed.
 */
export class Front {
  readonly #sockets = new Set<Socket>()
  /** What is answered in the server's place, by path; a page is `/index.html`, under each of its addresses. */
  files: ReadonlyMap<string, string> = new Map()

  private constructor(
    private readonly server: Server,
    private readonly target: number
  ) {}

  static async before(target: number): Promise<Front> {
    const server = createServer()
    const front = new Front(server, target)
    opened(server, () => front.close())
    server.on('connection', (socket: Socket) => front.#sockets.add(socket.once('close', () => front.#sockets.delete(socket))))
    server.on('request', (asked: IncomingMessage, answer) => {
      const own = front.#fileFor(asked)
      if (own) return answer.writeHead(200, { 'content-type': own.type, 'cache-control': 'no-cache' }).end(own.body)
      const passed = request({ port: target, method: asked.method, path: asked.url, headers: front.#headers(asked) }, (came) => {
        answer.writeHead(came.statusCode ?? 502, came.headers)
        came.pipe(answer)
      })
      passed.on('error', () => answer.headersSent || answer.writeHead(502).end())
      return asked.pipe(passed)
    })
    server.on('upgrade', (asked: IncomingMessage, socket: Socket) => {
      const lines = Object.entries(front.#headers(asked)).map(([name, value]) => `${name}: ${String(value)}\r\n`)
      const passed = connect(target, '127.0.0.1', () => passed.write(`GET ${asked.url} HTTP/1.1\r\n${lines.join('')}\r\n`))
      passed.on('error', () => socket.destroy())
      socket.on('error', () => passed.destroy())
      socket.pipe(passed).pipe(socket)
    })
    await once(server.listen(0, '127.0.0.1'), 'listening')
    return front
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port
  }

  close(): void {
    closed(this.server)
    this.server.close()
    for (const socket of this.#sockets) socket.destroy()
  }

  #headers({ headers }: IncomingMessage): Record<string, string | string[] | undefined> {
    const here = `127.0.0.1:${this.target}`
    return { ...headers, host: here, ...(headers.origin === undefined ? {} : { origin: `http://${here}` }) }
  }

  #fileFor({ url = '/', headers }: IncomingMessage): { readonly body: string; readonly type: string } | null {
    const isPage = headers['sec-fetch-mode'] === 'navigate' || url === '/index.html'
    const body = this.files.get(isPage ? '/index.html' : url)
    if (body === undefined) return null
    return { body, type: isPage ? 'text/html; charset=utf-8' : url.endsWith('.css') ? 'text/css' : 'text/javascript' }
  }
}
