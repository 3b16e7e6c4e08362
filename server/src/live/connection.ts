import { LAYOUTS } from '@roundtable/shared/document'
import {
  CLOSE,
  DOCUMENT_SCHEMA,
  MESSAGE,
  type AccessNotice,
  type Because,
  type CloseName,
  type LiveRight,
  type RejectionReason
} from '@roundtable/shared/protocol'
import type { Socket } from 'node:net'
import type { WebSocket } from 'ws'
import type { Access } from '../ability/index.js'
import { type AwarenessEntry, durableMessage, frameOf, noticeMessage } from './domain/frames.js'
import { type PresenceIdentity, type PresenceOwner, freeColour } from './domain/presence-board.js'
import { TokenBucket } from '../platform/token-bucket.js'
import type { Traffic } from './live-metrics.js'
import type { InboxItem, Room } from './room.js'
import { TunnelLine } from './tunnel/tunnel-line.js'

const PRESENCE_STOPS_AT = 256 * 1024
const UPDATES_STOP_AT = 1024 * 1024
const WORTH_JOINING = 16 * 1024

/** What carries a connection's frames: a socket of the network, or a line of a tunnel. */
export type LiveLine = Socket | TunnelLine

let made = 0

export type LiveRoom = Room<LiveConnection>
export type LiveItem = InboxItem<LiveConnection>

export interface ConnectionFacts {
  readonly personId: string
  readonly sessionId: string | null
  /** Asked for our own messages by subprotocol. */
  readonly speaksRoundtable: boolean
  /** The layout version stated in `?schema=`; null: a client that knows none. */
  readonly schema: number | null
  /** The epoch stated in `?epoch=`; null: a client that knows of none. */
  readonly epoch: number | null
}

/**
 * One live socket, or one line of a tunnel, of one person in one document.
 *
 *   opening ──(joined by sync step 1)──▶ joined ──▶ refused (nothing more is taken) ──▶ closed
 *
 * Every byte goes out through `write`: whole frames on the raw socket, several of them in one write.
 */
export class LiveConnection implements PresenceOwner {
  #access: Access
  readonly #color: number
  /** Told its client of a final refusal; what still arrives is not read. */
  isRefused = false
  /** Receives broadcasts: its sync step 1 has been answered. */
  isJoined = false
  /** Did not keep up; waits for its socket to drain and is then brought up to date. */
  isBehind = false
  /** Seen since the last sweep: any message or pong. */
  isAlive = true
  /**
   * Updates that came before the opening step 2; null once it is here. The stock provider sends what is
   * typed the moment it is connected, also when that builds on offline edits which only its step 2 brings:
   * so they wait for it, and by then step 2 holds them too.
   */
  beforeSync: { readonly items: LiveItem[]; bytes: number } | null = { items: [], bytes: 0 }
  /** Its rights are being decided again; what it sent waits. */
  isDeciding = false
  /** The decision about its rights that is under way: until it has come, nothing new is shown here. */
  #decision: number | null = null
  #onDecided: (() => void) | null = null
  /** The client id whose presence this connection speaks for. */
  presentedClient: number | null = null
  /** Its presence, while the client id is not bound yet. */
  heldPresence: AwarenessEntry | null = null
  /** Where it moved last, while nobody has been told. */
  latestMove: AwarenessEntry | null = null
  /** The last `seq` sent, for catching up a slow reader. */
  sentSeq = 0
  /** After the last write little was unread (Node's own mark, far below ours): how much need not be asked at each of a thousand writes. */
  #isFlowing = true
  #received = 0
  /** How many of its content messages are committed, and of how many it was told. */
  #durable = 0
  #told = 0
  /** What had left at the last sweep. */
  #left = ''
  /** In the order in which connections came. */
  readonly number = ++made
  readonly contentBucket: TokenBucket
  readonly presenceBucket: TokenBucket

  constructor(
    readonly room: LiveRoom,
    readonly facts: ConnectionFacts,
    access: Access,
    private readonly ws: WebSocket,
    private readonly socket: LiveLine,
    updatesPerSecond: number,
    now: number
  ) {
    this.#access = this.#asFarAsTheClientCan(access)
    this.#color = freeColour(this.#access.seat.id, identitiesIn(room))
    this.contentBucket = new TokenBucket(updatesPerSecond, updatesPerSecond * 5, now)
    this.presenceBucket = new TokenBucket(updatesPerSecond, updatesPerSecond, now)
  }

  get isElsewhere(): boolean {
    return false
  }

  get isOpen(): boolean {
    return this.ws.readyState === this.ws.OPEN
  }

  get access(): Access {
    return this.#access
  }

  get right(): LiveRight {
    return this.#access.right
  }

  /** True when the right, or the reason for it, is another than before. */
  setAccess(access: Access): boolean {
    const before = this.#access
    this.#access = this.#asFarAsTheClientCan(access)
    return before.right !== this.#access.right || before.because.rule !== this.#access.because.rule
  }

  /** A client that does not know the layout would delete what it cannot show (reliability M6): it reads. */
  #asFarAsTheClientCan(access: Access): Access {
    if (access.right === 'view' || this.facts.schema === DOCUMENT_SCHEMA || !LAYOUTS[access.document.kind].richText) return access
    return { ...access, right: 'view', because: { rule: 'LIVE-9', paragraph: '', sentence: 'live.because.old_client' } }
  }

  get identity(): PresenceIdentity {
    const { id, name, side } = this.access.seat
    return { id, name, side, color: this.#color }
  }

  get isTunnelled(): boolean {
    return this.socket instanceof TunnelLine
  }

  /** Of its line, since it was opened. */
  get traffic(): Traffic {
    return { received: this.socket.bytesRead, sent: this.socket.bytesWritten }
  }

  /** Numbers a content message. */
  nextCount(): number {
    return ++this.#received
  }

  write(buffer: Buffer): void {
    if (this.isOpen) this.#isFlowing = this.socket.write(buffer)
  }

  /** Several frames in one write. Long ones are not copied together: fifty who open a document share its bytes. */
  writeAll(frames: readonly Buffer[]): void {
    if (frames.length === 0) return
    if (frames.length === 1) return this.write(frames[0]!)
    if (frames.reduce((sum, { length }) => sum + length, 0) <= WORTH_JOINING) return this.write(Buffer.concat(frames))
    this.socket.cork()
    for (const frame of frames) this.write(frame)
    this.socket.uncork()
  }

  /**
   * Edits for this reader, and how far its own are durable. Whoever does not keep up gets nothing more: once its
   * line is free, it is brought everything it missed.
   */
  writeUpdates(frames: readonly Buffer[], seq: number): void {
    if (this.isBehind || this.isHeld) return
    if (!this.hasMuchUnread) return this.#send(frames, seq)
    this.isBehind = true
    this.socket.once('drain', () => this.#catchUp())
  }

  get isHeld(): boolean {
    return this.#decision !== null
  }

  /** From now on nothing new is shown, until this decision (a later one has a higher number) has come. */
  holdUntil(decision: number): void {
    this.#decision = decision
  }

  /** It may go on, with what came meanwhile. An earlier decision than the one that is waited for says nothing. */
  goOnAfter(decision: number): void {
    if (this.#decision !== decision) return
    this.#decision = null
    const onDecided = this.#onDecided
    this.#onDecided = null
    onDecided?.()
    if (!this.isBehind) this.#catchUp()
  }

  /** Calls it at once, or when the decision about its rights has come; of several the last. */
  whenDecided(work: () => void): void {
    if (this.isHeld) this.#onDecided = work
    else work()
  }

  /** A slow reader has drained: it gets what it missed, from the log in memory or whole. */
  #catchUp(): void {
    this.isBehind = false
    if (this.isHeld) return
    const { room } = this
    this.#send(this.isJoined ? (room.framesAfter(this.sentSeq) ?? room.answerTo(new Map())) : [], room.seq)
  }

  #send(frames: readonly Buffer[], seq: number): void {
    const durable = this.#news()
    this.writeAll(durable ? [...frames, durable] : frames)
    this.sentSeq = seq
  }

  /** Cursors are the first to be dropped for a slow reader. */
  writePresence(buffer: Buffer): void {
    if (this.#isFlowing || this.socket.writableLength <= PRESENCE_STOPS_AT) this.write(buffer)
  }

  get hasMuchUnread(): boolean {
    return !this.#isFlowing && this.socket.writableLength > UPDATES_STOP_AT
  }

  /**
   * Asked at every sweep: true when this peer is gone. Whoever has little to read answers a ping. In front of much that
   * is unread (a whole document on a slow line) the ping cannot: then it counts that some of it has left since.
   */
  isGone(): boolean {
    const wasAlive = this.isAlive
    this.isAlive = false
    if (this.socket.writableLength <= PRESENCE_STOPS_AT) {
      this.#left = ''
      return !wasAlive
    }
    const left = `${this.socket.bytesWritten - this.socket.writableLength} ${unsentOfWrite(this.socket)}`
    const stands = left === this.#left
    this.#left = left
    return stands
  }

  /** So many of its content messages are committed, or were known. It is told with the next write to it. */
  confirm(count: number): void {
    this.#durable = Math.max(this.#durable, count)
  }

  /** Tells at once how far its edits are durable. */
  tellDurable(): void {
    const news = this.#news()
    if (news) this.write(news)
  }

  /** The frame that tells how far its edits are durable; null when it has heard. */
  #news(): Buffer | null {
    if (this.#durable === this.#told || !this.facts.speaksRoundtable) return null
    this.#told = this.#durable
    return frameOf(durableMessage(this.#durable))
  }

  tellAccess(): void {
    if (!this.facts.speaksRoundtable) return
    const notice: AccessNotice = { right: this.right, because: this.access.because, color: this.#color }
    this.write(frameOf(noticeMessage(MESSAGE.access, notice)))
  }

  /** Final: the message `count` will never be taken, nor anything after it on this connection. */
  refuse(count: number, reason: RejectionReason, because?: Because): void {
    if (this.isRefused) return
    this.isRefused = true
    if (this.facts.speaksRoundtable) this.write(frameOf(noticeMessage(MESSAGE.rejected, { count, reason, because })))
    this.close(reason === 'old_epoch' ? 'oldEpoch' : reason === 'not_allowed' ? 'notAllowed' : 'rejected', because?.rule ?? reason)
  }

  /** Closes with a named code; `detail` is short and holds nothing private. */
  close(name: CloseName, detail = name as string): void {
    if (this.ws.readyState <= this.ws.OPEN) this.ws.close(CLOSE[name].code, detail.slice(0, 100))
  }

  /** Ends a socket that no longer answers. */
  terminate(): void {
    this.ws.terminate()
  }
}

/** Node counts a long write as unsent until all of it has left; what has left of it, only the handle knows (as Node's own time-outs ask). */
function unsentOfWrite(socket: LiveLine): number {
  const handle: unknown = Reflect.get(socket, '_handle')
  return typeof handle === 'object' && handle !== null ? Number(Reflect.get(handle, 'writeQueueSize')) : 0
}

/** One after the other: whoever comes into a full room and has been there before finds themselves early. */
function* identitiesIn(room: LiveRoom): Iterable<PresenceIdentity> {
  if (room.peoplePresent > 0) yield* room.presence.identitiesElsewhere()
  for (const { identity } of room.connections) yield identity
}
