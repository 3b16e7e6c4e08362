import type pg from 'pg'
import { createPool } from '../../server/src/database/database.js'
import { type TestDatabase } from '../support/database.js'
import { LiveClient } from '../support/live-client.js'
import { migratedDatabase, silent } from '../support/migrated-database.js'
import { ServerProcess, freePort } from '../support/server-process.js'
import { World } from '../support/world.js'

describe('stopping', () => {
  let database: TestDatabase
  let pool: pg.Pool
  let server: ServerProcess
  let document: string
  let writer: LiveClient

  beforeAll(async () => {
    database = await migratedDatabase()
    pool = createPool(database.ownerUrl, silent)
  })
  beforeEach(async () => {
    const world = await World.create(pool)
    document = await world.document()
    server = new ServerProcess(await freePort(), database)
    await server.start()
    const ticket = await server.ticket(pool, document, (await world.seat('CSO')).personId)
    writer = new LiveClient({ url: server.liveUrl, documentId: document, ticket, speaksRoundtable: true, schema: 1 })
    await writer.connect()
  })
  afterEach(async () => {
    writer.close()
    await server.stop()
  })
  afterAll(async () => {
    await pool.end()
    await database.drop()
  })

  /** Holds the document's head, so that no append of it ends, while `work` runs. */
  async function withDatabaseStuck(work: () => Promise<void>): Promise<void> {
    const holder = await pool.connect()
    try {
      await holder.query('begin')
      await holder.query('select 1 from document_head where document_id = $1 for update', [document])
      writer.text.insert(0, 'never committed')
      for (let isWaiting = false; !isWaiting;) {
        const { rows } = await pool.query(`select 1 from pg_locks where not granted`)
        isWaiting = rows.length > 0
      }
      await work()
    } finally {
      await holder.query('rollback')
      holder.release()
    }
  }

  it('[LIVE-52] SIGTERM commits what is queued, acknowledges it and sends everybody elsewhere', async () => {
    for (let count = 0; count < 200; count++) writer.text.insert(0, 'x')
    const ended = server.ended
    void server.kill('SIGTERM')
    expect(await ended).toBe(0)
    await writer.until(() => writer.closes.length > 0, 'the close')
    expect(writer.closes[0]!.code).toBe(1012)
    const { rows } = await pool.query<{ count: number }>('select count(*)::int as count from document_update where document_id = $1', [
      document
    ])
    expect(rows[0]!.count).toBeGreaterThanOrEqual(writer.durable - 1)
  })

  it('[LIVE-52] SIGTERM ends a server whose database is stuck, and acknowledges nothing of what waits', async () => {
    await withDatabaseStuck(async () => {
      expect([0, 1]).toContain(await server.kill('SIGTERM'))
    })
    expect(writer.ledger.waiting).toBe(1)
  })

  it('[LIVE-52] a second Ctrl-C ends it at once', async () => {
    await withDatabaseStuck(async () => {
      const { ended } = server
      const pressing = setInterval(() => server.signal('SIGINT'), 50)
      expect(await ended).toBe(130)
      clearInterval(pressing)
    })
  })
})
