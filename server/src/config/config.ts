import { resolve } from 'node:path'
import type { Failpoint } from '../platform/failpoint.js'
import { type Environment, readEnvironment } from './environment.js'
import { isSecretKept, keptSessionSecret } from './session-secret.js'

/** `appUrl`: the application's lesser role; `ownerUrl`: the role that migrates. Embedded: the launcher makes both. */
export type DatabaseConfig =
  { readonly kind: 'external'; readonly appUrl: string; readonly ownerUrl: string } | { readonly kind: 'embedded' }

/** Everything Roundtable is told from outside, checked. */
export interface Config {
  /** 0: any free port. */
  readonly port: number
  readonly host: string
  /** Absolute. */
  readonly dataDir: string
  readonly database: DatabaseConfig
  readonly redisUrl: string | null
  /** The origin people open, without a trailing slash. */
  readonly publicUrl: string | null
  /** Whose word counts for where a request comes from: the proxies in front. Nobody's, where there are none. */
  readonly proxies: readonly string[]
  readonly sessionSecret: string
  /** The environment gives the session secret; else it is kept in `dataDir`. */
  readonly isSecretGiven: boolean
  /** What backups are encrypted with; null: asked at the terminal. */
  readonly backupPassphrase: string | null
  readonly smtpUrl: string | null
  readonly sampleData: boolean
  readonly logLevel: NonNullable<Environment['LOG_LEVEL']>
  /** For one live connection; 0 lifts this and every other limit of the live door, for benchmarks. */
  readonly liveMaxUpdatesPerSecond: number
  readonly isProduction: boolean
  /** Where a test has the process die; never in production. */
  readonly failpoint?: Failpoint
}

/**
 * Reads the environment once. Makes and keeps the session secret in `DATA_DIR` where none is given; without `makesSecret` a passing
 * one does where none is kept either.
 * Throws `ConfigError`, naming each variable that cannot be used and why, before anything else happens.
 */
export function loadConfig(env: Readonly<Record<string, string | undefined>> = process.env, { makesSecret = true } = {}): Config {
  const environment = readEnvironment(env)
  const dataDir = resolve(environment.DATA_DIR)
  const database = databaseOf(environment)
  const isProduction = environment.NODE_ENV === 'production'
  return {
    port: environment.PORT,
    host: environment.HOST,
    dataDir,
    database,
    redisUrl: environment.REDIS_URL ?? null,
    publicUrl: environment.PUBLIC_URL ?? null,
    proxies: environment.PROXIES ?? [],
    sessionSecret: environment.SESSION_SECRET ?? keptSessionSecret(dataDir, { makes: makesSecret }),
    isSecretGiven: environment.SESSION_SECRET !== undefined,
    backupPassphrase: environment.BACKUP_PASSPHRASE ?? null,
    smtpUrl: environment.SMTP_URL ?? null,
    sampleData: environment.SAMPLE_DATA === 'on',
    // In a terminal the few lines of the start are for people; in production the log is read by machines.
    logLevel: environment.LOG_LEVEL ?? (isProduction ? 'info' : 'warn'),
    liveMaxUpdatesPerSecond: environment.LIVE_MAX_UPDATES_PER_SECOND,
    isProduction,
    failpoint: environment.FAILPOINT
  }
}

/** Where the database that comes with Roundtable is kept; null where DATABASE_URL names another. Makes nothing. */
export function embeddedDirectory(env: Readonly<Record<string, string | undefined>> = process.env): string | null {
  const environment = readEnvironment(env)
  return databaseOf(environment).kind === 'embedded' ? resolve(environment.DATA_DIR) : null
}

/** Whether a session secret is given, or kept where one would be. Makes none. */
export function hasSecret(env: Readonly<Record<string, string | undefined>> = process.env): boolean {
  const { SESSION_SECRET, DATA_DIR } = readEnvironment(env)
  return SESSION_SECRET !== undefined || isSecretKept(resolve(DATA_DIR))
}

function databaseOf({ DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl }: Environment): DatabaseConfig {
  return appUrl === undefined ? { kind: 'embedded' } : { kind: 'external', appUrl, ownerUrl: ownerUrl ?? appUrl }
}
