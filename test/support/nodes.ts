import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { startNginx } from '../../server/bootstrap/cluster/nginx.mjs'
import type { Program } from '../../server/bootstrap/cluster/program.mjs'
import { startRedis } from '../../server/bootstrap/cluster/redis.mjs'
import { createPool } from '../../server/src/database/database.js'
import type { TestDatabase } from './database.js'
import { closed, opened } from './left-open.js'
import { migratedDatabase, silent } from './migrated-database.js'
import { freePort, ServerProcess } from './server-process.js'

const TEMPLATES = join(__dirname, '../../docker/nginx')

export interface NodesOptions {
  /** Whether nginx stands before them, as in production; PUBLIC_URL is its address then. */
  readonly nginx?: boolean
  /** Whether they have a Redis between them. */
  readonly redis?: boolean
  /** More of the environment of every node. */
  readonly environment?: Readonly<Record<string, string>>
}

/**
 * Several nodes as in production, for one test file: a database of its own in the run's PostgreSQL, the machine's
 * redis-server, the built server several times, and nginx with the container's configuration. Use it in `describeWith`.
 */
export class Nodes {
  #redis: Program | null = null
  #nginx: Program | null = null

  private constructor(
    readonly database: TestDatabase,
    /** As the owner of the tables. */
    readonly pool: pg.Pool,
    readonly all: readonly ServerProcess[],
    private readonly redisPort: number | null,
    private readonly nginxPort: number | null,
    private readonly directory: string
  ) {}

  /** Starts Redis, `count` nodes one after another, and nginx before them. */
  static async start(count: number, { nginx = false, redis = true, environment = {} }: NodesOptions = {}): Promise<Nodes> {
    const database = await migratedDatabase()
    const redisPort = redis ? await freePort() : null
    const nginxPort = nginx ? await freePort() : null
    const given = {
      ...(redisPort && { REDIS_URL: `redis://127.0.0.1:${redisPort}` }),
      ...(nginxPort && { PUBLIC_URL: `http://127.0.0.1:${nginxPort}` }),
      ...environment
    }
    const all: ServerProcess[] = []
    while (all.length < count) all.push(new ServerProcess(await freePort(), database, given))
    const directory = mkdtempSync(join(tmpdir(), 'roundtable-nodes-'))
    const nodes = new Nodes(database, createPool(database.ownerUrl, silent), all, redisPort, nginxPort, directory)
    opened(nodes, () => nodes.close())
    if (redis) await nodes.startRedis()
    for (const node of all) await node.start()
    if (nginxPort) {
      const upstream = all.map(({ port }) => `127.0.0.1:${port}`)
      nodes.#nginx = await startNginx({ nodes: upstream, port: nginxPort, templates: TEMPLATES, directory: join(directory, 'nginx') })
    }
    return nodes
  }

  /** Counted from 0. */
  node(index: number): ServerProcess {
    const node = this.all[index]
    if (!node) throw new Error(`there are ${this.all.length} nodes, and none has the number ${index}`)
    return node
  }

  urlOf(index: number): string {
    return this.node(index).url
  }

  get nginxUrl(): string {
    if (this.nginxPort === null) throw new Error('these nodes were started without nginx')
    return `http://127.0.0.1:${this.nginxPort}`
  }

  /** What nginx has written down: `access.log` stands there. */
  get nginxDirectory(): string {
    return join(this.directory, 'nginx')
  }

  /** What nginx itself said, to the operator. */
  get nginxOutput(): string {
    return this.#nginx?.output ?? ''
  }

  /** Resolves when the process is gone. */
  async stopNode(index: number, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    await this.node(index).kill(signal)
  }

  /** On the same port as before; resolves when it is ready. */
  startNode(index: number, environment: Readonly<Record<string, string>> = {}): Promise<void> {
    return this.node(index).start(environment)
  }

  /** On the same port as before, and empty. */
  async startRedis(): Promise<void> {
    if (this.redisPort === null) throw new Error('these nodes were started without Redis')
    this.#redis = await startRedis({ port: this.redisPort, directory: this.directory })
  }

  /** A frozen one too. */
  async stopRedis(): Promise<void> {
    await this.#redis?.stop('SIGKILL')
  }

  /** As somebody does who takes it for a mere cache. */
  async emptyRedis(): Promise<void> {
    const socket = connect(this.redisPort ?? 0, '127.0.0.1', () => socket.write('FLUSHALL\r\n'))
    await once(socket, 'data')
    socket.destroy()
  }

  /** Where the nodes find it. */
  get redisUrl(): string {
    if (this.redisPort === null) throw new Error('these nodes were started without Redis')
    return `redis://127.0.0.1:${this.redisPort}`
  }

  /** It keeps its connections and answers nothing. */
  freezeRedis(): void {
    this.#redis?.signal('SIGSTOP')
  }

  thawRedis(): void {
    this.#redis?.signal('SIGCONT')
  }

  async close(): Promise<void> {
    await this.#nginx?.stop()
    // A frozen node would not hear SIGTERM.
    for (const node of this.all) node.signal('SIGCONT')
    await Promise.all(this.all.map((node) => node.stop()))
    await this.stopRedis()
    await this.pool.end()
    await this.database.drop()
    rmSync(this.directory, { recursive: true, force: true })
    closed(this)
  }
}
