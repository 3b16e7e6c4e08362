/** WebSocket frames as the two ends of a line see them (RFC 6455 §5.2): the door writes unmasked ones and reads masked ones. */
export const OPCODE = { continuation: 0, binary: 2, close: 8, ping: 9, pong: 10 } as const

export interface LineFrame {
  readonly opcode: number
  readonly payload: Buffer
}

/** The mask is zeros, which leaves the bytes as they are: nothing stands between the two ends that could take them for HTTP. */
const MASK = Buffer.alloc(4)
const IS_LAST = 0x80
const IS_MASKED = 0x80

export function maskedFrame(opcode: number, payload: Buffer, isLast = true): Buffer {
  const { length } = payload
  const header = Buffer.alloc(length < 126 ? 2 : 4)
  header[0] = (isLast ? IS_LAST : 0) | opcode
  header[1] = IS_MASKED | Math.min(length, 126)
  if (length >= 126) header.writeUInt16BE(length, 2)
  return Buffer.concat([header, MASK, payload])
}

/** What the door writes, cut into whole frames. Each of its writes is at most one frame of ours in several pieces, or several frames. */
export class FrameReader {
  #rest: Buffer = Buffer.alloc(0)

  read(chunk: Buffer): LineFrame[] {
    let bytes = this.#rest.length > 0 ? Buffer.concat([this.#rest, chunk]) : chunk
    const frames: LineFrame[] = []
    for (let frame = firstFrame(bytes); frame; frame = firstFrame(bytes)) {
      frames.push(frame)
      bytes = bytes.subarray(frame.end)
    }
    this.#rest = bytes
    return frames
  }
}

function firstFrame(bytes: Buffer): (LineFrame & { readonly end: number }) | null {
  const short = (bytes[1] ?? 0) & 0x7f
  const start = short < 126 ? 2 : short === 126 ? 4 : 10
  if (bytes.length < start) return null
  const length = start === 2 ? short : start === 4 ? bytes.readUInt16BE(2) : Number(bytes.readBigUInt64BE(2))
  const end = start + length
  return bytes.length < end ? null : { opcode: (bytes[0] ?? 0) & 0x0f, payload: bytes.subarray(start, end), end }
}
