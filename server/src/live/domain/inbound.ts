import { LIVE_LIMITS, MESSAGE, SYNC } from '@roundtable/shared/protocol'
import * as decoding from 'lib0/decoding'
import type { AwarenessEntry } from './frames.js'

/** What a client's message means; `bytes` are copies, a received buffer is a view of the socket's chunk. */
export type Inbound =
  | { readonly type: 'step1'; readonly vector: ReadonlyMap<number, number> }
  | { readonly type: 'content'; readonly step: 'step2' | 'update'; readonly bytes: Uint8Array }
  | { readonly type: 'awareness'; readonly entries: readonly AwarenessEntry[] }
  | { readonly type: 'query_awareness' }

/** Bytes: as many client ids as thirty people can bring into one document, at their utmost; an entry takes ten at most. */
const LONGEST_VECTOR = 6 * 1024 * 1024
/** Bytes: more people than this are never in one document at once. */
const LONGEST_AWARENESS = 1024 * 1024
const HIGHEST = 2 ** 32

/** Reads one message. Throws on anything that is not of the protocol, also on types that only the server may send. */
export function readInbound(data: Uint8Array): Inbound {
  const decoder = decoding.createDecoder(data)
  const type = decoding.readVarUint(decoder)
  if (type === MESSAGE.sync) return readSync(decoder)
  if (type === MESSAGE.awareness) return { type: 'awareness', entries: readAwareness(decoding.readVarUint8Array(decoder)) }
  if (type === MESSAGE.queryAwareness) return { type: 'query_awareness' }
  throw new RangeError(`message type ${type}`)
}

function readSync(decoder: decoding.Decoder): Inbound {
  const step = decoding.readVarUint(decoder)
  const bytes = decoding.readVarUint8Array(decoder)
  if (step === SYNC.step1) {
    if (bytes.length > LONGEST_VECTOR) throw new RangeError('state vector')
    return { type: 'step1', vector: readVector(bytes) }
  }
  if (step === SYNC.step2 || step === SYNC.update)
    return { type: 'content', step: step === SYNC.step2 ? 'step2' : 'update', bytes: bytes.slice() }
  throw new RangeError(`sync step ${step}`)
}

/** A state vector; each entry needs two bytes at least, so its claimed size cannot exceed what was sent. */
export function readVector(bytes: Uint8Array): Map<number, number> {
  const decoder = decoding.createDecoder(bytes)
  const size = decoding.readVarUint(decoder)
  if (size * 2 > bytes.length) throw new RangeError('state vector')
  const vector = new Map<number, number>()
  for (let entry = 0; entry < size; entry++) {
    const client = decoding.readVarUint(decoder)
    vector.set(client, decoding.readVarUint(decoder))
  }
  return vector
}

function readAwareness(bytes: Uint8Array): AwarenessEntry[] {
  const decoder = decoding.createDecoder(bytes)
  const count = decoding.readVarUint(decoder)
  if (count * 3 > bytes.length || bytes.length > LONGEST_AWARENESS) throw new RangeError('awareness')
  const entries: AwarenessEntry[] = []
  for (let entry = 0; entry < count; entry++) {
    const client = decoding.readVarUint(decoder)
    const clock = decoding.readVarUint(decoder)
    const state = decoding.readVarString(decoder)
    if (client < HIGHEST && clock < HIGHEST && state.length <= LIVE_LIMITS.awarenessBytes) entries.push({ client, clock, state })
  }
  return entries
}
