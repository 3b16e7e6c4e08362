import pg from 'pg'
import { ConfigError, PERCENT_ENCODED, type DatabaseConfig } from '../config/index.js'
import { codeOf } from './embedded/index.js'

const CONNECT_MS = 5000

const NO_ANSWER = (code: string): string =>
  `leads to no PostgreSQL that answers (${code}): start it, or correct the host and the port in the address`
const NO_HOST = (code: string): string => `names a host that is not known here (${code}): correct it`
const NO_ENTRY = (code: string): string =>
  `is refused by PostgreSQL (${code}): correct the user or the password in the address, or let that role in; ${PERCENT_ENCODED}`

/** What the system or PostgreSQL says, in words. None of them repeats the address: a part of it may be a secret. */
const REASONS: Readonly<Record<string, (code: string) => string>> = {
  ECONNREFUSED: NO_ANSWER,
  ECONNRESET: NO_ANSWER,
  EHOSTUNREACH: NO_ANSWER,
  ENETUNREACH: NO_ANSWER,
  ETIMEDOUT: NO_ANSWER,
  ENOENT: NO_ANSWER,
  ENOTFOUND: NO_HOST,
  EAI_AGAIN: NO_HOST,
  '28P01': NO_ENTRY,
  '28000': NO_ENTRY,
  '3D000': (code) => `names a database that is not there (${code}): make it with createdb, or correct the name at the end of the address`,
  '42501': (code) => `names a database that its role may not enter (${code}): grant it connect`,
  '53300': (code) => `leads to a PostgreSQL that takes no more connections (${code}): raise max_connections, or end others`,
  '57P03': (code) => `leads to a PostgreSQL that is starting or stopping (${code}): try again in a moment`
}

/** Asks a database of the operator's own whether it is there. Throws `ConfigError`, naming each variable and what to do. */
export async function mustBeReached({ appUrl, ownerUrl }: Extract<DatabaseConfig, { kind: 'external' }>): Promise<void> {
  const asked = new Map([['DATABASE_URL', appUrl]])
  if (ownerUrl !== appUrl) asked.set('DATABASE_OWNER_URL', ownerUrl)
  const answers = await Promise.all([...asked].map(async ([variable, url]) => ({ variable, ...(await ask(url)) })))
  const refused = answers.flatMap(({ variable, problem }): [string, string][] => (problem === undefined ? [] : [[variable, problem]]))
  if (refused.length > 0) throw new ConfigError(new Map(refused), { cause: answers.find(({ cause }) => cause)?.cause })
  if (new Set(answers.map(({ identity }) => identity)).size > 1)
    throw new ConfigError(
      new Map([['DATABASE_OWNER_URL', 'leads to another database than DATABASE_URL: give both the same one, each with a role of its own']])
    )
}

interface Answer {
  /** Another one for each database of each server. */
  readonly identity?: string
  readonly problem?: string
  readonly cause?: unknown
}

async function ask(url: string): Promise<Answer> {
  let client: pg.Client | undefined
  try {
    // It reads the files that the address names.
    client = new pg.Client({ connectionString: url, application_name: 'roundtable start', connectionTimeoutMillis: CONNECT_MS })
    // A connection that is cut between two questions says so to whoever listens, and else ends the program.
    client.on('error', () => undefined)
    await client.connect()
    const { rows } = await client.query<{ identity: string }>(
      'select concat(oid, pg_postmaster_start_time()) as identity from pg_database where datname = current_database()'
    )
    return { identity: rows[0]?.identity }
  } catch (cause) {
    return { problem: reasonOf(cause), cause }
  } finally {
    await client?.end()
  }
}

function reasonOf(error: unknown): string {
  const code = codeOf(error)
  const known = code === undefined ? undefined : REASONS[code]
  if (code !== undefined) return known?.(code) ?? `leads to a PostgreSQL that cannot be used (${code})`
  // The driver's own: no answer in time, no TLS, a certificate nobody vouches for.
  return `leads to no PostgreSQL that can be used (${error instanceof Error ? error.message : String(error)}): correct the address`
}
