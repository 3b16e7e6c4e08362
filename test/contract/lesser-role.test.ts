import type pg from 'pg'
import { createPool } from '../../server/src/database/database.js'
import type { TestDatabase } from '../support/database.js'
import { migratedDatabase, silent } from '../support/migrated-database.js'
import { World } from '../support/world.js'

/** Whoever takes the application over has its role, and no more than this. */
describe('the role of the application', () => {
  let database: TestDatabase
  let pool: pg.Pool
  let world: World
  let document: string

  beforeAll(async () => {
    database = await migratedDatabase()
    pool = createPool(database.appUrl, silent)
    world = await World.create(pool)
    document = await world.document()
  })
  afterAll(async () => {
    await pool.end()
    await database.drop()
  })

  const PERMISSION_DENIED = '42501'

  it.each([
    ['lowers an access number', `update access_scope set number = 1`],
    ['removes an access number', 'delete from access_scope'],
    ['makes an access number', 'insert into access_scope (scope_id) values (gen_random_uuid())'],
    ['raises access numbers at will', 'select raise_access(gen_random_uuid())'],
    ['changes what was written', `update document_update set bytes = ''`],
    ['gives a client id to somebody else', 'update client_binding set person_id = null'],
    ['frees a client id', 'delete from client_binding'],
    ['changes who wrote what', 'update attribution set seat_id = null'],
    ['forgets who wrote what', 'delete from attribution'],
    ['removes a document', 'delete from document'],
    ['removes the head of a document', 'delete from document_head'],
    ['removes a snapshot', 'delete from document_snapshot'],
    ['becomes another installation', 'update installation set id = gen_random_uuid()'],
    ['runs a migration again', 'delete from migration'],
    ['stops the triggers of a table', 'alter table seat disable trigger all'],
    ['stops all triggers of its session', `set session_replication_role = 'replica'`],
    ['replaces a function', `create or replace function raise_access(scope uuid) returns void language sql as 'select null'`],
    ['makes a table', 'create table mine (id integer)'],
    ['shades a table', 'create temporary table access_scope (scope_id uuid, number bigint)'],
    ['makes a schema', 'create schema mine']
  ])('[LIVE-51] never %s', async (_what, statement) => {
    await expect(pool.query(statement)).rejects.toMatchObject({ code: PERMISSION_DENIED })
  })

  it('[LIVE-51] raises access numbers by what it may change', async () => {
    const numberOf = async (): Promise<number | undefined> =>
      (await pool.query<{ number: number }>('select number from access_scope where scope_id = $1', [world.workspaceId])).rows[0]?.number
    const before = await numberOf()
    await pool.query(`update document_head set state = 'review' where document_id = $1`, [document])
    expect(await numberOf()).toBe((before ?? 0) + 1)
  })
})
