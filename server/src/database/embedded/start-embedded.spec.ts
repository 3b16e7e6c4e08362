import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { unprivilegedAccount } from './account.js'
import { embeddedBinaries } from './binaries.js'
import { urlOf, withClient } from './connection.js'
import { type EmbeddedDatabase, type EmbeddedLog, startEmbedded } from './index.js'
import { SUPERUSER } from './initialise.js'
import { readKept } from './kept.js'
import { Postmaster } from './postmaster.js'
import { isAlive } from './process-identity.js'

const silent: EmbeddedLog = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined }
/** Giving up root needs root: as an ordinary user there is nothing to give up. */
const asRoot = process.getuid?.() === 0 ? it : it.skip

let root: string
let copies = 0
const running = new Set<EmbeddedDatabase | Postmaster>()
const strangers = new Set<ChildProcess>()

async function start(dataDir: string, log: EmbeddedLog = silent): Promise<EmbeddedDatabase> {
  const database = await startEmbedded({ dataDir, log })
  running.add(database)
  return database
}

/** A data directory with one committed row, stopped in good order: what most tests begin with. */
function dataDirectory(): string {
  const copy = join(root, `copy-${++copies}`)
  execFileSync('cp', ['-a', join(root, 'original'), copy])
  return copy
}

const rows = async (url: string) => withClient(url, async (client) => (await client.query<{ text: string }>('select text from kept')).rows)
const committed = [{ text: 'committed' }]

/** A server on the data directory that no Roundtable holds the lock for, as a killed one leaves it. */
async function orphanOn(dataDir: string): Promise<{ orphan: Postmaster; superuserUrl: string }> {
  const kept = (await readKept(dataDir))!
  const superuserUrl = urlOf(SUPERUSER, kept.passwords.superuser, kept.port, 'postgres')
  const account = unprivilegedAccount()
  const binaries = await embeddedBinaries(join(dataDir, 'database'), account)
  const cluster = join(dataDir, 'database', 'cluster')
  const orphan = await Postmaster.launch({ binaries, cluster, port: kept.port, url: superuserUrl, account, log: silent })
  running.add(orphan)
  return { orphan, superuserUrl }
}

/** A process of PostgreSQL's own account that has nothing to do with it. */
function stranger(): ChildProcess {
  const child = spawn('sleep', ['600'], { stdio: 'ignore', cwd: '/', ...unprivilegedAccount() })
  strangers.add(child)
  return child
}

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'roundtable-spec-'))
  // PostgreSQL's account must be able to pass.
  execFileSync('chmod', ['755', root])
  const database = await start(join(root, 'original'))
  await withClient(database.ownerUrl, (client) => client.query(`create table kept (text text); insert into kept values ('committed')`))
  await withClient(database.ownerUrl, (client) => client.query('grant select on kept to rt_app'))
  await database.stop()
})

afterEach(async () => {
  for (const server of running) await server.stop()
  running.clear()
  for (const child of strangers) {
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
  strangers.clear()
})

afterAll(() => rmSync(root, { recursive: true, force: true }))

it('[DB-1] makes a database that its owner may change and the application may only use', async () => {
  const database = await start(join(root, 'fresh'))
  const { rows: facts } = await withClient(database.ownerUrl, (client) =>
    client.query(
      `select current_user as who, current_setting('server_encoding') as encoding, current_setting('fsync') as fsync, datlocprovider as locale,
        current_setting('listen_addresses') as listens from pg_database where datname = current_database()`
    )
  )
  expect(facts).toEqual([{ who: 'rt_owner', encoding: 'UTF8', fsync: 'on', locale: 'i', listens: '127.0.0.1' }])
  await withClient(database.ownerUrl, (client) => client.query('create table t (n int)'))
  await expect(withClient(database.appUrl, (client) => client.query('create table u (n int)'))).rejects.toMatchObject({ code: '42501' })
  await expect(withClient(database.appUrl, (client) => client.query('select from t'))).rejects.toMatchObject({ code: '42501' })
})

it('[DB-2] lets nobody in without the kept passwords, which only we may read', async () => {
  const dataDir = dataDirectory()
  const database = await start(dataDir)
  expect(statSync(join(dataDir, 'database.json')).mode & 0o777).toBe(0o600)
  const { port } = new URL(database.appUrl)
  await expect(withClient(`postgres://rt_app@127.0.0.1:${port}/roundtable`, (client) => client.query('select 1'))).rejects.toThrow(
    /password/
  )
  await expect(
    withClient(urlOf('rt_app', 'guess', Number(port), 'roundtable'), (client) => client.query('select 1'))
  ).rejects.toMatchObject({ code: '28P01' })
})

it('[DB-3] keeps its rows, its addresses and its passwords from one start to the next', async () => {
  const dataDir = dataDirectory()
  const first = await start(dataDir)
  await first.stop()
  await first.stop()
  const second = await start(dataDir)
  expect(second.appUrl).toBe(first.appUrl)
  expect(await rows(second.appUrl)).toEqual(committed)
})

it('[DB-4] refuses a second start on the same directory, naming process and directory', async () => {
  const dataDir = dataDirectory()
  const database = await start(dataDir)
  await expect(startEmbedded({ dataDir, log: silent })).rejects.toThrow(
    `(process ${process.pid}) already uses the data directory ${dataDir}`
  )
  expect(await rows(database.appUrl)).toEqual(committed)
})

it('[DB-6] starts a server that died again, at the same address and with every committed row', async () => {
  let again = (): void => undefined
  const restarted = new Promise<void>((resolve) => (again = resolve))
  const database = await start(dataDirectory(), { ...silent, info: (message) => message.includes('runs again') && again() })
  const { pid } = database
  const pool = new pg.Pool({ connectionString: database.ownerUrl, max: 2 })
  pool.on('error', () => undefined)
  await pool.query(`insert into kept values ('before the kill')`)
  process.kill(pid, 'SIGKILL')
  await restarted
  expect(database.pid).not.toBe(pid)
  expect((await pool.query('select text from kept')).rows).toEqual([...committed, { text: 'before the kill' }])
  await pool.end()
})

it('[DB-7] stops the server a killed start left behind and goes on with its rows', async () => {
  const dataDir = dataDirectory()
  const { orphan } = await orphanOn(dataDir)
  const database = await start(dataDir)
  await orphan.ended
  expect(database.pid).not.toBe(orphan.pid)
  expect(await rows(database.appUrl)).toEqual(committed)
})

it('[DB-8] never signals a process that was given the pid of a dead server', async () => {
  const dataDir = dataDirectory()
  const foreign = stranger()
  const cluster = join(dataDir, 'database', 'cluster')
  const { port } = (await readKept(dataDir))!
  writeFileSync(
    join(cluster, 'postmaster.pid'),
    [foreign.pid, cluster, 1, port, '', '127.0.0.1', '     0         0', 'ready   ', ''].join('\n')
  )
  const database = await start(dataDir)
  expect(await rows(database.appUrl)).toEqual(committed)
  expect(foreign.signalCode).toBeNull()
  expect(isAlive(foreign.pid!)).toBe(true)
})

it('[DB-9] leaves a server alone that does not know the kept password, and says so', async () => {
  const dataDir = dataDirectory()
  const { orphan, superuserUrl } = await orphanOn(dataDir)
  await withClient(superuserUrl, (client) => client.query(`alter role ${SUPERUSER} password 'changed by somebody'`))
  await expect(startEmbedded({ dataDir, log: silent })).rejects.toThrow(`(process ${orphan.pid}) runs in`)
  expect(isAlive(orphan.pid)).toBe(true)
})

it('[DB-10] makes anew what an interrupted first start left half made', async () => {
  const dataDir = join(root, 'interrupted')
  const half = join(dataDir, 'database', 'cluster.partial-0a1b2c3d')
  mkdirSync(join(half, 'global'), { recursive: true })
  writeFileSync(join(half, 'PG_VERSION'), '18\n')
  const database = await start(dataDir)
  await withClient(database.appUrl, (client) => client.query('select 1'))
  expect(existsSync(half)).toBe(false)
})

it('[DB-11] moves to another port when somebody else listens on the kept one', async () => {
  const dataDir = dataDirectory()
  const { port } = (await readKept(dataDir))!
  const squatter = createServer().listen(port, '127.0.0.1')
  await once(squatter, 'listening')
  const database = await start(dataDir)
  squatter.close()
  expect(new URL(database.appUrl).port).not.toBe(String(port))
  expect(await rows(database.appUrl)).toEqual(committed)
})

it('[DB-12] says what to do when the passwords or the version do not fit the directory', async () => {
  const withoutPasswords = dataDirectory()
  rmSync(join(withoutPasswords, 'database.json'))
  await expect(startEmbedded({ dataDir: withoutPasswords, log: silent })).rejects.toThrow(/bring back .*database\.json from a backup/)

  const older = dataDirectory()
  writeFileSync(join(older, 'database', 'cluster', 'PG_VERSION'), '17\n')
  await expect(startEmbedded({ dataDir: older, log: silent })).rejects.toThrow(/made by PostgreSQL 17, and this Roundtable brings 18/)
})

asRoot('[DB-13] as root keeps the cluster outside a directory that only root may enter, and remembers where', async () => {
  const closed = join(root, 'closed')
  mkdirSync(closed, { mode: 0o700 })
  const dataDir = join(closed, 'data')
  const first = await start(dataDir)
  await withClient(first.ownerUrl, (client) => client.query(`create table kept (text text); insert into kept values ('committed')`))
  const home = readFileSync(join(dataDir, 'database-location'), 'utf8').trim()
  await first.stop()
  const second = await start(dataDir)
  expect(await rows(second.ownerUrl)).toEqual(committed)
  await second.stop()
  rmSync(home, { recursive: true })
  await expect(startEmbedded({ dataDir, log: silent })).rejects.toThrow(`was kept in ${home}, which is gone`)
})
