import { crc32 } from 'node:zlib'
import { CorruptBlob, type LoggedUpdate, type Snapshot } from './live.store.js'

/** CRC-32 as a signed 32-bit integer, as `integer` columns hold it. */
export function checksumOf(...parts: readonly Uint8Array[]): number {
  return parts.reduce((sum, part) => crc32(part, sum), 0) | 0
}

export interface SnapshotRow {
  seq: number
  state: Buffer
  state_vector: Buffer
  delete_set: Buffer
  checksum: number
}

export interface UpdateRow {
  seq: number
  bytes: Buffer
  checksum: number
}

/** Throws `CorruptBlob`. */
export function intact(documentId: string, row: SnapshotRow): Snapshot {
  if (checksumOf(row.state, row.state_vector, row.delete_set) !== row.checksum) throw new CorruptBlob(documentId, row.seq)
  return {
    seq: row.seq,
    state: new Uint8Array(row.state),
    stateVector: new Uint8Array(row.state_vector),
    deleteSet: new Uint8Array(row.delete_set)
  }
}

/** Throws `CorruptBlob`. */
export function verified(documentId: string, row: UpdateRow): LoggedUpdate {
  if (checksumOf(row.bytes) !== row.checksum) throw new CorruptBlob(documentId, row.seq)
  return { seq: row.seq, bytes: row.bytes }
}
