import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import type { Account } from './account.js'
import type { Binaries } from './binaries.js'
import { childEnvironment } from './child-environment.js'
import { askDirectory } from './connection.js'
import type { EmbeddedLog } from './log.js'
import { codeOf, EmbeddedDatabaseError } from './problem.js'

const SETTINGS = {
  listen_addresses: '127.0.0.1',
  // No socket file: its path may be too long, and its directory somebody else's.
  unix_socket_directories: '',
  max_connections: '200',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // Messages about single statements may quote what people wrote: they belong to the caller, not in a log.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_checkpoints: 'off'
} as const

export interface Launch {
  readonly binaries: Binaries
  readonly cluster: string
  readonly port: number
  /** A superuser's address, asked until the server answers. */
  readonly url: string
  readonly account?: Account | undefined
  readonly settings?: Readonly<Record<string, string>>
  readonly log: EmbeddedLog
}

/** One running PostgreSQL server process, our child. */
export class Postmaster {
  /** Resolves with a sentence when the process has ended, whatever the reason. */
  readonly ended: Promise<string>

  private constructor(
    private readonly child: ChildProcess,
    readonly pid: number,
    private readonly lastLines: readonly string[]
  ) {
    this.ended = once(child, 'exit').then(([code, signal]) => (signal ? `ended by ${String(signal)}` : `ended with code ${String(code)}`))
  }

  /** Resolves once the server answers queries; throws `EmbeddedDatabaseError` with its own words when it does not come up. */
  static async launch({ binaries, cluster, port, url, account, settings, log }: Launch): Promise<Postmaster> {
    const words = Object.entries({ ...SETTINGS, ...settings }).flatMap(([name, value]) => ['-c', `${name}=${value}`])
    // A session of its own: Ctrl-C in the terminal is for us alone, and the database stops after the last commit.
    const child = spawn(binaries.postgres, ['-D', cluster, '-p', String(port), ...words], {
      cwd: '/',
      env: childEnvironment(),
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe'],
      ...account
    })
    if (child.pid === undefined) {
      const [error] = (await once(child, 'error')) as [Error]
      throw new EmbeddedDatabaseError(`${binaries.postgres} could not be started: ${error.message}`, { cause: error })
    }
    const lastLines: string[] = []
    createInterface({ input: child.stderr }).on('line', (line) => {
      log.debug?.(line)
      lastLines.push(line)
      if (lastLines.length > 20) lastLines.shift()
    })
    const postmaster = new Postmaster(child, child.pid, lastLines)
    await postmaster.answering(url)
    return postmaster
  }

  /** Crash recovery may take long and is not hurried; only the end of the process ends the waiting. */
  private async answering(url: string): Promise<void> {
    const ended = this.ended.then((how) => ({ how }))
    for (;;) {
      const answer = await Promise.race([ended, askDirectory(url)])
      if (typeof answer === 'object' && 'how' in answer) {
        throw new EmbeddedDatabaseError(`PostgreSQL ${answer.how} while starting:\n${this.lastLines.join('\n')}`)
      }
      if (answer === 'refused') {
        await this.stop()
        throw new EmbeddedDatabaseError(
          'PostgreSQL does not accept the password kept for it in database.json. Bring that file back from a backup.'
        )
      }
      if (answer !== 'silent') return
      await pause(20)
    }
  }

  /** Fast shutdown: open transactions are rolled back, everything committed is written. Resolves when the process is gone. */
  async stop(): Promise<void> {
    this.signal('SIGINT')
    const gone = await Promise.race([this.ended, pause(60_000, undefined, { ref: false })])
    if (gone === undefined) this.signal('SIGQUIT')
    await this.ended
  }

  /** Signals our child only while it is our child: a pid that was reaped may be somebody else's. */
  signal(name: 'SIGINT' | 'SIGQUIT'): void {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return
    try {
      process.kill(this.pid, name)
    } catch (error) {
      if (codeOf(error) !== 'ESRCH') throw error
    }
  }
}
