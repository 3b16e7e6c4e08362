import pg from 'pg'
import type { Logger } from 'pino'
import { within } from './within.js'

const AGAIN_AFTER_MS = 1000
/** So long a server that does not answer may keep its end of a connection from being closed. */
const GOODBYE_MS = 1000

/** One connection that listens to PostgreSQL's notifications. They only hurry what is looked for all the same: some may be missed. */
export class Notifications {
  readonly #hearers = new Map<string, (payload: string) => void>()
  #ear: pg.Client | null = null
  #isStopped = false

  constructor(
    private readonly databaseUrl: string,
    private readonly pool: pg.Pool,
    private readonly logger: Logger
  ) {}

  /** Before `start`. `channel`: a plain lower-case name. */
  on(channel: string, hear: (payload: string) => void): void {
    this.#hearers.set(channel, hear)
  }

  start(): void {
    if (this.#isStopped) return
    const ear = new pg.Client({
      connectionString: this.databaseUrl,
      application_name: 'roundtable notifications',
      connectionTimeoutMillis: 5000,
      query_timeout: 5000,
      keepAlive: true,
      keepAliveInitialDelayMillis: 10_000
    })
    this.#ear = ear
    let isOver = false
    const again = (error?: Error): void => {
      if (isOver || this.#isStopped) return
      isOver = true
      this.logger.debug({ err: error }, 'notifications are away; what they tell is read all the same')
      setTimeout(() => this.start(), AGAIN_AFTER_MS).unref()
    }
    ear.on('notification', ({ channel, payload }) => this.#hear(channel, payload ?? ''))
    ear.on('error', again)
    ear.on('end', () => again())
    ear
      .connect()
      .then(() => ear.query([...this.#hearers.keys()].map((channel) => `listen ${channel}`).join('; ')))
      .catch((error: unknown) => {
        again(error instanceof Error ? error : undefined)
        return ear.end().catch((late: unknown) => this.logger.debug({ err: late }, 'the notification connection never opened'))
      })
  }

  /** Whoever may connect may notify: what cannot be read is no notification. */
  #hear(channel: string, payload: string): void {
    try {
      this.#hearers.get(channel)?.(payload)
    } catch (error) {
      this.logger.warn({ err: error, channel }, 'a notification could not be read')
    }
  }

  async notify(channel: string, payload: string): Promise<void> {
    await this.pool.query('select pg_notify($1, $2)', [channel, payload])
  }

  async stop(): Promise<void> {
    this.#isStopped = true
    const ended = this.#ear
      ?.end()
      .catch((error: unknown) => this.logger.debug({ err: error }, 'the notification connection was gone already'))
    if (ended) await within(GOODBYE_MS, ended)
  }
}
