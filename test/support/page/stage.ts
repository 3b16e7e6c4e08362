import type { DocumentKind } from '@roundtable/shared/framework'
import type { SamplePerson } from '@roundtable/shared/protocol'
import type { Browser, BrowserContextOptions } from 'playwright-core'
import type pg from 'pg'
import { createPool } from '../../../server/src/database/database.js'
import { findChromium, launchBrowser } from '../browser.js'
import type { TestDatabase } from '../database.js'
import { migratedDatabase, silent } from '../migrated-database.js'
import { freePort, ServerProcess } from '../server-process.js'
import { Visitor } from './visitor.js'

/** Screens the tests look at: a laptop, and the narrowest phone that must do. */
export const LAPTOP = { width: 1280, height: 800 }
export const PHONE = { width: 320, height: 640 }

const NO_BROWSER = 'skipped: there is no Chromium; install one, or name it in CHROMIUM_PATH'

/** A `describe` that needs a browser: where there is none it is skipped by name, and says what is missing. */
export function describeInBrowser(title: string, tests: () => void): void {
  if (findChromium()) return describe(title, tests)
  process.stderr.write(`${title}: ${NO_BROWSER}\n`)
  describe.skip(`${title} (${NO_BROWSER})`, tests)
}

/** The sample initiative that the tests play in: the water of the lower Arin. */
const FIRST = 'select id from workspace order by id limit 1'

/** The built server with the sample country, a database of its own, and one browser for a whole file. */
export class Stage {
  private constructor(
    public server: ServerProcess,
    public database: TestDatabase,
    public pool: pg.Pool,
    private readonly environment: Readonly<Record<string, string>>,
    readonly browser: Browser
  ) {}

  static async open(more: Readonly<Record<string, string>> = {}): Promise<Stage> {
    const environment = { SAMPLE_DATA: 'on', ...more }
    const [database, browser] = await Promise.all([migratedDatabase(), launchBrowser()])
    const server = new ServerProcess(await freePort(), database, environment)
    await server.start()
    return new Stage(server, database, createPool(database.ownerUrl, silent), environment, browser)
  }

  /** The same address, another machine: the server is gone with its database, and starts on this one when it is `prepared`. */
  async moveTo(database: TestDatabase, prepare: () => Promise<unknown>): Promise<void> {
    await this.server.stop()
    await this.pool.end()
    await this.database.drop()
    this.server = new ServerProcess(this.server.port, database, this.environment)
    this.database = database
    await prepare()
    this.pool = createPool(database.ownerUrl, silent)
    await this.server.start()
  }

  get url(): string {
    return this.server.url
  }

  /** A browser of somebody's own, nobody signed in. It keeps no program (what a test answers in the server's place would pass it by). */
  async visitor(options: BrowserContextOptions = {}): Promise<Visitor> {
    const usual: BrowserContextOptions = { viewport: LAPTOP, reducedMotion: 'reduce', serviceWorkers: 'block' }
    const context = await this.browser.newContext({ baseURL: this.url, ...usual, ...options })
    context.setDefaultTimeout(15_000)
    return new Visitor(context, await context.newPage())
  }

  /** A browser in which a sample person is signed in, by the link the server prints. */
  async signedIn(person: SamplePerson, options: BrowserContextOptions = {}): Promise<Visitor> {
    const visitor = await this.visitor(options)
    await visitor.signInAsSample(person)
    return visitor
  }

  async documentId(kind: DocumentKind): Promise<string> {
    const { rows } = await this.pool.query<{ id: string }>(
      `select id from document where kind = $1 and workspace_id = (${FIRST}) order by id`,
      [kind]
    )
    if (!rows[0]) throw new Error(`the sample country has no document of kind ${kind}`)
    return rows[0].id
  }

  async workspaceId(): Promise<string> {
    const { rows } = await this.pool.query<{ id: string }>(FIRST)
    if (!rows[0]) throw new Error('the sample country has no initiative')
    return rows[0].id
  }

  async close(): Promise<void> {
    await this.browser.close()
    await this.pool.end()
    await this.server.stop()
    await this.database.drop()
  }
}
