import { SYNC } from '@roundtable/shared/protocol'
import * as Y from 'yjs'
import { DepthIndex } from './domain/depth-index.js'
import { type UpdateFrame, bytesOf, frameOf, syncMessage, updateFrame } from './domain/frames.js'
import { readVector } from './domain/inbound.js'
import { type ClockRange, KnownState, deletionsOnly, knownFrom } from './domain/known-state.js'
import { LazySet } from './domain/lazy-set.js'
import { MergedCopy } from './domain/merged-copy.js'
import { PresenceBoard } from './domain/presence-board.js'
import type { Roots } from './domain/update-check.js'
import type { LoggedUpdate, Snapshot, StoredDocument } from './live.store.js'

/** A content message that waits for its flush. */
export interface InboxItem<Member> {
  readonly connection: Member
  /** Ordinal of the message on its connection, from 1. */
  readonly count: number
  readonly bytes: Uint8Array
  readonly isOpeningSync: boolean
  /** The log was read once more for it already. */
  hasCaughtUp: boolean
}

interface TailEntry extends UpdateFrame {
  readonly seq: number
}

const OWNERS_KEPT = 10_000
const EMPTY_UPDATE = new Uint8Array([0, 0])
const NOTHING: ReadonlyMap<number, number> = new Map()

/** Why nothing of a room is taken: its log is being read again, or somebody keeps its rows locked. */
export type RoomHold = 'log' | 'lock'

export interface RoomFacts {
  readonly documentId: string
  readonly familyId: string
  readonly workspaceId: string
  readonly roots: Roots
}

/**
 * One open document, without a Y.Doc: the encoded snapshot, the updates after it, and what is known.
 * `Member` is who is in it; the room only holds them. Its inbox is emptied by the appender only; everything that stands in `tail` is committed.
 */
export class Room<Member extends object> {
  readonly connections = new Set<Member>()
  readonly epoch: number
  inbox: InboxItem<Member>[] = []
  /** Connections that wait for a client id of their presence to be bound. */
  readonly binding = new LazySet<Member>()
  /** Connections whose last move is not on the board yet. */
  readonly moved = new LazySet<Member>()
  /** Transactions under way with edits or client ids of this room. */
  underWay = 0
  readonly #holds = new LazySet<RoomHold>()
  /** Something was written that this room may not have seen: read the log before anything else. */
  isUncertain = false
  /** How far the log was seen to have come elsewhere: rows up to here that are not in it were folded. */
  headSeen = 0
  idleSince: number | null = null

  readonly known: KnownState
  #base: UpdateFrame | null
  #baseSeq: number
  #baseVector: ReadonlyMap<number, number>
  #tail: TailEntry[] = []
  #tailBytes = 0
  #seq: number
  #depths: DepthIndex | null = null
  #merged: MergedCopy | null = null
  #presence: PresenceBoard | null = null
  #owners: Map<number, string> | null = null

  constructor(
    readonly facts: RoomFacts,
    stored: StoredDocument
  ) {
    this.epoch = stored.epoch
    const { snapshot } = stored
    this.#base = snapshot ? updateFrame(snapshot.state) : null
    this.#baseVector = snapshot ? readVector(snapshot.stateVector) : NOTHING
    this.known = snapshot ? knownFrom(this.#baseVector, snapshot.deleteSet) : new KnownState()
    this.#seq = this.#baseSeq = snapshot?.seq ?? 0
    for (const update of stored.updates) this.takeLogged(update)
  }

  get seq(): number {
    return this.#seq
  }
  get baseSeq(): number {
    return this.#baseSeq
  }
  get tailLength(): number {
    return this.#tail.length
  }
  get tailBytes(): number {
    return this.#tailBytes
  }

  /** What of this document is stored, as far as this room has followed it. */
  get storedBytes(): number {
    return (this.#base ? bytesOf(this.#base).length : 0) + this.#tailBytes
  }

  /** Made when the first shows where they are. */
  get presence(): PresenceBoard {
    return (this.#presence ??= new PresenceBoard())
  }

  /** How many client ids show where they are. */
  get peoplePresent(): number {
    return this.#presence?.size ?? 0
  }

  hold(why: RoomHold): void {
    this.#holds.add(why)
  }

  /** Lets go of this one hold; another's stays. */
  release(why: RoomHold): void {
    this.#holds.delete(why)
  }

  /** Nothing of this room is taken at the moment. */
  get isBusy(): boolean {
    return this.#holds.size > 0
  }

  /** Nobody is here, and nothing waits or is under way: the room can leave memory. */
  get isIdle(): boolean {
    const waits = this.inbox.length > 0 || this.binding.size > 0 || this.underWay > 0
    return this.connections.size === 0 && !waits && !this.isBusy
  }

  /** Takes a committed update whose contents are not known in detail (from the log). Returns its frame. */
  takeLogged({ seq, bytes }: LoggedUpdate): Buffer {
    const { structs, ds } = Y.decodeUpdate(bytes)
    this.#depths?.addAll(structs, (client) => this.known.clockOf(client))
    for (const struct of structs) this.known.advance(struct.id.client, struct.id.clock + struct.length)
    const deleted = [...ds.clients].flatMap(([client, items]) => items.map(({ clock, len }) => ({ client, from: clock, to: clock + len })))
    return this.take(seq, bytes, [], deleted, [])
  }

  /** Takes a committed update. Only in the order of `seq`. */
  take(
    seq: number,
    bytes: Uint8Array,
    written: readonly ClockRange[],
    deleted: readonly ClockRange[],
    structs: readonly (Y.Item | Y.GC)[]
  ): Buffer {
    for (const { client, to } of written) this.known.advance(client, to)
    this.known.markAllDeleted(deleted)
    if (this.#depths) for (const struct of structs) this.#depths.add(struct)
    const kept = updateFrame(bytes)
    this.#tail.push({ seq, ...kept })
    this.#tailBytes += bytes.length
    this.#seq = seq
    return kept.frame
  }

  /** Built at the first edit that nests a type, by reading the whole document once. */
  depths(): DepthIndex {
    return (this.#depths ??= DepthIndex.of([this.#base ? bytesOf(this.#base) : EMPTY_UPDATE, ...this.#tail.map(bytesOf)]))
  }

  /**
   * The frames that answer sync step 1. Content goes first as updates, step 2 comes last: a provider
   * says "synced" at step 2, and by then it holds everything. No merging here.
   */
  answerTo(vector: ReadonlyMap<number, number>): Buffer[] {
    const isCovered = (clocks: Iterable<[number, number]>): boolean =>
      [...clocks].every(([client, clock]) => (vector.get(client) ?? 0) >= clock)
    const known: [number, number][] = [...this.known.clients].map((client) => [client, this.known.clockOf(client)])
    const frames: Buffer[] = []
    let hasBaseDeletions = this.#base === null
    if (!isCovered(known)) {
      if (this.#base && !isCovered(this.#baseVector)) {
        const isStranger = [...this.#baseVector.keys()].every((client) => !vector.has(client))
        const news = (base: UpdateFrame): Uint8Array => Y.diffUpdate(bytesOf(base), Y.encodeStateVector(new Map(vector)))
        frames.push(isStranger ? this.#base.frame : frameOf(syncMessage(SYNC.update, news(this.#base))))
        hasBaseDeletions = true
      }
      frames.push(...this.#tail.map((entry) => entry.frame))
    } else hasBaseDeletions = false
    const closing = hasBaseDeletions ? EMPTY_UPDATE : deletionsOnly(this.known.encodeDeleteSet())
    frames.push(frameOf(syncMessage(SYNC.step2, closing)))
    return frames
  }

  /** The frames after `seq`, or null when compaction has folded some of them. */
  framesAfter(seq: number): Buffer[] | null {
    const first = this.#tail[0]?.seq ?? this.#seq + 1
    if (seq + 1 < first) return null
    return this.#tail.filter((entry) => entry.seq > seq).map((entry) => entry.frame)
  }

  greeting(): Buffer {
    return frameOf(syncMessage(SYNC.step1, this.known.encodeStateVector()))
  }

  /** True when these deletions are what merging does by itself, at everybody's: no words and no values go with them. */
  losesNothingBy(deleted: readonly ClockRange[]): boolean {
    this.#merged ??= new MergedCopy(this.#base && bytesOf(this.#base), this.#baseSeq)
    this.#merged.follow(this.#tail.map((entry) => ({ seq: entry.seq, bytes: bytesOf(entry) })))
    return this.#merged.losesNothing(deleted)
  }

  /** Puts a folded snapshot in the place of the updates it covers. */
  rebase(snapshot: Snapshot): void {
    this.#base = updateFrame(snapshot.state)
    this.#baseSeq = snapshot.seq
    this.#baseVector = readVector(snapshot.stateVector)
    this.#merged?.destroy()
    this.#merged = null
    this.#tail = this.#tail.filter((entry) => entry.seq > snapshot.seq)
    this.#tailBytes = this.#tail.reduce((sum, entry) => sum + bytesOf(entry).length, 0)
  }

  /** Whose a client id is, as far as this room has seen it confirmed. */
  ownerOf(client: number): string | undefined {
    return this.#owners?.get(client)
  }

  confirmOwner(client: number, personId: string): void {
    this.#owners ??= new Map()
    if (this.#owners.size >= OWNERS_KEPT) this.#owners.delete(this.#owners.keys().next().value!)
    this.#owners.set(client, personId)
  }
}
