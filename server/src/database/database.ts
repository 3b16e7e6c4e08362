import pg from 'pg'
import { DataSource } from 'typeorm'
import type { Logger } from 'pino'
import { entities } from './entities.js'
import { ImpatientClient } from './impatient-client.js'
import { Foundation1763700000000 } from './migrations/1763700000000-Foundation.js'
import { LiveAppend1763700000001 } from './migrations/1763700000001-LiveAppend.js'
import { LiveAppendPatience1763700000002 } from './migrations/1763700000002-LiveAppendPatience.js'
import { Workspaces1763700000003 } from './migrations/1763700000003-Workspaces.js'
import { Voices1763700000004 } from './migrations/1763700000004-Voices.js'
import { Protocols1763700000005 } from './migrations/1763700000005-Protocols.js'
import { Documents1763700000006 } from './migrations/1763700000006-Documents.js'
import { Tasks1763700000007 } from './migrations/1763700000007-Tasks.js'
import { SidesAnswers1763700000008 } from './migrations/1763700000008-SidesAnswers.js'
import { Templates1763700000009 } from './migrations/1763700000009-Templates.js'
import { LiveAppendPacked1763700000010 } from './migrations/1763700000010-LiveAppendPacked.js'
import { Operators1763700000020 } from './migrations/1763700000020-Operators.js'
import { SeatOrder1763700000021 } from './migrations/1763700000021-SeatOrder.js'
import { ClientIdsBounded1763700000022 } from './migrations/1763700000022-ClientIdsBounded.js'

const migrations = [
  Foundation1763700000000,
  LiveAppend1763700000001,
  LiveAppendPatience1763700000002,
  Workspaces1763700000003,
  Voices1763700000004,
  Protocols1763700000005,
  Documents1763700000006,
  Tasks1763700000007,
  SidesAnswers1763700000008,
  Templates1763700000009,
  LiveAppendPacked1763700000010,
  Operators1763700000020,
  SeatOrder1763700000021,
  ClientIdsBounded1763700000022
]

/** In the order they run. */
export const migrationNames: readonly string[] = migrations.map(({ name }) => name)

/** PostgreSQL's type ids (pg_type.dat) of bigint and bigint[]. */
const BIGINT = 20
const BIGINT_ARRAY = 1016

/** bigint columns (seq, numbers, clocks) stay far below 2^53 here; text would only invite `"9" > "10"`. */
const types: pg.CustomTypesConfig = {
  getTypeParser: ((id: number, format?: 'text' | 'binary'): ((text: string) => unknown) => {
    if (id === BIGINT) return Number
    if (id === BIGINT_ARRAY) return (text) => (text === '{}' ? [] : text.slice(1, -1).split(',').map(Number))
    return pg.types.getTypeParser(id, format) as (text: string) => unknown
  }) as typeof pg.types.getTypeParser
}

const LOWEST_VERSION = 150_000

/** The owner of the tables, who runs the migrations. */
export function createOwnerSource(url: string): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    migrations,
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
    poolSize: 2,
    extra: { types }
  })
}

/** Held by whoever brings a database up to date. */
export const MIGRATION_LOCK = `hashtext('roundtable migration')`

/**
 * Brings the database up to date as its owner, then lets the application's role use it, and no more.
 * Advisory lock: several nodes may start at once. Throws when the server is older than PostgreSQL 15.
 */
export async function migrate(ownerUrl: string, appUrl: string, logger: Logger): Promise<void> {
  const source = await createOwnerSource(ownerUrl).initialize()
  const runner = source.createQueryRunner()
  try {
    const [{ version }] = (await runner.query(`select current_setting('server_version_num')::int as version`)) as [{ version: number }]
    if (version < LOWEST_VERSION) throw new Error(`PostgreSQL ${Math.floor(version / 10_000)} is too old: Roundtable needs 15 or newer.`)
    await runner.query(`select pg_advisory_lock(${MIGRATION_LOCK})`)
    try {
      await source.runMigrations()
      await grant(runner.query.bind(runner), new URL(appUrl), new URL(ownerUrl), logger)
    } finally {
      await runner.query(`select pg_advisory_unlock(${MIGRATION_LOCK})`)
    }
  } finally {
    await runner.release()
    await source.destroy()
  }
}

async function grant(query: (sql: string) => Promise<unknown>, app: URL, owner: URL, logger: Logger): Promise<void> {
  if (app.username === owner.username) {
    logger.warn(
      'The application and the owner of the database are one role: the database cannot refuse its owner. Give DATABASE_OWNER_URL a role of its own.'
    )
    return
  }
  const role = `"${decodeURIComponent(app.username).replaceAll('"', '""')}"`
  await query('begin') // at no moment does a running node lack what it needs
  await query(`grant usage on schema public to ${role}`)
  await query(`grant select, insert, update, delete on all tables in schema public to ${role}`)
  await query(`revoke insert, update, delete on migration, installation from ${role}`)
  await query(`revoke update on document_update from ${role}`)
  await query(`revoke update, delete on client_binding, attribution from ${role}`)
  await query(`revoke update, delete on definition_answer, invitation_use, protocol_answer, programme_acceptance from ${role}`)
  await query(`revoke delete on seat, invitation, community_protocol, modality_change, modality_stance, stage_part from ${role}`)
  await query(`revoke update, delete on task_event from ${role}`)
  await query(`revoke delete on task_fact, task_assignment from ${role}`)
  await query(`revoke update, delete on principles_filing from ${role}`)
  await query(`revoke delete on stage_engagement, population_agreement from ${role}`)
  await query(`revoke delete on workspace, workspace_profile, organisation, document, document_head, document_snapshot from ${role}`)
  await query(`revoke update, delete on template_set from ${role}`)
  await query(`grant update (withdrawn_at) on template_set to ${role}`)
  await query(`revoke insert, update, delete on backup_made from ${role}`)
  // Access numbers are raised by triggers alone. Locking them for share asks for the right to update some column.
  await query(`revoke insert, update, delete on access_scope from ${role}`)
  await query(`grant update (changed_at) on access_scope to ${role}`)
  await query(`grant execute on all functions in schema public to ${role}`)
  await query(`revoke execute on function raise_access(uuid) from public, ${role}`)
  await query('commit')
}

/** A statement that has no answer by then never gets one: the server is gone, or what stands between swallows bytes. */
const ANSWER_MS = 10_000
const CONNECT_MS = 5000
/** TCP asks a silent peer whether it is there: the system's own two hours are too long. */
const KEEP_ALIVE = { keepAlive: true, keepAliveInitialDelayMillis: 10_000 }

export function createDataSource(url: string): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    entities,
    synchronize: false,
    poolSize: 10,
    connectTimeoutMS: CONNECT_MS,
    extra: { types, application_name: 'roundtable', query_timeout: ANSWER_MS, Client: ImpatientClient, ...KEEP_ALIVE }
  })
}

/** The connections that `createDataSource` keeps, for counting them. The driver declares its pool without a type. */
export function actsPool(dataSource: DataSource): pg.Pool {
  return (dataSource.driver as unknown as { readonly master: pg.Pool }).master
}

interface PoolSize {
  readonly name?: string
  readonly max?: number
  readonly answerMs?: number
  readonly connectMs?: number
}

/** Connections of the live engine and of the stores beside it: their statements are prepared once. */
export function createPool(
  url: string,
  logger: Logger,
  { name = 'roundtable live', max = 6, answerMs = ANSWER_MS, connectMs = CONNECT_MS }: PoolSize = {}
): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    types,
    application_name: name,
    connectionTimeoutMillis: connectMs,
    query_timeout: answerMs,
    ...KEEP_ALIVE
  })
  pool.on('error', (error) => logger.warn({ err: error }, 'an idle database connection was lost'))
  // Who holds a connection hears of its loss from the statement; the event as well would end the process if nobody listened.
  pool.on('connect', (client) => client.on('error', (error) => logger.debug({ err: error }, 'a database connection was lost')))
  return pool
}

export interface Pools {
  /** Loading, folding, and every page and request. */
  readonly pool: pg.Pool
  /** Edits on their way to the log: they wait for nobody's page. */
  readonly appendPool: pg.Pool
  /** Access numbers, and what follows from them for open connections: a lost right takes effect within a second. */
  readonly rightsPool: pg.Pool
}

/** Connections apart from each other, so that what must not wait never waits behind what may. */
export function createPools(url: string, logger: Logger): Pools {
  return {
    pool: createPool(url, logger),
    appendPool: createPool(url, logger, { name: 'roundtable append', max: 2 }),
    rightsPool: createPool(url, logger, { name: 'roundtable rights', max: 2, answerMs: 2000, connectMs: 2000 })
  }
}
