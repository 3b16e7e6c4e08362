import { statSync } from 'node:fs'
import type pg from 'pg'
import { createPool } from '../../server/src/database/database.js'
import { loadSampleCountry, sampleDoors } from '../../server/src/operation/index.js'
import { Projector } from '../../server/src/projection/index.js'
import { fillTheRest } from '../support/backup-rows.js'
import { BackupScene } from '../support/backup-scene.js'
import { silent } from '../support/migrated-database.js'
import { TEST_SECRET, TestServer } from '../support/server.js'

/** What is not in a backup (BACK-3). */
const LEFT_OUT = ['backup_made', 'live_ticket', 'session', 'set_up_token', 'sign_in_attempt']
/** What a restore changes on purpose (BACK-4), and the clock of each migration's list. */
const OTHERWISE: Readonly<Record<string, string>> = {
  document_head: '{epoch}',
  document_projection: '{epoch}',
  access_scope: '{number,changed_xid,changed_at}'
}

type Rows = Map<string, string[]>

/** Every row of every table there is, whoever added it. */
async function everyRow(pool: pg.Pool): Promise<Rows> {
  const { rows: tables } = await pool.query<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'public' order by 1`
  )
  const all: Rows = new Map()
  for (const { name } of tables) {
    const { rows } = await pool.query<{ row: string }>(
      `select (to_jsonb(t) - '${OTHERWISE[name] ?? '{}'}'::text[])::text as row from "${name}" t order by 1`
    )
    all.set(
      name,
      rows.map(({ row }) => row)
    )
  }
  return all
}

describe('a backup that is brought back', () => {
  const scene = new BackupScene()
  const pools: pg.Pool[] = []
  let server: TestServer
  let before: Rows
  let there: pg.Pool
  let asServer: pg.Pool
  let answer: string
  let restored: string
  let earliest: number

  const ownerOf = (url: string): pg.Pool => {
    const pool = createPool(url, silent)
    pools.push(pool)
    return pool
  }
  const one = async <T>(pool: pg.Pool, sql: string): Promise<T> => (await pool.query<{ value: T }>(sql)).rows[0]!.value

  beforeAll(async () => {
    server = await TestServer.start()
    await loadSampleCountry(sampleDoors(server.app.nest, server.database.appUrl))
    await server.app.nest.get(Projector).bringUpToDate()
    const owner = ownerOf(server.database.ownerUrl)
    await fillTheRest(owner, 300_000)
    before = await everyRow(owner)
    // The server goes on running: nobody waits for a backup.
    answer = await scene.backUp(server.database, 'whole')
    const clean = await scene.clean()
    earliest = await one<number>(owner, `select extract(epoch from now() - '2020-01-01 00:00Z'::timestamptz)::int as value`)
    restored = await scene.restore(clean, 'whole')
    there = ownerOf(clean.ownerUrl)
    asServer = ownerOf(clean.appUrl)
  })
  afterAll(async () => {
    await Promise.all(pools.map((pool) => pool.end()))
    await server.close()
    await scene.close()
  })

  it('[BACK-1] has every row of every table, whatever is in it', async () => {
    const after = await everyRow(there)
    expect([...before].filter(([, rows]) => rows.length === 0).map(([name]) => name)).toEqual([])
    expect([...after.keys()]).toEqual([...before.keys()])
    for (const [name, rows] of before) if (!LEFT_OUT.includes(name)) expect([name, after.get(name)]).toEqual([name, rows])
  })

  it('[BACK-2] says its moment and what is in it, and is readable by its owner alone', async () => {
    const rows = [...before]
      .filter(([name]) => name !== 'migration' && !LEFT_OUT.includes(name))
      .reduce((sum, [, all]) => sum + all.length, 0)
    const { mode, size } = statSync(scene.file('whole'))
    expect(mode & 0o777).toBe(0o600)
    const moment = /holds everything of (\S+Z): /.exec(answer)?.[1]
    expect(answer).toContain(`${rows} rows of ${before.size - 1 - LEFT_OUT.length} tables in ${size} bytes`)
    expect(restored).toContain(`Everything of ${moment} is back: ${rows} rows`)
    expect(await one<Date>(there, 'select max(changed_at) as value from document_head')).not.toBeNull()
  })

  it('[BACK-3] holds no session, no ticket and no count of guesses: whoever signed out since is not signed in again', async () => {
    const after = await everyRow(there)
    for (const name of LEFT_OUT) expect([name, after.get(name)]).toEqual([name, []])
  })

  it('[BACK-4] every document begins an epoch that no earlier restore can have had, and every access number rises', async () => {
    expect(await one<number>(there, 'select min(epoch) as value from document_head')).toBeGreaterThan(earliest)
    const numbers = 'select json_object_agg(scope_id, number) as value from access_scope'
    const [old, risen] = [await one<Record<string, number>>(server.pool, numbers), await one<Record<string, number>>(there, numbers)]
    expect(Object.keys(risen).length).toBeGreaterThan(0)
    for (const [scope, number] of Object.entries(risen)) expect(number).toBeGreaterThan(old[scope]!)
    // What is projected is what the new epoch begins with: nothing has to be read anew.
    expect(
      await one<number>(
        there,
        `select count(*)::int as value from document_projection p join document_head h using (document_id) where (p.epoch, p.seq) <> (h.epoch, h.seq)`
      )
    ).toBe(0)
  })

  it('[BACK-5] brings the session secret along, into the data directory; where the environment gives another, that one stays, and it is said', async () => {
    expect(scene.keptSecret).toBe(TEST_SECRET)
    const clean = await scene.clean()
    expect(await scene.restore(clean, 'whole', { givenSecret: 'another secret of more than 32 letters', dataDir: '/nowhere' })).toContain(
      'SESSION_SECRET is another one than before'
    )
  })

  it('[BACK-6] leaves the schema as it is made: triggers, references, and no more than their rights for the role of the application', async () => {
    const shape = `select json_agg(x order by x) as value from (
      select conrelid::regclass::text || conname || pg_get_constraintdef(oid) as x from pg_constraint where connamespace = 'public'::regnamespace
      union all select tgrelid::regclass::text || tgname || tgenabled::text from pg_trigger where not tgisinternal
      union all select indexdef from pg_indexes where schemaname = 'public'
      union all select p.oid::regprocedure::text || prosrc || prosecdef::text from pg_proc p where pronamespace = 'public'::regnamespace
      union all select relname || relacl::text from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r') s`
    expect(await one(there, shape)).toEqual(await one(ownerOf(server.database.ownerUrl), shape))
    await asServer.query(`update document_head set state = 'review' where document_id = (select document_id from document_head limit 1)`)
    await expect(asServer.query('update access_scope set number = 1')).rejects.toMatchObject({ code: '42501' })
  })
})
