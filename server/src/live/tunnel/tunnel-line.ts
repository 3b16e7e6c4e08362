import { MESSAGE, type Piece, type PieceKind, TUNNEL_LIMITS } from '@roundtable/shared/protocol'
import { Duplex } from 'node:stream'
import { FrameReader, type LineFrame, maskedFrame, OPCODE } from './line-frames.js'

/** RFC 6455 §7.4.1: ended without a close frame. */
const LOST = '1006 '
const END_OF_HEAD = '\r\n\r\n'
/** So much of what was read is told of at a time. */
const TOLD_AFTER = TUNNEL_LIMITS.windowBytes / 4

interface Waiting {
  readonly kind: PieceKind
  readonly bytes: Buffer
  /** Whose type is at or above `MESSAGE.durable`: what the server says of edits and rights, nobody's words. */
  readonly isNotice: boolean
}

/**
 * One line of a tunnel, as the live door sees it: a socket that carries RFC 6455. What the door writes is cut into pieces that
 * wait here until the page fetches them; what the page sends comes out as the frames a browser would have sent.
 *
 * A write counts as unread until the page has taken all of it, so that the door treats a page that does not fetch like any
 * reader that does not keep up.
 */
export class TunnelLine extends Duplex {
  readonly #frames = new FrameReader()
  #waiting: Waiting[] = []
  /** The write under way, done when nothing waits. */
  #onTaken: (() => void) | null = null
  #isUpgraded = false
  #isParting = false
  #isToldOfEnd = false
  /** The page has fetched a part of a message, and not its end. */
  #isHalfFetched = false
  /** A message is under way of which the page has sent a part. */
  #isInMessage = false
  #passed = 0
  #received = 0
  #told = 0

  /** `wants`: something is here to be fetched. */
  constructor(
    readonly number: number,
    private readonly wants: () => void
  ) {
    super()
  }

  get bytesRead(): number {
    return this.#received
  }
  /** As of a socket of the network: what waits is written already. */
  get bytesWritten(): number {
    return this.#passed + this.writableLength
  }
  /** Its end is fetched. */
  get isOver(): boolean {
    return this.#isToldOfEnd
  }
  get hasWaiting(): boolean {
    return this.#waiting.length > 0
  }

  /** The door is about to close it: of what waits nothing is to be fetched any more but what it says of edits and rights. */
  part(): void {
    this.#isParting = true
    const isCut = this.#isHalfFetched && this.#waiting[0]?.isNotice === false
    this.#waiting = this.#waiting.filter(({ isNotice }) => isNotice)
    // Else what follows would be read as the rest of the message that the page has half of.
    if (isCut) this.#waiting.unshift({ kind: 'cut', bytes: Buffer.alloc(0), isNotice: true })
    // The close frame is behind the write under way.
    this.#done()
  }

  /** Up to so many bytes of what waits, at least one piece where anything does. */
  fetch(bytes: number): Piece[] {
    const pieces: Piece[] = []
    let left = bytes
    while (left > 0) {
      const next = this.#waiting.shift()
      if (!next) break
      const { kind } = next
      if (kind === 'close') this.#isToldOfEnd = true
      this.#isHalfFetched = kind === 'more'
      pieces.push([this.number, kind, kind === 'more' || kind === 'end' ? next.bytes.toString('base64') : next.bytes.toString()])
      left -= next.bytes.length + 1
      this.#passed += next.bytes.length
      this.#proceed()
    }
    return pieces
  }

  /** A piece from the page. False when no page of ours would send it. */
  receive(kind: PieceKind, body: string): boolean {
    if (this.destroyed || this.readableEnded) return true
    if (this.readableLength > 2 * TUNNEL_LIMITS.windowBytes) return false
    if (kind === 'pong') this.push(maskedFrame(OPCODE.pong, Buffer.alloc(0)))
    else if (kind === 'close') this.push(maskedFrame(OPCODE.close, Buffer.alloc(0)))
    else if (kind === 'more' || kind === 'end') return this.#receiveContent(Buffer.from(body, 'base64'), kind === 'end')
    else return false
    return true
  }

  #receiveContent(bytes: Buffer, isLast: boolean): boolean {
    // A part of nothing would cost more room than it says.
    if (bytes.length > TUNNEL_LIMITS.pieceBytes || (!isLast && bytes.length === 0)) return false
    this.#received += bytes.length
    this.push(maskedFrame(this.#isInMessage ? OPCODE.continuation : OPCODE.binary, bytes, isLast))
    this.#isInMessage = !isLast
    return true
  }

  /** What comes is pushed; nothing is asked for. */
  override _read(): void {}

  /** The door has it and reads when it likes: what it has read makes room for more. */
  tellWhatIsTaken(): void {
    this.on('data', () => {
      const taken = this.#received - this.#told - this.readableLength
      if (taken < TOLD_AFTER || this.#isParting) return
      this.#told += taken
      this.#wait('taken', Buffer.from(String(taken)))
      this.wants()
    })
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.#onTaken = done
    for (const frame of this.#framesOf(chunk)) this.#pass(frame)
    if (this.hasWaiting) this.wants()
    if (this.#isParting) this.#done()
    else this.#proceed()
  }

  /** Its first words are HTTP's answer to the upgrade. */
  #framesOf(chunk: Buffer): LineFrame[] {
    if (this.#isUpgraded) return this.#frames.read(chunk)
    this.#isUpgraded = true
    this.#wait('opened', Buffer.alloc(0))
    return this.#frames.read(chunk.subarray(chunk.indexOf(END_OF_HEAD) + END_OF_HEAD.length))
  }

  #pass({ opcode, payload }: LineFrame): void {
    if (opcode === OPCODE.close) return this.#passClose(payload)
    if (opcode === OPCODE.ping) return this.#isParting ? undefined : this.#wait('ping', Buffer.alloc(0))
    const isNotice = (payload[0] ?? 0) >= MESSAGE.durable
    if (opcode !== OPCODE.binary || (this.#isParting && !isNotice)) return
    const { pieceBytes } = TUNNEL_LIMITS
    for (let at = 0; at < payload.length; at += pieceBytes) {
      const isLast = at + pieceBytes >= payload.length
      this.#waiting.push({ kind: isLast ? 'end' : 'more', bytes: payload.subarray(at, at + pieceBytes), isNotice })
    }
  }

  /** What is to be told of the end is kept here; the door need not wait until the page has fetched it. */
  #passClose(payload: Buffer): void {
    const code = payload.length >= 2 ? payload.readUInt16BE(0) : 1005
    this.#wait('close', Buffer.from(`${code} ${payload.subarray(2).toString()}`))
    this.push(maskedFrame(OPCODE.close, payload.subarray(0, 2)))
    this.push(null)
    this.#done()
  }

  #wait(kind: PieceKind, bytes: Buffer): void {
    this.#waiting.push({ kind, bytes, isNotice: true })
  }

  #proceed(): void {
    if (!this.hasWaiting) this.#done()
  }

  #done(): void {
    const done = this.#onTaken
    this.#onTaken = null
    done?.()
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    if (!this.#waiting.some(({ kind }) => kind === 'close') && !this.#isToldOfEnd) {
      this.#waiting = []
      this.#wait('close', Buffer.from(LOST))
    }
    this.#onTaken = null
    this.wants()
    done(error)
  }
}
