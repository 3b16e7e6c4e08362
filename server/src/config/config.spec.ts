import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { ConfigError, loadConfig } from './index.js'

const SECRET = 'a secret of more than 32 characters'
let dataDir: string
beforeEach(() => (dataDir = mkdtempSync(join(tmpdir(), 'roundtable-config-'))))
afterEach(() => rmSync(dataDir, { recursive: true }))

/** The message of the refusal. */
function refusal(env: Record<string, string>): string {
  try {
    loadConfig({ DATA_DIR: dataDir, ...env })
  } catch (error) {
    if (error instanceof ConfigError) return error.message
    throw error
  }
  throw new Error('it was accepted')
}

it('[CONF-1] needs nothing: without any variable it is a local installation with the embedded database, and nobody in it', () => {
  expect(loadConfig({ SESSION_SECRET: SECRET })).toEqual({
    port: 3000,
    host: '127.0.0.1',
    dataDir: resolve('.data'),
    database: { kind: 'embedded' },
    redisUrl: null,
    publicUrl: null,
    proxies: [],
    sessionSecret: SECRET,
    isSecretGiven: true,
    backupPassphrase: null,
    smtpUrl: null,
    sampleData: false,
    logLevel: 'warn',
    liveMaxUpdatesPerSecond: 50,
    isProduction: false
  })
})

it('[CONF-9] takes a failpoint for tests, and refuses one that is none or that is given in production', () => {
  const withFailpoint = (FAILPOINT: string, NODE_ENV = 'test') => ({ SESSION_SECRET: SECRET, FAILPOINT, NODE_ENV })
  expect(loadConfig(withFailpoint('append.before')).failpoint).toEqual({ name: 'append.before', pass: 1 })
  expect(loadConfig(withFailpoint('take.after:12')).failpoint).toEqual({ name: 'take.after', pass: 12 })
  for (const none of ['elsewhere', 'take.after:0', 'take.after:1:2', 'take.after:x']) {
    expect(refusal(withFailpoint(none))).toContain('FAILPOINT must be append.before, append.after')
  }
  expect(refusal(withFailpoint('append.before', 'production'))).toContain('FAILPOINT is for tests')
})

it('[CONF-2] takes every variable as it is given', () => {
  const DATABASE_URL = 'postgres://rt_app:x@db/roundtable'
  const DATABASE_OWNER_URL = 'postgresql://rt_owner:x@db/roundtable'
  const config = loadConfig({
    PORT: '0',
    HOST: '::',
    DATA_DIR: dataDir,
    DATABASE_URL,
    DATABASE_OWNER_URL,
    REDIS_URL: 'redis://cache:6379',
    PUBLIC_URL: 'https://Table.example.org/',
    PROXIES: '10.0.0.0/8, fd00::/8,127.0.0.1',
    SESSION_SECRET: SECRET,
    BACKUP_PASSPHRASE: 'twelve letters',
    SMTP_URL: 'smtps://mail.example.org',
    SAMPLE_DATA: 'on',
    LOG_LEVEL: 'debug',
    LIVE_MAX_UPDATES_PER_SECOND: '0',
    NODE_ENV: 'production'
  })
  expect(config).toEqual({
    port: 0,
    host: '::',
    dataDir,
    database: { kind: 'external', appUrl: DATABASE_URL, ownerUrl: DATABASE_OWNER_URL },
    redisUrl: 'redis://cache:6379',
    publicUrl: 'https://table.example.org',
    proxies: ['10.0.0.0/8', 'fd00::/8', '127.0.0.1'],
    sessionSecret: SECRET,
    isSecretGiven: true,
    backupPassphrase: 'twelve letters',
    smtpUrl: 'smtps://mail.example.org',
    sampleData: true,
    logLevel: 'debug',
    liveMaxUpdatesPerSecond: 0,
    isProduction: true
  })
})

it('[CONF-3] has no sample data unless asked, and one role does for both when only one is given', () => {
  const DATABASE_URL = 'postgres://one@db/roundtable'
  const config = loadConfig({ DATA_DIR: dataDir, DATABASE_URL, NODE_ENV: 'production' })
  expect(config.database).toEqual({ kind: 'external', appUrl: DATABASE_URL, ownerUrl: DATABASE_URL })
  expect([config.sampleData, config.logLevel]).toEqual([false, 'info'])
})

const DATABASE_ADDRESS =
  'must be an address like postgres://user:password@host:5432/database; in its password, signs like # / ? @ % are written percent-encoded (%23 %2F %3F %40 %25)'

it.each([
  ['PORT', '65536', 'must be a whole number from 0 to 65535'],
  ['PORT', '0x50', 'must be a whole number from 0 to 65535'],
  ['HOST', 'http://here', 'must be an IP address or a host name to listen on'],
  ['DATABASE_URL', 'mysql://u@h/d', DATABASE_ADDRESS],
  ['DATABASE_URL', 'postgres://[', DATABASE_ADDRESS],
  ['DATABASE_OWNER_URL', 'postgres://o@h/d', 'needs DATABASE_URL, the role of the application, beside it'],
  ['REDIS_URL', 'localhost:6379', 'must be an address that begins with redis:// or rediss://'],
  ['PUBLIC_URL', 'table.example.org', 'must be the http:// or https:// address people open, without a path'],
  ['PUBLIC_URL', 'https://example.org/table', 'must be the http:// or https:// address people open, without a path'],
  ['PROXIES', 'nginx', 'must be IP addresses or networks like 10.0.0.0/8, with commas between them'],
  ['PROXIES', '10.0.0.0/33', 'must be IP addresses or networks like 10.0.0.0/8, with commas between them'],
  ['PROXIES', '0.0.0.0/0', 'must be IP addresses or networks like 10.0.0.0/8, with commas between them'],
  ['PROXIES', '127.0.0.1,', 'must be IP addresses or networks like 10.0.0.0/8, with commas between them'],
  ['SESSION_SECRET', 'short', 'must have at least 32 characters, made at random'],
  ['BACKUP_PASSPHRASE', 'eleven char', 'must have at least 12 characters'],
  ['SMTP_URL', 'mail.example.org', 'must be an address that begins with smtp:// or smtps://'],
  ['SAMPLE_DATA', 'yes', 'must be on, off'],
  ['LOG_LEVEL', 'loud', 'must be fatal, error, warn, info, debug, trace, silent'],
  ['LIVE_MAX_UPDATES_PER_SECOND', '-1', 'must be a whole number from 0 to 1000000'],
  ['NODE_ENV', 'Production', 'must be production, development, test']
])('[CONF-4] refuses %s=%s, naming it and the reason', (variable, value, reason) => {
  expect(refusal({ [variable]: value })).toBe(`The environment cannot be used: ${variable} ${reason}`)
})

it.each(['hunter@2secret#x', '12/2secret', '12?2secret', 'hunter/2secret', 'hunter#2secret', 'hunter2secret%', '100%zz2secret'])(
  '[OPS-41] a password with a sign of its own, %s, is refused with how to write it, and no part of it is told',
  (password) => {
    for (const variable of ['DATABASE_URL', 'DATABASE_OWNER_URL']) {
      const message = refusal({ DATABASE_URL: 'postgres://rt@host/roundtable', [variable]: `postgres://rt:${password}@host/roundtable` })
      expect(message).toBe(`The environment cannot be used: ${variable} ${DATABASE_ADDRESS}`)
    }
  }
)

it('[OPS-41] one that is written percent-encoded, and an @ that can be told apart, are taken', () => {
  for (const password of ['hunter%232%2F%3F%40%25', 'hunter@2'])
    expect(loadConfig({ DATA_DIR: dataDir, DATABASE_URL: `postgres://rt:${password}@host/roundtable?sslmode=require` }).database.kind).toBe(
      'external'
    )
})

it('[OPS-43] a data directory in which nobody can make anything is refused at once', () => {
  expect(refusal({ DATA_DIR: '/proc/roundtable/below' })).toMatch(
    /^The environment cannot be used: DATA_DIR must be a directory that can be/
  )
})

it('[CONF-5] names all variables that cannot be used at once, quotes no value, and keeps nothing', () => {
  const message = refusal({ PORT: 'x', DATABASE_URL: 'mysql://user:hunter2@host/db', SAMPLE_DATA: 'yes' })
  expect(message.split('\n').map((line) => line.trim().split(' ')[0])).toEqual(['The', 'PORT', 'DATABASE_URL', 'SAMPLE_DATA'])
  expect(message).not.toContain('hunter2')
  expect(existsSync(join(dataDir, 'session-secret'))).toBe(false)
})

it('[CONF-6] counts an empty variable as absent', () => {
  expect(loadConfig({ DATA_DIR: dataDir, PORT: '', DATABASE_URL: '', SAMPLE_DATA: '' })).toMatchObject({
    port: 3000,
    database: { kind: 'embedded' }
  })
})

it('[CONF-7] makes the session secret once and keeps it, readable by its owner alone', () => {
  const below = join(dataDir, 'new', 'directory')
  const { sessionSecret } = loadConfig({ DATA_DIR: below })
  expect(Buffer.from(sessionSecret, 'base64url')).toHaveLength(32)
  expect(loadConfig({ DATA_DIR: below }).sessionSecret).toBe(sessionSecret)
  expect(loadConfig({ DATA_DIR: dataDir }).sessionSecret).not.toBe(sessionSecret)
  expect(statSync(join(below, 'session-secret')).mode & 0o777).toBe(0o600)
})

it('[OPS-45] a command that needs no secret makes none, and has the kept one where there is one', () => {
  const below = join(dataDir, 'new')
  expect(loadConfig({ DATA_DIR: below }, { makesSecret: false }).sessionSecret).toHaveLength(43)
  expect(existsSync(below)).toBe(false)
  const { sessionSecret } = loadConfig({ DATA_DIR: below })
  expect(loadConfig({ DATA_DIR: below }, { makesSecret: false }).sessionSecret).toBe(sessionSecret)
})

it('[CONF-8] refuses a kept secret that is damaged and a data directory it cannot write, and leaves both as they were', () => {
  const kept = join(dataDir, 'session-secret')
  writeFileSync(kept, 'cut sh')
  expect(refusal({})).toContain(`SESSION_SECRET is neither set nor whole in ${kept}`)
  expect(readFileSync(kept, 'utf8')).toBe('cut sh')
  expect(refusal({ DATA_DIR: join(kept, 'below') })).toContain('DATA_DIR must be a directory that can be written')
})
