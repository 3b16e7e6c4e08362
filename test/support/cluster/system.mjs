import { execFileSync, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, readdirSync, realpathSync } from 'node:fs'
import { chmod, chown, mkdtemp, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { makeRoles } from './roles.mjs'

const LOWEST_MAJOR = 15

/** The folder of the machine's own initdb and postgres: on the PATH, or where Debian and others put them. */
export function findPrograms() {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : []
  const folders = [...(process.env.PATH ?? '').split(delimiter), ...versions.map((version) => join(debian, version, 'bin'))]
  return folders.find(
    (folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')) && majorOf(folder) >= LOWEST_MAJOR
  )
}

function majorOf(folder) {
  const told = execFileSync(join(folder, 'postgres'), ['--version'], { encoding: 'utf8' })
  return Number(/\) (\d+)/.exec(told)?.[1] ?? 0)
}

/** PostgreSQL does not run as root: for root it runs as nobody. */
function account() {
  if (process.getuid?.() !== 0) return {}
  const ask = (flag) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }))
  return { uid: ask('-u'), gid: ask('-g') }
}

/** A throwaway cluster on a free port of the loopback. It is never synced to disk, unless TEST_FSYNC=1. */
export async function systemCluster(folder) {
  // Below the link that may be on the PATH, initdb finds the rest of its installation.
  const programs = dirname(realpathSync(join(folder, 'initdb')))
  const who = account()
  const directory = await mkdtemp(join(tmpdir(), 'roundtable-postgres-'))
  const data = join(directory, 'data')
  const password = randomBytes(18).toString('base64url')
  const passwordFile = join(directory, 'password')
  await writeFile(passwordFile, password)
  if (who.uid !== undefined) for (const path of [directory, passwordFile]) await chown(path, who.uid, who.gid)
  await chmod(directory, 0o700)

  const env = { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' }
  const how = { ...who, cwd: '/', env }
  const initdb = ['-D', data, '-U', 'postgres', '--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=und']
  execFileSync(join(programs, 'initdb'), [...initdb, '--auth=scram-sha-256', `--pwfile=${passwordFile}`, '--no-sync'], {
    ...how,
    stdio: ['ignore', 'ignore', 'inherit']
  })

  const port = await freePort()
  const synced = process.env.TEST_FSYNC === '1' ? [] : ['-c', 'fsync=off', '-c', 'full_page_writes=off']
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=300',
    'timezone=UTC',
    'log_min_messages=panic'
  ]
  const words = ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting]), ...synced]
  const server = spawn(join(programs, 'postgres'), words, { ...how, detached: true, stdio: ['ignore', 'ignore', 'inherit'] })
  const gone = once(server, 'exit')
  process.once('exit', () => server.kill('SIGQUIT'))

  const adminUrl = `postgres://postgres:${password}@127.0.0.1:${port}/postgres`
  await answering(adminUrl, server)
  const { addresses } = await makeRoles(adminUrl)
  const stop = async () => {
    server.kill('SIGINT')
    await gone
  }
  return { addresses: { ...addresses, mark: 'run' }, directory, stop }
}

async function answering(url, server) {
  for (;;) {
    if (server.exitCode !== null) throw new Error(`PostgreSQL ended with code ${server.exitCode} while starting.`)
    const client = new pg.Client({ connectionString: url })
    try {
      await client.connect()
      return await client.end()
    } catch (error) {
      if (error.code !== 'ECONNREFUSED' && error.code !== '57P03') throw error
      await pause(20)
    }
  }
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address()
  server.close()
  await once(server, 'close')
  return port
}
