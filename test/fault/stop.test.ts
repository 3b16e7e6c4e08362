import type pg from 'pg'
import { createPool } from '../../server/src/database/database.js'
import type { TestDatabase } from '../support/database.js'
import { MESSAGE } from '@roundtable/shared/protocol'
import * as Y from 'yjs'
import { LiveClient } from '../support/live-client.js'
import { migratedDatabase, silent } from '../support/migrated-database.js'
import { RawClient, updateOf } from '../support/raw-client.js'
import { ServerProcess, freePort } from '../support/server-process.js'
import { type PersonInWorld, World } from '../support/world.js'

describe('stopping', () => {
  let database: TestDatabase
  let pool: pg.Pool
  let server: ServerProcess
  let document: string
  let writer: LiveClient
  let other: PersonInWorld
  const raw: RawClient[] = []

  beforeAll(async () => {
    database = await migratedDatabase()
    pool = createPool(database.ownerUrl, silent)
  })
  beforeEach(async () => {
    const world = await World.create(pool)
    document = await world.document()
    other = await world.seat('NSO')
    server = new ServerProcess(await freePort(), database)
    await server.start()
    const ticket = await server.ticket(pool, document, (await world.seat('CSO')).personId)
    writer = new LiveClient({ url: server.liveUrl, documentId: document, ticket, speaksRoundtable: true, schema: 1 })
    await writer.connect()
  })
  afterEach(async () => {
    writer.close()
    raw.splice(0).forEach((client) => client.end())
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

  async function enter(): Promise<RawClient> {
    const ticket = await server.ticket(pool, document, other.personId)
    const client = new RawClient(`${server.liveUrl}/live/${document}?schema=1&ticket=${ticket}`)
    raw.push(client)
    await client.opened
    client.greet()
    await client.until(() => client.durable >= 1)
    return client
  }

  async function logLength(): Promise<number> {
    const { rows } = await pool.query<{ count: number }>('select count(*)::int as count from document_update where document_id = $1', [
      document
    ])
    return rows[0]!.count
  }

  it('[LIVE-52] SIGTERM commits what is queued, acknowledges it and sends everybody elsewhere', async () => {
    const EDITS = 200
    const client = await enter()
    const doc = new Y.Doc()
    let ended: Promise<unknown> | undefined
    await withDatabaseStuck(async () => {
      for (let edit = 0; edit < EDITS; edit++) client.update(updateOf(doc, () => doc.getText('content').insert(0, 'x')))
      // Its answer comes behind the edits: by then the server has them all, and can commit none.
      const answered = client.messages(MESSAGE.awareness)
      client.send(new Uint8Array([MESSAGE.queryAwareness]))
      await client.until(() => client.messages(MESSAGE.awareness) > answered)
      expect(client.durable).toBe(1)
      ended = server.ended
      server.signal('SIGTERM')
    })
    expect((await client.closed).code).toBe(1012)
    expect(client.durable).toBe(1 + EDITS)
    expect(await ended).toBe(0)
    expect(await logLength()).toBe(EDITS + 1)
    expect(server.output).not.toContain('could not be committed')
  })

  it('[LIVE-58] SIGTERM does not wait for somebody who goes on typing, and acknowledges nothing that is not stored', async () => {
    const { ended } = server
    const typing = setInterval(() => writer.text.insert(0, 'x'), 0)
    await writer.until(() => writer.durable > 20, 'the typing to go on')
    server.signal('SIGTERM')
    expect(await ended).toBe(0)
    clearInterval(typing)
    expect(server.output).not.toContain('could not be committed')
    expect(await logLength()).toBeGreaterThanOrEqual(writer.durable - 1)
  })

  it('[LIVE-58] SIGTERM does not wait for a peer that does not say goodbye', async () => {
    const client = await enter()
    client.pause()
    expect(await server.kill('SIGTERM')).toBe(0)
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
