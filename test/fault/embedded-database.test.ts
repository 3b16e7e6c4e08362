import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as after } from 'node:timers/promises'
import pg from 'pg'
import { seededRandom } from '../support/random.js'

interface Host {
  readonly child: ChildProcess
  readonly ownerUrl: string
  readonly pid: number
}

let root: string
const hosts = new Set<ChildProcess>()
const databases = new Set<number>()

/** A node process that runs the built launcher on `dataDir`; rejects when it ends before the database answers. */
async function host(dataDir: string): Promise<Host> {
  const child = spawnHost(dataDir)
  for await (const line of createInterface({ input: child.stdout! })) {
    const { ownerUrl, pid } = JSON.parse(line) as { ownerUrl: string; pid: number }
    databases.add(pid)
    return { child, ownerUrl, pid }
  }
  throw new Error('the launcher ended before the database answered')
}

function spawnHost(dataDir: string): ChildProcess {
  const child = spawn(process.execPath, [join(__dirname, 'embedded-host.mjs'), dataDir], { stdio: ['pipe', 'pipe', 'inherit'] })
  hosts.add(child)
  return child
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGKILL')
  await once(child, 'exit')
}

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows
  } finally {
    await client.end()
  }
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'roundtable-fault-'))
  execFileSync('chmod', ['755', root])
})

afterEach(async () => {
  for (const child of hosts) await kill(child)
  hosts.clear()
  for (const pid of databases) if (isOurs(pid)) process.kill(pid, 'SIGKILL')
  databases.clear()
  rmSync(root, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
})

/** Still a server on this test's directory, not whoever was given its pid since. */
function isOurs(pid: number): boolean {
  return execFileSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' })
    .split('\n')
    .some((line) => line.trim().startsWith(`${pid} `) && line.includes(root))
}

it.each([
  ['node', ['node']],
  ['node and PostgreSQL together', ['postgres', 'node']],
  ['node first and PostgreSQL after it', ['node', 'postgres']]
])('[DB-14] has every committed row after kill -9 of %s, six times, without anybody’s help', async (_case, victims) => {
  const dataDir = join(root, 'data')
  const first = await host(dataDir)
  await query(first.ownerUrl, 'create table kept (n int)')
  await kill(first.child)
  for (let round = 1; round <= 6; round++) {
    const { child, ownerUrl, pid } = await host(dataDir)
    await query(ownerUrl, `insert into kept values (${round})`)
    for (const victim of victims) {
      if (victim === 'node') await kill(child)
      else process.kill(pid, 'SIGKILL')
    }
  }
  const last = await host(dataDir)
  expect(await query(last.ownerUrl, 'select n from kept order by n')).toEqual([1, 2, 3, 4, 5, 6].map((n) => ({ n })))
})

it('[DB-10] completes a first start that was killed at any moment', async () => {
  const random = seededRandom('killed first starts')
  for (let round = 0; round < 8; round++) {
    const dataDir = join(root, `first-${round}`)
    for (let interruption = 0; interruption < 3; interruption++) {
      const child = spawnHost(dataDir)
      child.stdout?.once('data', (line: Buffer) => databases.add((JSON.parse(line.toString()) as { pid: number }).pid))
      // Where in the start it falls is the machine's business; over all rounds it falls everywhere.
      await after(random.integer(0, 1500))
      await kill(child)
    }
    const { child, ownerUrl } = await host(dataDir)
    expect(await query(ownerUrl, 'select current_database() as name')).toEqual([{ name: 'roundtable' }])
    await kill(child)
  }
}, 120_000)
