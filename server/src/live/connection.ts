import {
  CLOSE,
  MESSAGE,
  type AccessNotice,
  type Because,
  type CloseName,
  type LiveRight,
  type RejectionReason
} from '@roundtable/shared/protocol'
import type { WebSocket } from 'ws'
import type { Access } from '../ability/index.js'
import { type AwarenessEntry, durableMessage, frameOf, noticeMessage } from './domain/frames.js'
import type { PresenceIdentity, PresenceOwner } from './domain/presence-board.js'
import { TokenBucket } from '../platform/token-bucket.js'
import { asFarAsTheClientCan, type ConnectionFacts } from './connection-facts.js'
import { type LiveLine, OutgoingLine } from './outgoing-line.js'
import type { InboxItem, Room } from './room.js'

let made = 0

export type LiveRoom = Room<LiveConnection>
export type LiveItem = InboxItem<LiveConnection>

/**
 * One live socket, or one line of a tunnel, of one person in one document.
 *
 *   opening ──(joined by sync step 1)──▶ joined ──▶ refused (nothing more is taken) ──▶ closed
 */
export class LiveConnection extends OutgoingLine implements PresenceOwner {
  #access: Access
  /** Told its client of a final refusal; what still arrives is not read. */
  isRefused = false
  /** Receives broadcasts: its sync step 1 has been answered. */
  isJoined = false
  /** Did not keep up; waits for its socket to drain and is then brought up to date. */
  isBehind = false
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
  #received = 0
  /** How many of its content messages are committed, and of how many it was told. */
  #durable = 0
  #told = 0
  /** In the order in which connections came. */
  readonly number = ++made
  readonly contentBucket: TokenBucket
  readonly presenceBucket: TokenBucket

  constructor(
    readonly room: LiveRoom,
    readonly facts: ConnectionFacts,
    access: Access,
    ws: WebSocket,
    socket: LiveLine,
    updatesPerSecond: number,
    now: number
  ) {
    super(ws, socket)
    this.#access = asFarAsTheClientCan(access, facts)
    this.contentBucket = new TokenBucket(updatesPerSecond, updatesPerSecond * 5, now)
    this.presenceBucket = new TokenBucket(updatesPerSecond, updatesPerSecond, now)
  }

  get isElsewhere(): boolean {
    return false
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
    this.#access = asFarAsTheClientCan(access, this.facts)
    return before.right !== this.#access.right || before.because.rule !== this.#access.because.rule
  }

  get identity(): PresenceIdentity {
    const { id, name, side, color } = this.access.seat
    return { id, name, side, color }
  }

  /** Numbers a content message. */
  nextCount(): number {
    return ++this.#received
  }

  /**
   * Edits for this reader, and how far its own are durable. Whoever does not keep up gets nothing more: once its
   * line is free, it is brought everything it missed.
   */
  writeUpdates(frames: readonly Buffer[], seq: number): void {
    if (this.isBehind || this.isHeld) return
    if (!this.hasMuchUnread) return this.#send(frames, seq)
    this.isBehind = true
    this.onceDrained(() => this.#catchUp())
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
    const notice: AccessNotice = { right: this.right, because: this.access.because, color: this.access.seat.color }
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
    this.closeLine(CLOSE[name].code, detail.slice(0, 100))
  }
}
