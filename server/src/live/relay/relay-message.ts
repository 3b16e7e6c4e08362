import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import type { AwarenessEntry } from '../domain/frames.js'
import type { LoggedUpdate } from '../live.store.js'

/** What one node says of a document to the others that have it open. */
export type RelayMessage =
  /** Committed, in the order of `seq`; from several senders there may be gaps between. */
  | { readonly type: 'committed'; readonly epoch: number; readonly updates: readonly LoggedUpdate[] }
  /** Who is at that node: what has changed, or everybody for whoever asks. */
  | { readonly type: 'presence'; readonly entries: readonly AwarenessEntry[] }
  /** Has just opened the document: who is there? */
  | { readonly type: 'who' }
  /** The log has grown by something that is not sent along. */
  | { readonly type: 'grown' }

const TYPES = ['committed', 'presence', 'who', 'grown'] as const

export function encodeRelay(node: string, message: RelayMessage): Buffer {
  const bytes = encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, TYPES.indexOf(message.type))
    encoding.writeVarString(encoder, node)
    if (message.type === 'committed') {
      encoding.writeVarUint(encoder, message.epoch)
      encoding.writeVarUint(encoder, message.updates.length)
      for (const { seq, bytes } of message.updates) {
        encoding.writeVarUint(encoder, seq)
        encoding.writeVarUint8Array(encoder, bytes)
      }
    } else if (message.type === 'presence') {
      encoding.writeVarUint(encoder, message.entries.length)
      for (const { client, clock, state } of message.entries) {
        encoding.writeVarUint(encoder, client)
        encoding.writeVarUint(encoder, clock)
        encoding.writeVarString(encoder, state)
      }
    }
  })
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

/** Throws on bytes that are no such message. The updates are copies: they outlive the network's buffer. */
export function decodeRelay(bytes: Uint8Array): { readonly node: string; readonly message: RelayMessage } {
  const decoder = decoding.createDecoder(bytes)
  const type = TYPES[decoding.readVarUint(decoder)]
  if (!type) throw new Error('a message of no known type')
  const node = decoding.readVarString(decoder)
  if (type === 'committed') {
    const epoch = decoding.readVarUint(decoder)
    const updates = readMany(decoder, () => ({ seq: decoding.readVarUint(decoder), bytes: decoding.readVarUint8Array(decoder).slice() }))
    return { node, message: { type, epoch, updates } }
  }
  if (type === 'presence') {
    const entries = readMany(decoder, () => ({
      client: decoding.readVarUint(decoder),
      clock: decoding.readVarUint(decoder),
      state: decoding.readVarString(decoder)
    }))
    return { node, message: { type, entries } }
  }
  return { node, message: { type } }
}

/** Grows as it reads: a count that was forged takes no memory. */
function readMany<T>(decoder: decoding.Decoder, read: () => T): T[] {
  const many: T[] = []
  for (let left = decoding.readVarUint(decoder); left > 0; left--) many.push(read())
  return many
}
