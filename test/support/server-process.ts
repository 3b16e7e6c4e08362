import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { TestDatabase } from './database.js'
import { closed, opened } from './left-open.js'
import { hashSecret, newSecret } from '../../server/src/platform/tokens.js'
import type pg from 'pg'

const SECRET = 'a secret of the tests, forty characters!'
const MAIN = join(__dirname, '../../server/dist/main.js')
const ADMIN = join(__dirname, '../../server/dist/admin.js')

export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address ? address.port : 0
}

/** The built server as a process of its own, to be killed and started again on the same port and database. */
export class ServerProcess {
  #child: ChildProcess | null = null
  #dataDir = mkdtempSync(join(tmpdir(), 'roundtable-process-'))
  output = ''

  constructor(
    readonly port: number,
    readonly database: TestDatabase,
    private readonly environment: Readonly<Record<string, string>> = {}
  ) {}

  get liveUrl(): string {
    return `ws://127.0.0.1:${this.port}`
  }
  get url(): string {
    return `http://127.0.0.1:${this.port}`
  }

  /** Starts the server and waits for the line that says it is ready. */
  async start(more: Readonly<Record<string, string>> = {}): Promise<void> {
    const child = spawn(process.execPath, [MAIN], {
      env: { ...this.#env, ...more },
      stdio: ['ignore', 'pipe', 'pipe']
    })
    this.#child = child
    opened(child, () => this.stop())
    child.once('exit', () => closed(child))
    await new Promise<void>((resolve, reject) => {
      const hear = (chunk: Buffer): void => {
        this.output = (this.output + chunk.toString()).slice(-20_000)
        if (this.output.includes('Roundtable is ready')) resolve()
      }
      this.output = ''
      child.stdout.on('data', hear)
      child.stderr.on('data', hear)
      child.once('exit', (code, signal) => reject(new Error(`the server ended with ${code ?? signal}: ${this.output}`)))
    })
  }

  get #env(): NodeJS.ProcessEnv {
    return {
      PATH: process.env.PATH,
      PORT: String(this.port),
      DATA_DIR: this.#dataDir,
      DATABASE_URL: this.database.appUrl,
      DATABASE_OWNER_URL: this.database.ownerUrl,
      SESSION_SECRET: SECRET,
      SAMPLE_DATA: 'off',
      LOG_LEVEL: 'warn',
      LIVE_MAX_UPDATES_PER_SECOND: '0',
      ...this.environment
    }
  }

  /** Runs an operator's command beside the server and answers what it printed. */
  async admin(...words: readonly string[]): Promise<string> {
    const { stdout } = await promisify(execFile)(process.execPath, [ADMIN, ...words], { env: this.#env })
    return stdout
  }

  /** Resident memory in bytes, as the kernel counts it. */
  get memory(): number {
    const [, kilobytes = '0'] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${this.#child?.pid}/status`, 'utf8')) ?? []
    return Number(kilobytes) * 1024
  }

  get isRunning(): boolean {
    return this.#child !== null && this.#child.exitCode === null && this.#child.signalCode === null
  }

  /** Resolves with the exit code or the signal that ended it. */
  get ended(): Promise<number | NodeJS.Signals | null> {
    const child = this.#child
    if (!child || !this.isRunning) return Promise.resolve(child?.exitCode ?? child?.signalCode ?? null)
    return new Promise((resolve) => child.once('exit', (code, signal) => resolve(code ?? signal)))
  }

  async kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<number | NodeJS.Signals | null> {
    const ended = this.ended
    this.signal(signal)
    return ended
  }

  signal(signal: NodeJS.Signals): void {
    this.#child?.kill(signal)
  }

  /** A reusable ticket of a person for a document. */
  async ticket(pool: pg.Pool, documentId: string, personId: string): Promise<string> {
    const ticket = newSecret()
    await pool.query(
      `insert into live_ticket (token_hash, document_id, person_id, is_reusable, expires_at) values ($1, $2, $3, true, now() + interval '1 day')`,
      [hashSecret(ticket, SECRET), documentId, personId]
    )
    return ticket
  }

  async stop(): Promise<void> {
    if (this.isRunning) await this.kill('SIGTERM')
    rmSync(this.#dataDir, { recursive: true, force: true })
  }
}
