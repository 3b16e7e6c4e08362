import type pg from 'pg'
import { crc32 } from 'node:zlib'
import { failpoint } from '../platform/failpoint.js'
import {
  type AppendResult,
  type AppendSender,
  type AppendVerdict,
  type Compaction,
  CorruptBlob,
  type LiveStore,
  type LoggedUpdate,
  type LogRow,
  type Snapshot,
  type StoredDocument
} from './live.store.js'

/** CRC-32 as a signed 32-bit integer, as `integer` columns hold it. */
export function checksumOf(...parts: readonly Uint8Array[]): number {
  return parts.reduce((sum, part) => crc32(part, sum), 0) | 0
}

interface SnapshotRow {
  seq: number
  state: Buffer
  state_vector: Buffer
  delete_set: Buffer
  checksum: number
}
interface UpdateRow {
  seq: number
  bytes: Buffer
  checksum: number
}
interface LoggedRow extends UpdateRow {
  seat_id: string | null
  written_ms: number
}

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

  async loadForCompaction(
    documentId: string,
    limit: number,
    upToSeq: number
  ): Promise<{ epoch: number; snapshot: Snapshot | null; rows: LogRow[] } | null> {
    return this.inSnapshot(async (client) => {
      const { rows: heads } = await client.query<{ epoch: number }>('select epoch from document_head where document_id = $1', [documentId])
      if (!heads[0]) return null
      const snapshot = await readSnapshot(client, documentId)
      const { rows } = await client.query<LoggedRow>(
        `select seq, bytes, checksum, seat_id, extract(epoch from created_at)::float8 * 1000 as written_ms
         from document_update where document_id = $1 and seq > $2 and seq <= $4 order by seq limit $3`,
        [documentId, snapshot?.seq ?? 0, limit, upToSeq]
      )
      return {
        epoch: heads[0].epoch,
        snapshot,
        rows: rows.map((row) => {
          const { seq, bytes } = verified(documentId, row)
          return { seq, bytes, seatId: row.seat_id, writtenMs: row.written_ms }
        })
      }
    })
  }

  async compact({ documentId, epoch, baseSeq, snapshot, foldedSeqs, attributions }: Compaction): Promise<boolean> {
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
      if (isCurrent) {
        await client.query(
          `insert into document_snapshot (document_id, seq, epoch, state, state_vector, delete_set, checksum) values ($1, $2, $3, $4, $5, $6, $7)
           on conflict (document_id) do update set seq = excluded.seq, epoch = excluded.epoch, state = excluded.state, state_vector = excluded.state_vector,
             delete_set = excluded.delete_set, checksum = excluded.checksum, made_at = now()`,
          [
            documentId,
            snapshot.seq,
            epoch,
            asBuffer(snapshot.state),
            asBuffer(snapshot.stateVector),
            asBuffer(snapshot.deleteSet),
            checksumOf(snapshot.state, snapshot.stateVector, snapshot.deleteSet)
          ]
        )
        failpoint('compaction.snapshot-written')
        await client.query(
          `insert into attribution (document_id, client_id, clock_from, clock_to, seat_id, written_at)
           select $1, * from unnest($2::bigint[], $3::bigint[], $4::bigint[], $5::uuid[], $6::timestamptz[]) on conflict do nothing`,
          [
            documentId,
            attributions.map((a) => a.client),
            attributions.map((a) => a.from),
            attributions.map((a) => a.to),
            attributions.map((a) => a.seatId),
            attributions.map((a) => new Date(a.writtenMs))
          ]
        )
        failpoint('compaction.attributed')
        const { rowCount } = await client.query('delete from document_update where document_id = $1 and seq = any ($2::bigint[])', [
          documentId,
          foldedSeqs
        ])
        if (rowCount !== foldedSeqs.length)
          throw new Error(`compaction of ${documentId} would delete ${rowCount} rows but folded ${foldedSeqs.length}`)
        failpoint('compaction.rows-deleted')
      }
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

async function readSnapshot(client: pg.PoolClient, documentId: string): Promise<Snapshot | null> {
  const { rows } = await client.query<SnapshotRow>(
    'select seq, state, state_vector, delete_set, checksum from document_snapshot where document_id = $1',
    [documentId]
  )
  return rows[0] ? intact(documentId, rows[0]) : null
}

function intact(documentId: string, row: SnapshotRow): Snapshot {
  if (checksumOf(row.state, row.state_vector, row.delete_set) !== row.checksum) throw new CorruptBlob(documentId, row.seq)
  return {
    seq: row.seq,
    state: new Uint8Array(row.state),
    stateVector: new Uint8Array(row.state_vector),
    deleteSet: new Uint8Array(row.delete_set)
  }
}

function verified(documentId: string, row: UpdateRow): LoggedUpdate {
  if (checksumOf(row.bytes) !== row.checksum) throw new CorruptBlob(documentId, row.seq)
  return { seq: row.seq, bytes: row.bytes }
}

/** As PostgreSQL reads an array: written element by element by the driver, it costs more than the check of the edits. */
const integers = (numbers: readonly number[]): string => `{${numbers.join(',')}}`

const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
