import type pg from 'pg'
import { crc32 } from 'node:zlib'
import type { Query } from '../ability/index.js'
import { failpoint } from '../platform/failpoint.js'
import { readUnfolded, type Unfolded, writeFolded } from './compaction/fold-rows.js'
import { intact, type SnapshotRow, type UpdateRow, verified } from './stored-blobs.js'
import type { AppendResult, AppendSender, AppendVerdict, Compaction, LiveStore, LoggedUpdate, StoredDocument } from './live.store.js'

type HeadRow = { epoch: number; head: number } & (SnapshotRow | { state: null })
type LoadedRow = HeadRow | ({ head: null } & UpdateRow)

/** Head with snapshot, and the updates after it: one statement sees one moment, compaction or not, and is one round trip. */
const LOAD = {
  name: 'live_load',
  text: `select h.epoch, h.seq as head, s.seq, s.state, s.state_vector, s.delete_set, null::bytea as bytes, s.checksum
    from document_head h left join document_snapshot s on s.document_id = h.document_id where h.document_id = $1
    union all
    select null, null, u.seq, null, null, null, u.bytes, u.checksum from document_update u
    where u.document_id = $1 and u.seq > coalesce((select s.seq from document_snapshot s where s.document_id = $1), 0)`
}

const APPEND = {
  name: 'live_append',
  text: `select sender, verdict, seqs from live_append_packed($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::int[], $6::bigint[], $7::bigint[],
    $8::timestamptz[], $9::int[], $10::uuid[], $11::bigint[], $12::int[], $13::int[], $14::bytea, $15::int[])`
}

export class PgLiveStore implements LiveStore {
  /** `appendPool`: for what the way of an edit waits for; everything else takes its turn in `pool`. */
  constructor(
    private readonly pool: pg.Pool,
    private readonly appendPool = pool
  ) {}

  async append(senders: readonly AppendSender[]): Promise<AppendResult[]> {
    const bindings = senders.flatMap((sender, index) =>
      sender.clients.map((client) => ({ index: index + 1, family: sender.familyId, client }))
    )
    const updates = senders.flatMap((sender) => sender.updates)
    const { rows } = await this.appendPool.query<{ verdict: AppendVerdict; seqs: number[] | null }>({
      ...APPEND,
      values: [
        senders.map((sender) => sender.documentId),
        senders.map((sender) => sender.workspaceId),
        senders.map((sender) => sender.personId),
        senders.map((sender) => sender.seatId),
        senders.map((sender) => sender.epoch),
        senders.map((sender) => sender.grounds.workspaceNumber),
        senders.map((sender) => sender.grounds.personNumber),
        senders.map((sender) => sender.grounds.validUntil),
        bindings.map((binding) => binding.index),
        bindings.map((binding) => binding.family),
        bindings.map((binding) => binding.client),
        integers(senders.flatMap((sender, index) => sender.updates.map(() => index + 1))),
        integers(updates.map((bytes) => bytes.length)),
        Buffer.concat(updates),
        integers(updates.map((bytes) => crc32(bytes) | 0))
      ]
    })
    return rows.map(({ verdict, seqs }) => ({ verdict, seqs: seqs ?? [] }))
  }

  async unlocked(documentIds: readonly string[], scopeIds: readonly string[]): Promise<ReadonlySet<string>> {
    const [heads, scopes] = await Promise.all([
      this.appendPool.query<{ id: string }>(
        'select document_id as id from document_head where document_id = any ($1::uuid[]) for no key update skip locked',
        [documentIds]
      ),
      this.appendPool.query<{ id: string }>(
        'select scope_id as id from access_scope where scope_id = any ($1::uuid[]) for share skip locked',
        [scopeIds]
      )
    ])
    return new Set([...heads.rows, ...scopes.rows].map(({ id }) => id))
  }

  async load(documentId: string): Promise<StoredDocument | null> {
    const { rows } = await this.pool.query<LoadedRow>({ ...LOAD, values: [documentId] })
    const head = rows.find((row) => row.head !== null)
    if (!head) return null
    const updates = rows.filter((row) => row.head === null).sort((a, b) => a.seq - b.seq)
    return {
      epoch: head.epoch,
      seq: head.head,
      snapshot: head.state === null ? null : intact(documentId, head),
      updates: updates.map((row) => verified(documentId, row))
    }
  }

  async updatesAfter(documentId: string, epoch: number, seq: number): Promise<LoggedUpdate[]> {
    const { rows } = await this.appendPool.query<UpdateRow>({
      name: 'live_after',
      text: 'select seq, bytes, checksum from document_update where document_id = $1 and epoch = $2 and seq > $3 order by seq',
      values: [documentId, epoch, seq]
    })
    return rows.map((row) => verified(documentId, row))
  }

  async heads(documentIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const { rows } = await this.appendPool.query<{ id: string; seq: number }>({
      name: 'live_heads',
      text: 'select document_id as id, seq from document_head where document_id = any ($1::uuid[])',
      values: [documentIds]
    })
    return new Map(rows.map(({ id, seq }) => [id, seq]))
  }

  async loadForCompaction(documentId: string, limit: number, upToSeq: number): Promise<Unfolded | null> {
    return this.inSnapshot((client) => readUnfolded(queryOn(client), documentId, limit, upToSeq))
  }

  async compact(compaction: Compaction): Promise<boolean> {
    const { documentId, epoch, baseSeq } = compaction
    const client = await this.pool.connect()
    try {
      await client.query('begin')
      // Documents are folded one at a time: a locked one is left for later.
      await client.query(`set local lock_timeout = '2s'`)
      // The same lock every writer takes: nobody freezes, restores or appends between what follows.
      await client.query('select 1 from document_head where document_id = $1 for no key update', [documentId])
      failpoint('compaction.locked')
      const { rows } = await client.query<{ epoch: number; base: number }>(
        'select h.epoch, coalesce(s.seq, 0) as base from document_head h left join document_snapshot s on s.document_id = h.document_id where h.document_id = $1',
        [documentId]
      )
      const isCurrent = rows[0]?.epoch === epoch && rows[0].base === baseSeq
      if (isCurrent) await writeFolded(queryOn(client), compaction)
      await client.query(isCurrent ? 'commit' : 'rollback')
      client.release()
      return isCurrent
    } catch (error) {
      // A connection in an unknown state is not given back to the pool.
      client.release(true)
      throw error
    }
  }

  /** Several reads of one moment: snapshot and log never disagree, compaction or not. */
  private async inSnapshot<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    const client = await this.pool.connect()
    try {
      await client.query('begin transaction isolation level repeatable read read only')
      const result = await work(client)
      await client.query('commit')
      client.release()
      return result
    } catch (error) {
      client.release(true)
      throw error
    }
  }
}

/** As PostgreSQL reads an array: written element by element by the driver, it costs more than the check of the edits. */
const integers = (numbers: readonly number[]): string => `{${numbers.join(',')}}`

function queryOn(client: pg.PoolClient): Query {
  return async <T>(sql: string, values: unknown[]) => (await client.query(sql, values)).rows as T[]
}
