import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { TestDatabase } from '../support/database.js'
import { closed, opened } from '../support/left-open.js'
import { migratedDatabase } from '../support/migrated-database.js'
import { describeWith } from '../support/programs.js'
import { freePort } from '../support/server-process.js'

const CLUSTER = join(__dirname, '../../server/bootstrap/cluster.mjs')

/** `npm run cluster`, and what it says. */
class Cluster {
  said = ''
  readonly ended: Promise<number | null>

  private constructor(private readonly child: ChildProcess) {
    opened(this, () => child.kill('SIGTERM'))
    this.ended = once(child, 'exit').then(([code]) => {
      closed(this)
      return code as number | null
    })
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data) => (this.said += String(data)))
  }

  static run(env: NodeJS.ProcessEnv, ...words: string[]): Cluster {
    return new Cluster(spawn(process.execPath, [CLUSTER, ...words], { env, stdio: ['ignore', 'pipe', 'pipe'] }))
  }

  async until(text: string): Promise<void> {
    while (!this.said.includes(text)) {
      const how = await Promise.race([this.ended, once(this.child.stdout!, 'data').then(() => 'said')])
      if (how !== 'said' && !this.said.includes(text)) throw new Error(`it ended with ${how}: ${this.said}`)
    }
  }

  interrupt(): void {
    this.child.kill('SIGINT')
  }

  /** Of everything it started. */
  get pids(): number[] {
    return [...this.said.matchAll(/process (\d+)/g)].map(([, pid]) => Number(pid))
  }
}

describeWith(['redis-server', 'nginx'], 'npm run cluster', () => {
  let database: TestDatabase
  beforeAll(async () => (database = await migratedDatabase()))
  afterAll(() => database.drop())

  it('[OPS-10] starts the nodes and what they stand on, and Ctrl-C stops all of it in order', async () => {
    const port = await freePort()
    const env = {
      PATH: process.env.PATH,
      PORT: String(port),
      DATABASE_URL: database.appUrl,
      DATABASE_OWNER_URL: database.ownerUrl,
      SESSION_SECRET: 'a secret of the tests, forty characters!'
    }
    const cluster = Cluster.run(env, '--nodes', '2')
    await cluster.until('Stop with Ctrl-C.')
    for (let turn = 0; turn < 4; turn++) expect((await fetch(`http://127.0.0.1:${port}/api/ready`)).status).toBe(200)
    const { pids } = cluster
    expect(pids).toHaveLength(4)
    const second = Cluster.run(env)
    expect([await second.ended, second.said]).toEqual([1, expect.stringContaining(`Somebody listens on port ${port} already.`)])
    cluster.interrupt()
    expect(await cluster.ended).toBe(0)
    expect([...cluster.said.matchAll(/^Stopping (.+) …$/gm)].map(([, name]) => name)).toEqual([
      'nginx',
      'node 2',
      'node 1',
      'Redis',
      'PostgreSQL',
      'files'
    ])
    expect(pids.filter(isAlive)).toEqual([])
  })

  it('[OPS-11] says which program is missing and how to install it, and how many nodes there can be', async () => {
    const bare = { PATH: '/nonexistent', PORT: String(await freePort()) }
    const cluster = Cluster.run(bare)
    expect([await cluster.ended, cluster.said]).toEqual([
      1,
      expect.stringContaining('apt-get install --no-install-recommends redis-server')
    ])
    const many = Cluster.run({ ...bare, PATH: process.env.PATH }, '--nodes', '100')
    expect([await many.ended, many.said]).toEqual([1, '--nodes is "100"; it can be 1 to 5.\n'])
  })
})

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false // ESRCH: there is no such process any more
  }
}
