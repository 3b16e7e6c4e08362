import type { LogRow } from '../live.store.js'

/**
 * Rows of a log in a few pieces of memory: given to a worker one by one, five hundred rows are five hundred buffers to copy,
 * and hold up everybody's edits meanwhile.
 */
export interface PackedLog {
  /** Of all rows, one behind the other. */
  readonly bytes: Uint8Array
  readonly lengths: Uint32Array
  readonly seqs: Float64Array
  readonly writtenMs: Float64Array
  readonly seatIds: readonly (string | null)[]
}

export function pack(rows: readonly LogRow[]): PackedLog {
  const bytes = new Uint8Array(rows.reduce((sum, row) => sum + row.bytes.length, 0))
  let end = 0
  for (const row of rows) {
    bytes.set(row.bytes, end)
    end += row.bytes.length
  }
  return {
    bytes,
    lengths: Uint32Array.from(rows, (row) => row.bytes.length),
    seqs: Float64Array.from(rows, (row) => row.seq),
    writtenMs: Float64Array.from(rows, (row) => row.writtenMs),
    seatIds: rows.map((row) => row.seatId)
  }
}

export function unpack({ bytes, lengths, seqs, writtenMs, seatIds }: PackedLog): LogRow[] {
  let start = 0
  return seatIds.map((seatId, index) => {
    const piece = bytes.subarray(start, (start += lengths[index]!))
    return { seq: seqs[index]!, bytes: piece, seatId, writtenMs: writtenMs[index]! }
  })
}
