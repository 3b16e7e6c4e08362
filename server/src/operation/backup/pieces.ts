export interface Piece {
  readonly bytes: Buffer
  readonly isLast: boolean
}

/** Cuts a stream into pieces of exactly `size` bytes; the last one may be shorter, and is the only one of an empty stream. */
export async function* piecesOf(source: AsyncIterable<Buffer>, size: number): AsyncGenerator<Piece> {
  let waiting: Buffer[] = []
  let length = 0
  for await (const bytes of source) {
    waiting.push(bytes)
    length += bytes.length
    if (length <= size) continue
    const whole = Buffer.concat(waiting)
    let at = 0
    // One piece is always kept back: only what follows tells whether it is the last.
    for (; whole.length - at > size; at += size) yield { bytes: whole.subarray(at, at + size), isLast: false }
    waiting = [whole.subarray(at)]
    length = whole.length - at
  }
  yield { bytes: Buffer.concat(waiting), isLast: true }
}
