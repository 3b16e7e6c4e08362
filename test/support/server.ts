import { type RunningApp, createApp } from '../../server/src/app.js'
import type { Config } from '../../server/src/config/index.js'
import { hashSecret, newSecret } from '../../server/src/platform/tokens.js'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestDatabase } from './database.js'
import { closed, opened } from './left-open.js'
import { LiveClient, type LiveClientOptions } from './live-client.js'
import { migratedDatabase, silent } from './migrated-database.js'
import { type PersonInWorld, World } from './world.js'

export const TEST_SECRET = 'a secret of the tests, forty characters!'

/** A whole server in this process, booted as production boots it, on a database of its own. */
export class TestServer {
  #closing: Promise<void> | null = null

  private constructor(
    readonly app: RunningApp,
    readonly port: number,
    readonly database: TestDatabase,
    private readonly dataDir: string,
    private readonly onClosed: () => void
  ) {}

  static start(config: Partial<Config> = {}, database?: TestDatabase): Promise<TestServer> {
    const starting: Promise<TestServer> = TestServer.#start(config, database, () => closed(starting))
    opened(starting, () => starting.then((server) => server.close()))
    starting.catch(() => closed(starting))
    return starting
  }

  static async #start(config: Partial<Config>, database: TestDatabase | undefined, onClosed: () => void): Promise<TestServer> {
    const own = database ?? (await migratedDatabase())
    const dataDir = await mkdtemp(join(tmpdir(), 'roundtable-test-'))
    const complete: Config = {
      host: '127.0.0.1',
      port: 0,
      dataDir,
      database: { kind: 'external', appUrl: own.appUrl, ownerUrl: own.ownerUrl },
      redisUrl: null,
      publicUrl: null,
      proxies: [],
      smtpUrl: null,
      sessionSecret: TEST_SECRET,
      isSecretGiven: true,
      backupPassphrase: null,
      sampleData: false,
      logLevel: 'silent',
      liveMaxUpdatesPerSecond: 0,
      isProduction: false,
      ...config
    }
    const app = await createApp(complete, own, { logger: silent })
    return new TestServer(app, await app.listen(), own, dataDir, onClosed)
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`
  }
  get liveUrl(): string {
    return `ws://127.0.0.1:${this.port}`
  }
  get pool() {
    return this.app.platform.pool
  }

  /** A reusable ticket for a person in a document. */
  async ticket(documentId: string, { personId }: PersonInWorld, sessionId: string | null = null): Promise<string> {
    const ticket = newSecret()
    await this.pool.query(
      `insert into live_ticket (token_hash, document_id, person_id, session_id, is_reusable, expires_at) values ($1, $2, $3, $4, true, now() + interval '1 day')`,
      [hashSecret(ticket, TEST_SECRET), documentId, personId, sessionId]
    )
    return ticket
  }

  /** A collaborator with the unmodified provider, not connected yet. */
  async client(
    documentId: string,
    person: PersonInWorld,
    options: Partial<LiveClientOptions> & { sessionId?: string } = {}
  ): Promise<LiveClient> {
    return new LiveClient({
      url: this.liveUrl,
      documentId,
      ticket: await this.ticket(documentId, person, options.sessionId ?? null),
      speaksRoundtable: true,
      schema: 1,
      ...options
    })
  }

  world(...args: Parameters<typeof World.create> extends [unknown, ...infer Rest] ? Rest : never): Promise<World> {
    return World.create(this.pool, ...args)
  }

  /** The document as the log tells it, read from the tables. */
  async logged(documentId: string): Promise<Uint8Array[]> {
    const { rows } = await this.pool.query<{ bytes: Buffer }>(
      `select state as bytes, 0 as seq from document_snapshot where document_id = $1 union all select bytes, seq from document_update where document_id = $1 order by seq`,
      [documentId]
    )
    return rows.map((row) => new Uint8Array(row.bytes))
  }

  /** Closes the server; the database stays unless it was made for it. */
  close({ keepsDatabase = false } = {}): Promise<void> {
    return (this.#closing ??= this.#close(keepsDatabase).finally(this.onClosed))
  }

  async #close(keepsDatabase: boolean): Promise<void> {
    await this.app.close()
    await rm(this.dataDir, { recursive: true, force: true })
    if (!keepsDatabase) await this.database.drop()
  }
}
