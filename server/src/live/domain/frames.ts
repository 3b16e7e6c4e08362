import { MESSAGE, SYNC } from '@roundtable/shared/protocol'
import * as encoding from 'lib0/encoding'

/** Memory for what a room keeps. Small pieces share a slab of nothing but such: a piece of Node's own pool would keep all its neighbours' memory alive. */
const SLAB_BYTES = 16 * 1024
let slab = Buffer.allocUnsafeSlow(0)

function lastingBytes(length: number): Buffer {
  if (length > SLAB_BYTES / 8) return Buffer.allocUnsafeSlow(length)
  if (slab.length < length) slab = Buffer.allocUnsafeSlow(SLAB_BYTES)
  const piece = slab.subarray(0, length)
  slab = slab.subarray(length)
  return piece
}

/**
 * WebSocket frames (RFC 6455 §5.2) and live messages, built once and written to many sockets.
 * Server frames are unmasked, final and binary; several frames may stand in one write.
 */
export function frameOf(payload: Uint8Array): Buffer {
  const frame = Buffer.allocUnsafe(headerLength(payload.length) + payload.length)
  frame.set(payload, writeHeader(frame, payload.length))
  return frame
}

const headerLength = (length: number): number => (length < 126 ? 2 : length < 65_536 ? 4 : 10)

/** Writes the header of a frame with so long a payload; returns where the payload begins. */
function writeHeader(frame: Buffer, length: number): number {
  frame[0] = 0x82
  const header = headerLength(length)
  if (header === 2) frame[1] = length
  else if (header === 4) {
    frame[1] = 126
    frame.writeUInt16BE(length, 2)
  } else {
    frame[1] = 127
    frame.writeBigUInt64BE(BigInt(length), 2)
  }
  return header
}

/** An update a room keeps, held once: the frame that tells it, and where in the frame its bytes begin. */
export interface UpdateFrame {
  readonly frame: Buffer
  readonly start: number
}

/** The frame of sync message `update`. The bytes are copied; `bytesOf` gives them back. */
export function updateFrame(bytes: Uint8Array): UpdateFrame {
  const opening = message((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.sync)
    encoding.writeVarUint(encoder, SYNC.update)
    encoding.writeVarUint(encoder, bytes.length)
  })
  const length = opening.length + bytes.length
  const frame = lastingBytes(headerLength(length) + length)
  const header = writeHeader(frame, length)
  const start = header + opening.length
  frame.set(opening, header)
  frame.set(bytes, start)
  return { frame, start }
}

export const bytesOf = ({ frame, start }: UpdateFrame): Uint8Array => frame.subarray(start)

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

/**
 * Two frames in one write: an awareness message that says nothing and keeps the stock provider from hanging up after
 * 30 silent seconds, and a ping (opcode 9), which a peer that is gone does not answer.
 */
export const HEARTBEAT = Buffer.concat([frameOf(awarenessMessage([])), Buffer.from([0x89, 0])])
