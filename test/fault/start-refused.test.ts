import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createDatabase, type TestDatabase } from '../support/database.js'
import { freePort, ServerProcess } from '../support/server-process.js'

const DIST = join(__dirname, '../../server/dist')

let here: string
let database: TestDatabase
beforeAll(async () => (database = await createDatabase()))
beforeEach(() => (here = mkdtempSync(join(tmpdir(), 'roundtable-refused-'))))
afterEach(() => rmSync(here, { recursive: true }))
afterAll(() => database.drop())

interface Ended {
  readonly code: number
  readonly said: string
  readonly answer: string
}

/** Runs to its end in an empty directory, with nothing but these variables. */
async function run(program: 'main' | 'admin', words: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ended> {
  return new Promise((resolve) => {
    const options = { cwd: here, env: { PATH: process.env.PATH, ...env } }
    const child = execFile(process.execPath, [join(DIST, `${program}.js`), ...words], options, (_error, answer, said) =>
      resolve({ code: child.exitCode ?? -1, said, answer })
    )
  })
}

const refusedBy = (variable: string, said: string): void => {
  const lines = said
    .trim()
    .split('\n')
    .filter((line) => !line.startsWith('On the database'))
  expect([lines.length, lines[0]]).toEqual([1, expect.stringContaining(`The environment cannot be used: ${variable} `)])
}
const changed = (url: string, change: Partial<Record<'password' | 'pathname' | 'port', string>>): string =>
  Object.assign(new URL(url), change).href

describe.each(['main', 'admin'] as const)('%s, with a database that cannot be used', (program) => {
  const start = (env: Record<string, string>) => run(program, program === 'admin' ? ['operators'] : [], { PORT: '0', ...env })

  it('[OPS-42] one line names DATABASE_URL: no answer, a wrong password, an unknown database', async () => {
    const port = String(await freePort())
    for (const change of [{ port }, { password: 'hunter2' }, { pathname: '/nowhere' }]) {
      const { code, said } = await start({ DATABASE_URL: changed(database.appUrl, change), DATABASE_OWNER_URL: database.ownerUrl })
      refusedBy('DATABASE_URL', said)
      expect([code, said.includes('hunter2')]).toEqual([1, false])
    }
  })

  it('[OPS-42] an owner’s address that leads to another database is named', async () => {
    const DATABASE_OWNER_URL = changed(database.ownerUrl, { pathname: '/postgres' })
    const { code, said } = await start({ DATABASE_URL: database.appUrl, DATABASE_OWNER_URL })
    refusedBy('DATABASE_OWNER_URL', said)
    expect(code).toBe(1)
  })
})

it('[OPS-43] the server takes no words: it names its variables, and makes nothing', async () => {
  const { code, said } = await run('main', ['--help'])
  expect([code, said.trim().split('\n').length, readdirSync(here)]).toEqual([1, 1, []])
  expect(said).toContain('PORT, HOST, DATA_DIR')
})

it('[OPS-43] a data directory in which nobody can make anything is refused, also where the secret is given', async () => {
  const DATA_DIR = '/proc/roundtable'
  refusedBy('DATA_DIR', (await run('main', [], { PORT: '0', DATA_DIR })).said)
  const { code, said } = await run('main', [], { PORT: '0', DATA_DIR, SESSION_SECRET: 'x'.repeat(40) })
  expect([code, said.trim().split('\n').length]).toEqual([1, 1])
  expect(said).toContain('DATA_DIR must be a directory that can be written')
})

it('[OPS-44] the list of commands is an answer, and no failure', async () => {
  const { code, answer } = await run('admin', [])
  expect([code, answer.includes('  new-phrase <user name>'), readdirSync(here)]).toEqual([0, true, []])
})

it('[OPS-45] operators leaves nothing behind where the database is elsewhere', async () => {
  const { code, answer } = await run('admin', ['operators'], { DATABASE_URL: database.appUrl, DATABASE_OWNER_URL: database.ownerUrl })
  expect([code, answer.includes('Nobody is an operator'), readdirSync(here)]).toEqual([0, true, []])
})

it('[OPS-46] an address that cannot be left for commands ends no start, and is said', async () => {
  mkdirSync(join(here, 'address'))
  const server = new ServerProcess(await freePort(), database, { DATA_DIR: here })
  await server.start()
  expect([await server.kill('SIGTERM'), server.output]).toEqual([0, expect.stringContaining('the address was not left for commands')])
})
