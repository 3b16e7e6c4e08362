import type { RejectionReason } from '@roundtable/shared/protocol'
import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import type { ClockRange } from './known-state.js'

/** More than this no person writes in one message, and reading more would hold up everybody else. */
const MOST_STRUCTS = 200_000
export const MOST_DELETIONS = 200_000
const MOST_CLIENTS = 1000

class TooMuch extends Error {
  override readonly name = 'TooMuch'
}

/** Yjs's own decoder, which stops where an update holds more than anybody writes. Yjs makes it, `latest` hands it out. */
class BoundedDecoder extends Y.UpdateDecoderV1 {
  static latest: BoundedDecoder | null = null
  static knownDeletions: () => number = () => 0
  readonly clients: number[] = []
  #structs = 0
  #deletions = 0
  #mostDeletions = MOST_DELETIONS

  constructor(decoder: decoding.Decoder) {
    super(decoder)
    BoundedDecoder.latest = this
  }

  override readInfo(): number {
    if (++this.#structs > MOST_STRUCTS) throw new TooMuch()
    return super.readInfo()
  }

  override readClient(): number {
    const client = super.readClient()
    if (this.clients.push(client) > MOST_CLIENTS) throw new TooMuch()
    return client
  }

  override readDsClock(): number {
    if (++this.#deletions > this.#mostDeletions && !this.#mayHaveMore()) throw new TooMuch()
    return super.readDsClock()
  }

  /** A client tells everything that is deleted each time it comes: what the room knows of that is no bound's business. */
  #mayHaveMore(): boolean {
    this.#mostDeletions = MOST_DELETIONS + BoundedDecoder.knownDeletions()
    return this.#deletions <= this.#mostDeletions
  }
}

export interface ReadUpdate {
  readonly structs: readonly (Y.Item | Y.GC | Y.Skip)[]
  readonly deletions: readonly ClockRange[]
}

/**
 * Reads an update of a client, in the V1 encoding. Answers why it is refused when it cannot be read, or is not
 * written as Yjs writes: a client stands in one block and no block is empty (of two blocks of one client Yjs
 * takes the last alone, so that a check of both would be a check of something else), and nothing stands behind the end.
 * `knownDeletions`: how many deletions the room knows; asked only of an update with very many.
 */
export function readUpdate(bytes: Uint8Array, knownDeletions: () => number): ReadUpdate | RejectionReason {
  BoundedDecoder.knownDeletions = knownDeletions
  let decoded: ReturnType<typeof Y.decodeUpdateV2>
  try {
    decoded = Y.decodeUpdateV2(bytes, BoundedDecoder)
  } catch (error) {
    return error instanceof TooMuch ? 'too_large' : 'malformed' // whatever Yjs throws on foreign bytes means the same: it cannot be read
  }
  const reader = BoundedDecoder.latest
  BoundedDecoder.latest = null
  if (!reader || decoding.hasContent(reader.restDecoder) || !isOneBlockEach(reader.clients, decoded.structs)) return 'malformed'
  const deletions: ClockRange[] = []
  for (const [client, items] of decoded.ds.clients)
    for (const { clock, len } of items) deletions.push({ client, from: clock, to: clock + len })
  return deletions.every(({ from, to }) => to > from) ? { structs: decoded.structs, deletions } : 'malformed'
}

function isOneBlockEach(blocks: readonly number[], structs: ReadUpdate['structs']): boolean {
  if (blocks.length <= 1) return blocks.length === Math.min(1, structs.length)
  const named = new Set(blocks)
  return named.size === blocks.length && new Set(structs.map((struct) => struct.id.client)).size === named.size
}
