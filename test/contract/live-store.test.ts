import type pg from 'pg'
import * as Y from 'yjs'
import { AccessService } from '../../server/src/ability/index.js'
import { AccessStore } from '../../server/src/ability/access.store.js'
import { createPool } from '../../server/src/database/database.js'
import { fold } from '../../server/src/live/compaction/fold.js'
import { type AppendSender, CorruptBlob } from '../../server/src/live/live.store.js'
import { DocumentStore } from '../../server/src/live/document.store.js'
import { PgLiveStore } from '../../server/src/live/pg-live.store.js'
import { checksumOf } from '../../server/src/live/stored-blobs.js'
import type { TestDatabase } from '../support/database.js'
import { migratedDatabase, silent } from '../support/migrated-database.js'
import { type PersonInWorld, World } from '../support/world.js'

describe('live store', () => {
  let database: TestDatabase
  let pool: pg.Pool
  let owner: pg.Pool
  let store: PgLiveStore
  let access: AccessService
  let world: World

  beforeAll(async () => {
    database = await migratedDatabase()
    pool = createPool(database.appUrl, silent)
    owner = createPool(database.ownerUrl, silent)
    store = new PgLiveStore(pool)
    access = new AccessService(new AccessStore(pool))
    world = await World.create(pool)
  })
  afterAll(async () => {
    await Promise.all([pool.end(), owner.end()])
    await database.drop()
  })

  async function senderFor(
    documentId: string,
    { personId, seatId }: PersonInWorld,
    sessionId: string | null,
    updates: Uint8Array[],
    clients: number[] = []
  ): Promise<AppendSender> {
    const [answer] = await access.answerAll([{ documentId, personId, sessionId }])
    if (answer?.kind !== 'granted') throw new Error(`expected access, got ${answer?.kind}`)
    return {
      documentId,
      familyId: documentId,
      workspaceId: world.workspaceId,
      personId,
      seatId,
      epoch: 1,
      grounds: answer.access.grounds,
      clients,
      updates
    }
  }

  const bytes = (...values: number[]): Uint8Array => new Uint8Array(values)
  const logOf = async (documentId: string) => (await store.load(documentId))!.updates.map(({ seq, bytes: [first] }) => [seq, first])

  it('[NODE-15] a node of the version before goes on appending when the tables are those of this one', async () => {
    const document = await world.document()
    const sender = await senderFor(document, await world.seat('CSO'), null, [])
    const { workspaceNumber, personNumber, validUntil } = sender.grounds
    // Its statement, as that version sends it.
    const { rows } = await pool.query<{ verdict: string; seqs: number[] }>(
      `select sender, verdict, seqs from live_append($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::int[], $6::bigint[], $7::bigint[], $8::timestamptz[],
        $9::int[], $10::uuid[], $11::bigint[], $12::int[], $13::bytea[], $14::int[])`,
      [
        ...[[document], [sender.workspaceId], [sender.personId], [sender.seatId], [1], [workspaceNumber], [personNumber], [validUntil]],
        ...[[], [], [], [1, 1], [Buffer.from([7]), Buffer.from([8])], [bytes(7), bytes(8)].map((each) => checksumOf(each))]
      ]
    )
    expect(rows).toEqual([{ sender: 1, verdict: 'committed', seqs: [1, 2] }])
    expect(await logOf(document)).toEqual([
      [1, 7],
      [2, 8]
    ])
  })

  it('[LIVE-20] hands out a gapless seq per document, in the order of the batch', async () => {
    const nso = await world.seat('NSO')
    const cso = await world.seat('CSO')
    const [one, two] = [await world.document(), await world.document()]
    const results = await store.append([
      await senderFor(one, nso, null, [bytes(1), bytes(2)]),
      await senderFor(two, nso, null, [bytes(3)]),
      await senderFor(one, cso, null, [bytes(4)])
    ])
    expect(results).toEqual([
      { verdict: 'committed', seqs: [1, 2] },
      { verdict: 'committed', seqs: [1] },
      { verdict: 'committed', seqs: [3] }
    ])
    expect(await logOf(one)).toEqual([
      [1, 1],
      [2, 2],
      [3, 4]
    ])
  })

  it('[LIVE-20] stays gapless when many connections append at once', async () => {
    const people = await Promise.all(Array.from({ length: 4 }, () => world.seat('CSO')))
    const documents = await Promise.all(Array.from({ length: 3 }, () => world.document()))
    const batches = await Promise.all(
      Array.from({ length: 40 }, async (_, index) =>
        Promise.all(documents.map((document) => senderFor(document, people[index % 4]!, null, [bytes(index)])))
      )
    )
    await Promise.all(batches.map((batch) => store.append(batch)))
    for (const document of documents)
      expect((await logOf(document)).map(([seq]) => seq)).toEqual(Array.from({ length: 40 }, (_, index) => index + 1))
  })

  it('[LIVE-21] appends nothing on grounds that have changed, and takes the others of the batch', async () => {
    const [leaving, staying] = [await world.seat('CSO'), await world.seat('CSO')]
    const other = await World.create(pool)
    const elsewhere = await other.seat('CSO')
    const [document, untouched] = [await world.document(), await other.document()]
    const stale = await senderFor(document, leaving, null, [bytes(1)])
    const fresh = await senderFor(untouched, elsewhere, null, [bytes(2)])
    await world.endSeat(leaving.seatId)
    expect((await store.append([stale, { ...fresh, workspaceId: other.workspaceId }])).map(({ verdict }) => verdict)).toEqual([
      'decide_again',
      'committed'
    ])
    expect(await logOf(document)).toEqual([])
    expect((await store.append([await senderFor(document, staying, null, [bytes(3)])])).map(({ verdict }) => verdict)).toEqual([
      'committed'
    ])
  })

  it('[LIVE-21] a session that has ended or run out takes nothing more in', async () => {
    const cso = await world.seat('CSO')
    const document = await world.document()
    const session = await world.session(cso.personId)
    const sender = await senderFor(document, cso, session, [bytes(1)])
    await pool.query('update session set ended_at = now() where id = $1', [session])
    expect((await store.append([sender]))[0]!.verdict).toBe('decide_again')
    const late = {
      ...(await senderFor(document, cso, null, [bytes(1)])),
      grounds: { ...(await senderFor(document, cso, null, [])).grounds, validUntil: new Date(Date.now() - 1) }
    }
    expect((await store.append([late]))[0]!.verdict).toBe('decide_again')
    expect(await logOf(document)).toEqual([])
  })

  /** Resolves when a statement of the application that contains `words` waits for a lock. */
  async function untilWaiting(words: string): Promise<void> {
    for (;;) {
      const { rows } = await pool.query(
        `select 1 from pg_locks l join pg_stat_activity a using (pid) where not l.granted and a.datname = current_database() and a.query like $1`,
        [`%${words}%`]
      )
      if (rows.length > 0) return
    }
  }

  it('[LIVE-22] an append waits for a change of rights that came first, and sees it', async () => {
    const cso = await world.seat('CSO')
    const document = await world.document()
    const sender = await senderFor(document, cso, null, [bytes(1)])
    const demoting = await pool.connect()
    await demoting.query('begin')
    await demoting.query(`update seat set role = 'OBS', side = null where id = $1`, [cso.seatId])
    const racing = withoutPatience(() => store.append([sender]))
    await untilWaiting('live_append')
    await demoting.query('commit')
    demoting.release()
    // The append waited for the demotion's lock, and a later statement of its transaction saw the new number.
    expect((await racing)[0]!.verdict).toBe('decide_again')
    expect(await logOf(document)).toEqual([])
  })

  it('[LIVE-22] a change of rights waits for the append that came first, and the next append sees it', async () => {
    const cso = await world.seat('CSO')
    const document = await world.document()
    const sender = await senderFor(document, cso, null, [bytes(1)])
    const holder = await owner.connect()
    await holder.query('begin')
    // Not even the owner's own lock on the log keeps the append from its locks on rights.
    await holder.query('lock table document_update in share mode')
    const racing = withoutPatience(() => store.append([sender]))
    await untilWaiting('live_append')
    const demotion = pool.query(`update seat set role = 'OBS', side = null where id = $1`, [cso.seatId])
    await untilWaiting('update seat')
    await holder.query('commit')
    holder.release()
    expect((await racing)[0]!.verdict).toBe('committed')
    await demotion
    expect((await store.append([sender]))[0]!.verdict).toBe('decide_again')
    expect(await logOf(document)).toEqual([[1, 1]])
  })

  /** As long as the test needs, not a second. */
  async function withoutPatience<T>(work: () => Promise<T>): Promise<T> {
    await owner.query('alter function live_append reset lock_timeout')
    try {
      return await work()
    } finally {
      await owner.query(`alter function live_append set lock_timeout = '1s'`)
    }
  }

  it('[LIVE-23] binds a client id to the first person who writes under it, for the whole family and every epoch', async () => {
    const [first, second] = [await world.seat('CSO'), await world.seat('NSO')]
    const document = await world.document()
    expect((await store.append([await senderFor(document, first, null, [bytes(1)], [4711])]))[0]!.verdict).toBe('committed')
    expect((await store.append([await senderFor(document, second, null, [bytes(2)], [4711])]))[0]!.verdict).toBe('foreign_client')
    expect((await store.append([await senderFor(document, first, null, [bytes(3)], [4711])]))[0]!.verdict).toBe('committed')
    await pool.query('update document_head set epoch = 2 where document_id = $1', [document])
    expect((await store.append([await senderFor(document, first, null, [bytes(4)])]))[0]!.verdict).toBe('old_epoch')
    const renewed = { ...(await senderFor(document, first, null, [bytes(5)], [4711])), epoch: 2 }
    expect((await store.append([renewed]))[0]!.verdict).toBe('foreign_client')
  })

  it('[LIVE-113] binds 20000 client ids to a person in a document family and no more; under those they have they go on', async () => {
    const [flood, other] = [await world.seat('CSO'), await world.seat('NSO')]
    const document = await world.document()
    const ids = Array.from({ length: 19_999 }, (_, index) => 1_000_000 + index)
    const append = async (person: PersonInWorld, clients: number[]) =>
      (await store.append([await senderFor(document, person, null, [bytes(1)], clients)]))[0]!.verdict
    expect(await append(flood, ids)).toBe('committed')
    expect(await append(flood, [1, 2])).toBe('too_many_clients')
    expect(await append(flood, [1])).toBe('committed')
    expect(await append(flood, [2])).toBe('too_many_clients')
    expect(await append(flood, [1_000_000, 1])).toBe('committed')
    expect(await append(other, [2, 3])).toBe('committed')
    const batch = [await senderFor(document, flood, null, [bytes(1)], [4]), await senderFor(document, other, null, [bytes(1)], [5])]
    expect((await store.append(batch)).map(({ verdict }) => verdict)).toEqual(['too_many_clients', 'committed'])
  })

  it('[LIVE-24] reads a flipped bit as corrupt, in the log and in every part of a snapshot', async () => {
    const cso = await world.seat('CSO')
    const document = await world.document()
    const doc = new Y.Doc()
    doc.getText('content').insert(0, 'some words')
    doc.getText('content').delete(2, 3)
    await store.append([await senderFor(document, cso, null, [Y.encodeStateAsUpdate(doc)])])
    const flip = (table: string, column: string) =>
      owner.query(`update ${table} set ${column} = set_bit(${column}, 9, 1 - get_bit(${column}, 9)) where document_id = $1`, [document])
    const isFound = async (table: string, column: string): Promise<void> => {
      await flip(table, column)
      await expect(store.load(document)).rejects.toThrow(CorruptBlob)
      await expect(store.loadForCompaction(document, 100, 10)).rejects.toThrow(CorruptBlob)
      await flip(table, column)
      expect(await store.load(document)).not.toBeNull()
    }
    await isFound('document_update', 'bytes')
    const { snapshot: base, rows } = (await store.loadForCompaction(document, 100, 10))!
    await store.compact({ documentId: document, epoch: 1, baseSeq: 0, ...fold(base, rows) })
    expect((await store.load(document))!.snapshot).not.toBeNull()
    for (const column of ['state', 'state_vector', 'delete_set']) await isFound('document_snapshot', column)
  })

  it('[LIVE-25] a fold takes exactly its rows, keeps the words, and forgets the deleted ones', async () => {
    const cso = await world.seat('CSO')
    const document = await world.document()
    const doc = new Y.Doc()
    doc.clientID = 7
    const updates: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => updates.push(update))
    doc.getText('content').insert(0, 'the SECRET name')
    doc.getText('content').delete(4, 7)
    await store.append([await senderFor(document, cso, null, updates, [7])])
    const before = (await store.loadForCompaction(document, 100, 10))!
    const { snapshot, foldedSeqs, attributions } = fold(before.snapshot, before.rows)
    doc.getText('content').insert(0, 'later: ')
    await store.append([await senderFor(document, cso, null, updates.slice(2))])

    expect(await store.compact({ documentId: document, epoch: 1, baseSeq: 0, snapshot, foldedSeqs, attributions })).toBe(true)
    expect(await store.compact({ documentId: document, epoch: 1, baseSeq: 0, snapshot, foldedSeqs, attributions })).toBe(false)
    const after = (await store.load(document))!
    expect(after.updates.map(({ seq }) => seq)).toEqual([3])
    const fresh = new Y.Doc()
    for (const part of [after.snapshot!.state, ...after.updates.map((update) => update.bytes)]) Y.applyUpdate(fresh, part)
    expect(fresh.getText('content').toJSON()).toBe('later: the name')
    expect(Buffer.from(after.snapshot!.state).includes('SECRET')).toBe(false)
    const { rows } = await pool.query('select client_id, clock_from, clock_to, seat_id from attribution where document_id = $1', [document])
    expect(rows).toEqual([{ client_id: 7, clock_from: 0, clock_to: 15, seat_id: cso.seatId }])
  })

  it('[LIVE-26] every change of a right raises the number of its workspace or person in the same transaction', async () => {
    const store = new AccessStore(pool)
    const cso = await world.seat('CSO')
    const session = await world.session(cso.personId)
    const document = await world.document()
    const numbers = async () => {
      const { rows } = await pool.query<{ scope_id: string; number: number }>(
        'select scope_id, number from access_scope where scope_id = any ($1)',
        [[world.workspaceId, cso.personId]]
      )
      return new Map(rows.map((row) => [row.scope_id, row.number]))
    }
    const changes: [string, string, string][] = [
      ['workspace', `update seat set role = 'OBS', side = null where id = $1`, cso.seatId],
      ['workspace', `update workspace set modality = 'M2' where id = $1`, world.workspaceId],
      ['workspace', `update document_head set state = 'frozen' where document_id = $1`, document],
      ['workspace', 'update seat set mandate_expires_at = now() where id = $1', cso.seatId],
      ['person', 'update session set ended_at = now() where id = $1', session],
      ['person', 'update person set is_suspended = true where id = $1', cso.personId]
    ]
    for (const [scope, sql, id] of changes) {
      const { nextXid } = await store.changesSince(null)
      const before = await numbers()
      await pool.query(sql, [id])
      const after = await numbers()
      const key = scope === 'workspace' ? world.workspaceId : cso.personId
      expect([sql, after.get(key)]).toEqual([sql, before.get(key)! + 1])
      expect((await store.changesSince(nextXid)).changed.map((change) => change.scope)).toContain(key)
    }
  })

  it('[LIVE-66] lists the 200 newest documents of a workspace, the newest first', async () => {
    const other = await World.create(pool)
    const reader = await other.seat('NSO')
    const ids: string[] = []
    for (let count = 0; count < 203; count++) ids.push(await other.document())
    const listed = await new DocumentStore(pool).listedFor(reader.personId, other.workspaceId)
    expect(listed.map(({ id }) => id)).toEqual(ids.reverse().slice(0, 200))
  })
})
