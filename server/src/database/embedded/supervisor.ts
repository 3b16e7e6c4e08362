import { setTimeout as pause } from 'node:timers/promises'
import type { EmbeddedLog } from './log.js'
import type { Postmaster } from './postmaster.js'

const MOST_RESTARTS = 5
/** A server that lived this long had recovered: the next death is counted from one again. */
const RECOVERED_MS = 60_000

/** Keeps one server running until it is told to stop: one that dies is started again, on the same port. */
export class Supervisor {
  private stopping = false
  private readonly watching: Promise<void>

  constructor(
    private current: Postmaster,
    private readonly launch: () => Promise<Postmaster>,
    private readonly log: EmbeddedLog
  ) {
    this.watching = this.watch()
  }

  get pid(): number {
    return this.current.pid
  }

  async stop(): Promise<void> {
    this.stopping = true
    await this.current.stop()
    await this.watching
  }

  signal(): void {
    this.stopping = true
    this.current.signal('SIGINT')
  }

  private async watch(): Promise<void> {
    let restarts = 0
    for (;;) {
      const since = performance.now()
      const how = await this.current.ended
      if (this.stopping) return
      restarts = performance.now() - since > RECOVERED_MS ? 1 : restarts + 1
      if (restarts > MOST_RESTARTS) {
        this.log.error(
          `PostgreSQL ${how} again; ${MOST_RESTARTS} restarts did not help. Stop Roundtable, look at the messages above, start it again.`
        )
        return
      }
      this.log.error(`PostgreSQL (process ${this.current.pid}) ${how}; starting it again.`)
      await pause(100 * 2 ** (restarts - 1))
      if (this.stopping) return
      await this.restart()
    }
  }

  private async restart(): Promise<void> {
    try {
      this.current = await this.launch()
      this.log.info(`PostgreSQL runs again (process ${this.current.pid}).`)
      if (this.stopping) await this.current.stop()
    } catch (error) {
      this.log.error(error instanceof Error ? error.message : String(error))
    }
  }
}
