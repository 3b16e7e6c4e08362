import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

/** A half-open run of clocks `[from, to)` of one client. */
export interface ClockRange {
  readonly client: number
  readonly from: number
  readonly to: number
}

/** So many ranges are put in one by one. */
const FEW = 16

/**
 * What a room knows without holding a Y.Doc: a state vector and the set of deleted clocks.
 *
 * Both only ever grow. Deleted clocks are kept per client as a flat sorted list
 * `[from, to, from, to, …]` of disjoint, non-touching runs: a long document needs a few thousand
 * numbers, not objects.
 */
export class KnownState {
  readonly #clocks = new Map<number, number>()
  /** Null until something is deleted: most short documents never come to that. */
  #deleted: Map<number, number[]> | null = null

  /** The next clock expected of `client`; 0 for a stranger. */
  clockOf(client: number): number {
    return this.#clocks.get(client) ?? 0
  }

  get clients(): Iterable<number> {
    return this.#clocks.keys()
  }

  advance(client: number, to: number): void {
    if (to > this.clockOf(client)) this.#clocks.set(client, to)
  }

  markDeleted({ client, from, to }: ClockRange): void {
    this.#deleted ??= new Map()
    const runs = this.#deleted.get(client)
    if (!runs) {
      this.#deleted.set(client, [from, to])
      return
    }
    // First run that ends at or after `from`, first run that begins after `to`: all between melt into one.
    const first = lowerBound(runs, from, 1)
    let last = first
    let start = from
    let end = to
    while (last < runs.length / 2 && runs[last * 2]! <= to) {
      start = Math.min(start, runs[last * 2]!)
      end = Math.max(end, runs[last * 2 + 1]!)
      last++
    }
    runs.splice(first * 2, (last - first) * 2, start, end)
  }

  /** All at once: many ranges are merged in one pass, since one by one each of them would move all behind it. */
  markAllDeleted(ranges: readonly ClockRange[]): void {
    if (ranges.length <= FEW) {
      for (const range of ranges) this.markDeleted(range)
      return
    }
    const known = new Set(ranges.map((range) => range.client))
    const before = [...known].flatMap((client) => this.#rangesOf(client))
    const deleted = (this.#deleted ??= new Map<number, number[]>())
    for (const client of known) deleted.set(client, [])
    for (const { client, from, to } of coalesced([...before, ...ranges])) deleted.get(client)?.push(from, to)
  }

  /** The parts of the range that are not yet known as deleted. */
  notYetDeleted({ client, from, to }: ClockRange): ClockRange[] {
    const runs = this.#deleted?.get(client)
    if (!runs) return [{ client, from, to }]
    const missing: ClockRange[] = []
    let position = from
    for (let run = lowerBound(runs, from + 1, 1); run < runs.length / 2 && position < to; run++) {
      const start = runs[run * 2]!
      if (start >= to) break
      if (start > position) missing.push({ client, from: position, to: start })
      position = Math.max(position, runs[run * 2 + 1]!)
    }
    if (position < to) missing.push({ client, from: position, to })
    return missing
  }

  /** How many runs of deleted clocks there are, of all clients. */
  get deletedRuns(): number {
    let runs = 0
    for (const ofClient of this.#deleted?.values() ?? []) runs += ofClient.length / 2
    return runs
  }

  deletedRanges(): ClockRange[] {
    return [...(this.#deleted?.keys() ?? [])].flatMap((client) => this.#rangesOf(client))
  }

  #rangesOf(client: number): ClockRange[] {
    const runs = this.#deleted?.get(client) ?? []
    return Array.from({ length: runs.length / 2 }, (_, run) => ({ client, from: runs[run * 2]!, to: runs[run * 2 + 1]! }))
  }

  /** The state vector as Yjs encodes it: higher client ids first. */
  encodeStateVector(): Uint8Array {
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, this.#clocks.size)
    for (const [client, clock] of [...this.#clocks].sort((a, b) => b[0] - a[0])) {
      encoding.writeVarUint(encoder, client)
      encoding.writeVarUint(encoder, clock)
    }
    return encoding.toUint8Array(encoder)
  }

  encodeDeleteSet(): Uint8Array {
    return encodeDeleteSet(this.deletedRanges())
  }
}

/** Index of the first run whose start (`offset` 0) or end (`offset` 1) is at least `value`. */
function lowerBound(runs: readonly number[], value: number, offset: 0 | 1): number {
  let low = 0
  let high = runs.length / 2
  while (low < high) {
    const middle = (low + high) >>> 1
    if (runs[middle * 2 + offset]! < value) low = middle + 1
    else high = middle
  }
  return low
}

function grouped(ranges: readonly ClockRange[]): Map<number, ClockRange[]> {
  const byClient = new Map<number, ClockRange[]>()
  for (const range of ranges) {
    const list = byClient.get(range.client)
    if (list) list.push(range)
    else byClient.set(range.client, [range])
  }
  return byClient
}

/** The same clocks in as few ranges as possible, in the order of the clocks of each client. */
export function coalesced(ranges: readonly ClockRange[]): ClockRange[] {
  if (ranges.length <= 1) return [...ranges]
  const merged: ClockRange[] = []
  for (const list of grouped(ranges).values()) {
    list.sort((a, b) => a.from - b.from)
    let open = list[0]!
    for (const range of list) {
      if (range.from <= open.to) open = { ...open, to: Math.max(open.to, range.to) }
      else {
        merged.push(open)
        open = range
      }
    }
    merged.push(open)
  }
  return merged
}

/** A delete set in the V1 encoding of Yjs; ranges of one client stand together. */
export function encodeDeleteSet(ranges: readonly ClockRange[]): Uint8Array {
  const byClient = grouped(ranges)
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, byClient.size)
  for (const [client, list] of [...byClient].sort((a, b) => b[0] - a[0])) {
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, list.length)
    for (const { from, to } of list) {
      encoding.writeVarUint(encoder, from)
      encoding.writeVarUint(encoder, to - from)
    }
  }
  return encoding.toUint8Array(encoder)
}

export function decodeDeleteSet(bytes: Uint8Array): ClockRange[] {
  const decoder = decoding.createDecoder(bytes)
  const ranges: ClockRange[] = []
  for (let clients = decoding.readVarUint(decoder); clients > 0; clients--) {
    const client = decoding.readVarUint(decoder)
    for (let count = decoding.readVarUint(decoder); count > 0; count--) {
      const from = decoding.readVarUint(decoder)
      ranges.push({ client, from, to: from + decoding.readVarUint(decoder) })
    }
  }
  return ranges
}

/** An update that carries no structs, only this delete set. */
export function deletionsOnly(deleteSet: Uint8Array): Uint8Array {
  const update = new Uint8Array(deleteSet.length + 1)
  update.set(deleteSet, 1)
  return update
}

/** Knowledge as it was stored beside a snapshot. */
export function knownFrom(stateVector: ReadonlyMap<number, number>, deleteSet: Uint8Array): KnownState {
  const known = new KnownState()
  for (const [client, clock] of stateVector) known.advance(client, clock)
  known.markAllDeleted(decodeDeleteSet(deleteSet))
  return known
}
