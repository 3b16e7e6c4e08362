import type { Query } from '../../ability/index.js'
import { failpoint } from '../../platform/failpoint.js'
import { checksumOf, intact, type SnapshotRow, type UpdateRow, verified } from '../stored-blobs.js'
import type { Compaction, LogRow, Snapshot } from '../live.store.js'

interface LoggedRow extends UpdateRow {
  seat_id: string | null
  written_ms: number
}

/** What stands to be folded: the caller reads both at one moment, or holds the document's head. */
export interface Unfolded {
  readonly epoch: number
  readonly snapshot: Snapshot | null
  readonly rows: LogRow[]
}

/** Snapshot and at most `limit` rows after it, up to `upToSeq`; null when there is no such document. Throws `CorruptBlob`. */
export async function readUnfolded(query: Query, documentId: string, limit: number, upToSeq: number): Promise<Unfolded | null> {
  const [head] = await query<{ epoch: number }>('select epoch from document_head where document_id = $1', [documentId])
  if (!head) return null
  const [stored] = await query<SnapshotRow>(
    'select seq, state, state_vector, delete_set, checksum from document_snapshot where document_id = $1',
    [documentId]
  )
  const snapshot = stored ? intact(documentId, stored) : null
  const rows = await query<LoggedRow>(
    `select seq, bytes, checksum, seat_id, extract(epoch from created_at)::float8 * 1000 as written_ms
     from document_update where document_id = $1 and seq > $2 and seq <= $4 order by seq limit $3`,
    [documentId, snapshot?.seq ?? 0, limit, upToSeq]
  )
  return {
    epoch: head.epoch,
    snapshot,
    rows: rows.map((row) => ({ ...verified(documentId, row), seatId: row.seat_id, writtenMs: row.written_ms }))
  }
}

/** Puts the snapshot in and takes exactly the folded rows out. The caller holds the document's head and knows that nobody was there first. */
export async function writeFolded(query: Query, { documentId, epoch, snapshot, foldedSeqs, attributions }: Compaction): Promise<void> {
  await query(
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
  await query(
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
  const [gone] = await query<{ rows: number }>(
    `with gone as (delete from document_update where document_id = $1 and seq = any ($2::bigint[]) returning 1)
     select count(*)::int as rows from gone`,
    [documentId, foldedSeqs]
  )
  if (gone?.rows !== foldedSeqs.length)
    throw new Error(`compaction of ${documentId} would delete ${gone?.rows} rows but folded ${foldedSeqs.length}`)
  failpoint('compaction.rows-deleted')
}

const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
