import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import pg from 'pg'
import { closed, opened } from './left-open.js'

/**
 * A PostgreSQL of one test's own, to be hit while it works. From its start on `createDatabase` and
 * `migratedDatabase` of this test file make their databases in it.
 */
export class ThrowawayCluster {
  readonly #programs: string
  readonly #data: string

  private constructor(
    private readonly holder: ChildProcess,
    { programs, data }: { programs: string; data: string }
  ) {
    this.#programs = programs
    this.#data = data
  }

  static async start(): Promise<ThrowawayCluster> {
    const holder = spawn(process.execPath, [join(__dirname, 'cluster.mjs')], { stdio: ['pipe', 'pipe', 'inherit'] })
    opened(holder, () => holder.stdin.end())
    holder.once('exit', () => closed(holder))
    for await (const line of createInterface({ input: holder.stdout })) {
      process.env.TEST_CLUSTER = line
      const { adminUrl } = JSON.parse(line) as { adminUrl: string }
      return new ThrowawayCluster(holder, await whereItLives(adminUrl))
    }
    throw new Error('the cluster ended before it answered; the reason stands above')
  }

  /** `pg_ctl restart -m immediate`: every backend is thrown out, nothing is flushed, the log is replayed. */
  restart(): Promise<void> {
    return this.#control('restart', '-m', 'immediate')
  }

  /** It keeps its connections and answers nothing. */
  freeze(): void {
    for (const each of this.#pids()) process.kill(each, 'SIGSTOP')
  }

  thaw(): void {
    for (const each of this.#pids()) process.kill(each, 'SIGCONT')
  }

  /** The postmaster, then what it started. */
  #pids(): number[] {
    const [pid] = readFileSync(join(this.#data, 'postmaster.pid'), 'utf8').split('\n')
    return [Number(pid), ...processes().flatMap(({ pid: child, parent }) => (parent === Number(pid) ? [child] : []))]
  }

  /** kill -9 of the postmaster and everything it started; resolves when they are gone. */
  async kill(): Promise<void> {
    const pids = this.#pids()
    for (const each of pids) process.kill(each, 'SIGKILL')
    while (processes().some((each) => pids.includes(each.pid) && !each.isDead)) await new Promise((resolve) => setImmediate(resolve))
    // Where nobody buries the dead, their pid still answers and the next start would take it for a running server.
    rmSync(join(this.#data, 'postmaster.pid'))
  }

  async stop(): Promise<void> {
    try {
      await this.#control('stop', '-m', 'immediate')
    } finally {
      this.holder.stdin?.end()
      await once(this.holder, 'exit')
    }
  }

  /** Runs as the owner of the data directory: PostgreSQL does not run as root. */
  async #control(...words: string[]): Promise<void> {
    const { uid, gid } = statSync(this.#data)
    const who = process.getuid?.() === 0 ? { uid, gid } : {}
    const child = spawn(join(this.#programs, 'pg_ctl'), [...words, '-D', this.#data, '-w', '-s'], { ...who, cwd: '/', stdio: 'ignore' })
    const [code] = (await once(child, 'exit')) as [number | null]
    if (code !== 0) throw new Error(`pg_ctl ${words.join(' ')} ended with ${code}`)
  }
}

async function whereItLives(adminUrl: string): Promise<{ programs: string; data: string }> {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ programs: string; data: string }>(
      `select (select setting from pg_config where name = 'BINDIR') as programs, current_setting('data_directory') as data`
    )
    return rows[0]!
  } finally {
    await client.end()
  }
}

function processes(): { pid: number; parent: number; isDead: boolean }[] {
  const lines = execFileSync('ps', ['-eo', 'pid=,ppid=,stat='], { encoding: 'utf8' }).trim().split('\n')
  return lines.map((line) => {
    const [pid, parent, state] = line.trim().split(/\s+/)
    return { pid: Number(pid), parent: Number(parent), isDead: state?.startsWith('Z') ?? true }
  })
}
