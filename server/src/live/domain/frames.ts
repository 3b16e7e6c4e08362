import { MESSAGE, SYNC } from '@roundtable/shared/protocol'
import * as encoding from 'lib0/encoding'

/**
 * WebSocket frames (RFC 6455 §5.2) and live messages, built once and written to many sockets.
 * Server frames are unmasked, final and binary; several frames may stand in one write.
 */
export function frameOf(payload: Uint8Array): Buffer {
  const { length } = payload
  const header = length < 126 ? 2 : length < 65_536 ? 4 : 10
  const frame = Buffer.allocUnsafe(header + length)
  frame[0] = 0x82
  if (header === 2) frame[1] = length
  else if (header === 4) {
    frame[1] = 126
    frame.writeUInt16BE(length, 2)
  } else {
    frame[1] = 127
    frame.writeBigUInt64BE(BigInt(length), 2)
  }
  frame.set(payload, header)
  return frame
}

const message = (write: (encoder: encoding.Encoder) => void): Uint8Array => encoding.encode(write)

export function syncMessage(step: (typeof SYNC)[keyof typeof SYNC], data: Uint8Array): Uint8Array {
  return message((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.sync)
    encoding.writeVarUint(encoder, step)
    encoding.writeVarUint8Array(encoder, data)
  })
}

export function durableMessage(count: number): Uint8Array {
  return message((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.durable)
    encoding.writeVarUint(encoder, count)
  })
}

/** `access` and `rejected` carry JSON: they are rare, and read by people's eyes when something is wrong. */
export function noticeMessage(type: typeof MESSAGE.access | typeof MESSAGE.rejected, notice: object): Uint8Array {
  return message((encoder) => {
    encoding.writeVarUint(encoder, type)
    encoding.writeVarString(encoder, JSON.stringify(notice))
  })
}

export interface AwarenessEntry {
  readonly client: number
  readonly clock: number
  /** JSON text; `null` says that the client has left. */
  readonly state: string
}

export function awarenessMessage(entries: readonly AwarenessEntry[]): Uint8Array {
  const body = message((encoder) => {
    encoding.writeVarUint(encoder, entries.length)
    for (const { client, clock, state } of entries) {
      encoding.writeVarUint(encoder, client)
      encoding.writeVarUint(encoder, clock)
      encoding.writeVarString(encoder, state)
    }
  })
  return message((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.awareness)
    encoding.writeVarUint8Array(encoder, body)
  })
}

/** Says nothing, and keeps the stock provider from hanging up after 30 silent seconds. */
export const KEEP_ALIVE = frameOf(awarenessMessage([]))
/** A ping (opcode 9): a peer that is gone does not answer it. */
export const PING = Buffer.from([0x89, 0])
