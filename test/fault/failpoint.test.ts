import type pg from 'pg'
import * as Y from 'yjs'
import { createPool } from '../../server/src/database/database.js'
import { checksumOf } from '../../server/src/live/pg-live.store.js'
import { FAILPOINTS } from '../../server/src/platform/failpoint.js'
import { type TestDatabase } from '../support/database.js'
import { migratedDatabase, silent } from '../support/migrated-database.js'
import { seededRandom } from '../support/random.js'
import { ServerProcess, freePort } from '../support/server-process.js'
import { World } from '../support/world.js'
import { NOTHING_WRONG, Writers } from '../support/writers.js'

const WRITERS = 3
/** Enough for two compactions; a failpoint that is not reached by then is never reached. */
const MOST_TYPED = 20_000

const random = seededRandom(`failpoint ${new Date().toISOString().slice(0, 10)}`)

/** Each place at its first pass and at a later one: a second compaction has a snapshot before it. */
const cases = FAILPOINTS.flatMap((name) => {
  const isCompaction = name.startsWith('compaction')
  const rule = isCompaction ? '[LIVE-25]' : '[LIVE-8]'
  return [1, isCompaction ? 2 : random.integer(2, 200)].map((pass) => ({ rule, name, pass }))
})

describe(`a server that dies in the middle (seed ${random.seed})`, () => {
  let database: TestDatabase
  let pool: pg.Pool
  /** The role of the server: only it may see and end what the server does. */
  let asServer: pg.Pool
  let world: World
  let document: string
  let server: ServerProcess
  let writers: Writers

  beforeAll(async () => {
    database = await migratedDatabase()
    pool = createPool(database.ownerUrl, silent)
    asServer = createPool(database.appUrl, silent)
    world = await World.create(pool)
    server = new ServerProcess(await freePort(), database)
  })
  beforeEach(async () => {
    document = await world.document()
  })
  afterEach(async () => {
    writers.close()
    if (server.isRunning) await server.kill()
  })
  afterAll(async () => {
    await server.stop()
    await pool.end()
    await asServer.end()
    await database.drop()
  })

  const snapshotSeq = async (): Promise<number> => {
    const { rows } = await pool.query<{ seq: number }>('select seq from document_snapshot where document_id = $1', [document])
    return rows[0]?.seq ?? 0
  }

  /** Types until the log is folded once more than it is now. */
  async function foldedAgain(): Promise<void> {
    const before = await snapshotSeq()
    while ((await snapshotSeq()) === before && writers.typed < 2 * MOST_TYPED) {
      const goal = writers.acknowledged + 50
      await writers.type(random, () => writers.acknowledged >= goal)
    }
    expect(server.output).not.toContain('could not be folded')
    expect(await snapshotSeq()).toBeGreaterThan(before)
  }

  it.each(cases)('$rule dies at $name, pass $pass: what was acknowledged is stored once, and everything goes on', async ({ name, pass }) => {
    await server.start({ FAILPOINT: `${name}:${pass}` })
    writers = await Writers.join(server, pool, world, [document], WRITERS)
    await writers.type(random, () => !server.isRunning || writers.typed > MOST_TYPED)
    expect(server.isRunning).toBe(false)
    expect(await server.ended).toBe('SIGKILL')
    expect(await writers.verdict()).toMatchObject(NOTHING_WRONG)

    await server.start()
    await writers.settled(`after ${name}`)
    await foldedAgain()
    await writers.settled(`after ${name} and another fold`)
    expect(await writers.verdict()).toEqual({ ...NOTHING_WRONG, stored: writers.typed })
    await writers.converged(`after ${name}`)
  })

  it('[LIVE-31] another node’s rows cannot be read after a commit: everybody syncs anew, and the server lives', async () => {
    await server.start()
    writers = await Writers.join(server, pool, world, [document], WRITERS)
    const role = new URL(database.appUrl).username
    await pool.query(`revoke select on document_update from ${role}`)
    const elsewhere = new Y.Doc()
    elsewhere.getText('content').insert(0, 'written elsewhere ')
    await appendElsewhere(Y.encodeStateAsUpdate(elsewhere))
    writers.all.forEach((writer) => writer.type())
    const isDisturbed = () => writers.all.some(({ client }) => client.closes.length > 0)
    await writers.all[0]!.client.until(isDisturbed, 'to be sent away')
    await pool.query(`grant select on document_update to ${role}`)
    await writers.settled('the log can be read again')
    expect(await writers.verdict()).toEqual({ ...NOTHING_WRONG, stored: WRITERS })
    await writers.converged('the log can be read again')
    expect(writers.all[0]!.client.text.toJSON()).toContain('written elsewhere ')
    expect(server.isRunning).toBe(true)
  })

  /** What another node's append leaves in the tables. */
  async function appendElsewhere(bytes: Uint8Array): Promise<void> {
    await pool.query(
      `with head as (update document_head set seq = seq + 1 where document_id = $1 returning seq, epoch)
       insert into document_update (document_id, seq, epoch, bytes, checksum) select $1, seq, epoch, $2, $3 from head`,
      [document, Buffer.from(bytes), checksumOf(bytes)]
    )
  }

  describe('while the append waits in the database', () => {
    /** Holds the document's head, as a freeze would; resolves when an append of the server waits for it. */
    async function withAppendWaiting(work: (backend: number) => Promise<void>): Promise<void> {
      const holder = await pool.connect()
      try {
        await holder.query('begin')
        await holder.query('select 1 from document_head where document_id = $1 for update', [document])
        writers.all.forEach((writer) => writer.type())
        await work(await waitingBackend())
      } finally {
        await holder.query('rollback')
        holder.release()
      }
    }

    async function waitingBackend(): Promise<number> {
      for (;;) {
        const { rows } = await asServer.query<{ pid: number }>(
          `select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like '%live_append%'`
        )
        if (rows[0]) return rows[0].pid
      }
    }

    beforeEach(async () => {
      await server.start()
      writers = await Writers.join(server, pool, world, [document], WRITERS)
      await writers.type(random, () => writers.acknowledged > 50)
      await writers.settled('before')
    })

    async function nothingIsWrong(): Promise<void> {
      await writers.settled('after')
      expect(await writers.verdict()).toEqual({ ...NOTHING_WRONG, stored: writers.typed })
      await writers.converged('after')
      await foldedAgain()
    }

    it('[LIVE-8] kill -9 while it waits; the database commits it all the same, and its author sends it again', async () => {
      await withAppendWaiting(async () => void (await server.kill()))
      await server.start()
      await nothingIsWrong()
    })

    it('[LIVE-8] kill -9 while it waits; the database commits it after the next server has loaded the document', async () => {
      await withAppendWaiting(async () => {
        await server.kill()
        await server.start()
        await Promise.all(writers.all.map(({ client }) => client.until(() => client.provider.synced, 'synced again')))
        writers.all.forEach((writer) => writer.type())
      })
      await nothingIsWrong()
    })

    it.each(['pg_terminate_backend', 'pg_cancel_backend'])(
      '[LIVE-30] %s ends the append: the server reads the log, tries again, and refuses nobody',
      async (end) => {
        await withAppendWaiting(async (backend) => {
          await asServer.query(`select ${end}($1)`, [backend])
          // It waits again: the edit was put back and tried once more. That, too, may be ended.
          const again = await waitingBackend()
          await asServer.query(`select ${end}($1)`, [again])
          expect(await waitingBackend()).toEqual(expect.any(Number))
        })
        await nothingIsWrong()
        expect(writers.all.flatMap(({ client }) => [...client.rejections, ...client.closes])).toEqual([])
        expect(server.isRunning).toBe(true)
      }
    )
  })
})
