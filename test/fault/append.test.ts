import * as Y from 'yjs'
import { checksumOf } from '../../server/src/live/stored-blobs.js'
import { FaultScene } from '../support/fault-scene.js'
import { RawClient, updateOf } from '../support/raw-client.js'
import { seededRandom } from '../support/random.js'
import { World } from '../support/world.js'
import { NOTHING_WRONG, Writers } from '../support/writers.js'

const WRITERS = 3
const LOCK_HEAD = 'select 1 from document_head where document_id = $1 for update'

const random = seededRandom(`append ${new Date().toISOString().slice(0, 10)}`)

describe(`an append the database does not take as usual (seed ${random.seed})`, () => {
  let scene: FaultScene
  let document: string
  let writers: Writers

  beforeAll(async () => {
    scene = await FaultScene.open()
    // What these tests are about happens while an append waits: as long as they need, not a second.
    await scene.pool.query('alter function live_append reset lock_timeout')
    await scene.server.start()
  })
  beforeEach(async () => {
    document = await scene.world.document()
    writers = await scene.writers([document], WRITERS)
    await writers.type(random, () => writers.acknowledged > 50)
    await writers.settled('before')
  })
  afterEach(() => writers.close())
  afterAll(() => scene.close())

  /** One edit of each writer waits in the database, as behind a freeze. */
  const withAppendWaiting = (work: (backend: number) => Promise<void>): Promise<void> =>
    scene.holding(LOCK_HEAD, [document], async () => {
      writers.all.forEach((writer) => writer.type())
      await work(await scene.waitingBackend('live_append'))
    })

  /** The server's role may not read the log while `work` goes on. */
  async function withLogUnreadable(work: () => Promise<void>): Promise<void> {
    const role = new URL(scene.database.appUrl).username
    await scene.pool.query(`revoke select on document_update from ${role}`)
    try {
      await work()
    } finally {
      await scene.pool.query(`grant select on document_update to ${role}`)
    }
  }

  async function nothingIsWrong(): Promise<void> {
    await writers.settled('after')
    await scene.foldAgain(document, writers, random)
    await writers.settled('after another fold')
    expect(await writers.verdict()).toEqual({ ...NOTHING_WRONG, stored: writers.typed })
    await writers.converged('after')
    expect(writers.all.flatMap(({ client }) => client.rejections)).toEqual([])
  }

  it('[LIVE-8] kill -9 while it waits; the database commits it all the same, and its author sends it again', async () => {
    await withAppendWaiting(async () => void (await scene.server.kill()))
    await scene.server.start()
    await nothingIsWrong()
  })

  it('[LIVE-8] kill -9 while it waits; the database commits it after the next server has loaded the document', async () => {
    await withAppendWaiting(async () => {
      await scene.server.kill()
      await scene.server.start()
      await Promise.all(writers.all.map(({ client }) => client.until(() => client.provider.synced, 'synced again')))
      writers.all.forEach((writer) => writer.type())
    })
    await nothingIsWrong()
  })

  it.each(['pg_terminate_backend', 'pg_cancel_backend'])(
    '[LIVE-30] %s ends it, twice: the server reads the log, tries again, and refuses nobody',
    async (end) => {
      await withAppendWaiting(async (backend) => {
        await scene.asServer.query(`select ${end}($1)`, [backend])
        await scene.asServer.query(`select ${end}($1)`, [await scene.waitingBackend('live_append')])
        expect(await scene.waitingBackend('live_append')).toEqual(expect.any(Number))
      })
      await nothingIsWrong()
      expect(writers.all.flatMap(({ client }) => client.closes)).toEqual([])
      expect(scene.server.isRunning).toBe(true)
    }
  )

  it('[LIVE-30] while it waits, a room whose log cannot be read does not start a second flush beside it', async () => {
    const other = await scene.world.document()
    const { personId } = await scene.world.seat('CSO')
    const raw = new RawClient(
      `${scene.server.liveUrl}/live/${other}?schema=1&ticket=${await scene.server.ticket(scene.pool, other, personId)}`
    )
    await raw.opened
    raw.greet()
    await raw.until(() => raw.durable >= 1)
    const doc = new Y.Doc()
    doc.getText('content').insert(0, 'not sent')
    await scene.holding(LOCK_HEAD, [document], async () => {
      await withLogUnreadable(async () => {
        raw.update(updateOf(doc, () => doc.getText('content').insert(8, ', and this builds on it')))
        for (let edit = 0; edit < 3; edit++) {
          writers.all.forEach((writer) => writer.type())
          await scene.waitingBackend('live_append')
        }
      })
      // The log can be read again and the append still waits: for a while only the first flush may judge.
      for (let look = 0; look < 1500; look++) await scene.waitingBackend('live_append')
    })
    expect((await raw.closed).code).toBe(4422)
    await nothingIsWrong()
  })

  describe('with an append’s own patience', () => {
    beforeAll(() => scene.pool.query(`alter function live_append set lock_timeout = '1s'`))
    afterAll(() => scene.pool.query('alter function live_append reset lock_timeout'))

    const LOCK_WORKSPACE = 'select 1 from access_scope where scope_id = $1 for update'
    it.each([
      ['the document', LOCK_HEAD, () => document],
      ['its workspace’s rights', LOCK_WORKSPACE, () => scene.world.workspaceId]
    ])(
      '[LIVE-53] somebody keeps %s locked: what others write elsewhere is committed, its own edits when it is free',
      async (_, lock, id) => {
        const elsewhere = await World.create(scene.pool)
        const others = await Writers.join(scene.server, scene.pool, elsewhere, [await elsewhere.document()], WRITERS)
        try {
          const acknowledged = writers.acknowledged
          await scene.holding(lock, [id()], async () => {
            writers.all.forEach((writer) => writer.type())
            await scene.waitingBackend('live_append')
            for (let round = 1; round <= 3; round++) {
              const goal = others.acknowledged + 30
              await others.type(random, () => others.acknowledged >= goal)
            }
            expect(writers.acknowledged).toBe(acknowledged)
          })
          await nothingIsWrong()
          expect(writers.all.flatMap(({ client }) => client.closes)).toEqual([])
        } finally {
          others.close()
        }
      }
    )
  })

  it('[LIVE-31] another node’s rows cannot be read after a commit: everybody syncs anew, and the server lives', async () => {
    await withLogUnreadable(async () => {
      const elsewhere = new Y.Doc()
      elsewhere.getText('content').insert(0, 'written elsewhere ')
      await appendElsewhere(Y.encodeStateAsUpdate(elsewhere))
      writers.all.forEach((writer) => writer.type())
      const isDisturbed = () => writers.all.some(({ client }) => client.closes.length > 0)
      await writers.all[0]!.client.until(isDisturbed, 'to be sent away')
    })
    await nothingIsWrong()
    expect(writers.all[0]!.client.text.toJSON()).toContain('written elsewhere ')
    expect(scene.server.isRunning).toBe(true)
  })

  /** What another node's append leaves in the tables. */
  async function appendElsewhere(bytes: Uint8Array): Promise<void> {
    await scene.pool.query(
      `with head as (update document_head set seq = seq + 1 where document_id = $1 returning seq, epoch)
       insert into document_update (document_id, seq, epoch, bytes, checksum) select $1, seq, epoch, $2, $3 from head`,
      [document, Buffer.from(bytes), checksumOf(bytes)]
    )
  }

  it('[LIVE-32] the connection of a compaction is cut in the middle: nothing is folded, the server lives and folds later', async () => {
    await scene.holding('lock table document_snapshot in share mode', [], async () => {
      const goal = writers.acknowledged + 1000
      const folding = scene.waitingBackend('into document_snapshot')
      let isFolding = false
      void folding.then(() => (isFolding = true))
      await writers.type(random, () => isFolding || writers.acknowledged >= goal)
      await scene.asServer.query('select pg_terminate_backend($1)', [await folding])
      await writers.settled('the fold was cut')
      expect(await scene.snapshotSeq(document)).toBe(0)
    })
    await nothingIsWrong()
    expect(scene.server.isRunning).toBe(true)
  })
})
