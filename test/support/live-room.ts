import { EventEmitter } from 'node:events'
import type { Socket } from 'node:net'
import { pino } from 'pino'
import type { WebSocket } from 'ws'
import * as Y from 'yjs'
import type { Access } from '../../server/src/ability/index.js'
import { Appender, type AppenderHooks } from '../../server/src/live/appender.js'
import { LiveConnection, type LiveRoom } from '../../server/src/live/connection.js'
import { LiveMetrics } from '../../server/src/live/live-metrics.js'
import type { AppendResult, AppendSender, LiveStore } from '../../server/src/live/live.store.js'
import { Room } from '../../server/src/live/room.js'
import { MESSAGE, type RejectionNotice } from '@roundtable/shared/protocol'
import * as decoding from 'lib0/decoding'

const SEAT = '00000000-0000-4000-8000-000000000001'

/** The line to one person, whose emptiness a test decides. */
export class FakeSocket extends EventEmitter {
  destroyed = false
  /** Bytes that the person has not read. */
  writableLength = 0
  readonly sent: Buffer[] = []
  /** As Node counts: what is not read included. */
  bytesWritten = 0
  _handle = { writeQueueSize: 0 }

  write(bytes: Buffer): boolean {
    this.sent.push(bytes)
    return this.writableLength === 0
  }

  /** The counts of all `durable` messages that went out. */
  get durable(): number[] {
    return this.#told(MESSAGE.durable).map((decoder) => decoding.readVarUint(decoder))
  }

  /** Why something was refused, of all `rejected` messages that went out. */
  get reasons(): string[] {
    return this.#told(MESSAGE.rejected).map((decoder) => (JSON.parse(decoding.readVarString(decoder)) as RejectionNotice).reason)
  }

  #told(type: number): decoding.Decoder[] {
    const messages = framesIn(Buffer.concat(this.sent)).map((frame) => decoding.createDecoder(frame))
    return messages.filter((decoder) => decoding.readVarUint(decoder) === type)
  }
}

/** The payloads of a server's frames: unmasked, none of them split. */
function framesIn(bytes: Buffer): Buffer[] {
  const frames: Buffer[] = []
  for (let at = 0; at < bytes.length;) {
    const short = bytes[at + 1]!
    const [header, length] =
      short < 126 ? [2, short] : short === 126 ? [4, bytes.readUInt16BE(at + 2)] : [10, Number(bytes.readBigUInt64BE(at + 2))]
    frames.push(bytes.subarray(at + header, at + header + length))
    at += header + length
  }
  return frames
}

/** A log in memory. `gate`, when set, holds every append until it resolves. */
export class FakeStore implements LiveStore {
  readonly batches: (readonly AppendSender[])[] = []
  gate: Promise<void> | null = null
  /** Thrown by the next append. */
  failure: Error | null = null
  locked: readonly string[] = []
  readonly #logs = new Map<string, { seq: number; bytes: Uint8Array }[]>()

  log(documentId: string): { seq: number; bytes: Uint8Array }[] {
    const log = this.#logs.get(documentId) ?? []
    this.#logs.set(documentId, log)
    return log
  }

  async append(senders: readonly AppendSender[]): Promise<AppendResult[]> {
    this.batches.push(senders)
    await this.gate
    const { failure } = this
    this.failure = null
    if (failure) throw failure
    return senders.map(({ documentId, updates }) => {
      const log = this.log(documentId)
      return { verdict: 'committed', seqs: updates.map((bytes) => log.push({ seq: log.length + 1, bytes })) }
    })
  }

  readGate: Promise<void> | null = null
  async updatesAfter(documentId: string, _epoch: number, seq: number): Promise<{ seq: number; bytes: Uint8Array }[]> {
    await this.readGate
    return this.log(documentId).filter((row) => row.seq > seq)
  }

  unlocked(documentIds: readonly string[], scopeIds: readonly string[]): Promise<ReadonlySet<string>> {
    return Promise.resolve(new Set([...documentIds, ...scopeIds].filter((id) => !this.locked.includes(id))))
  }

  heads(documentIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    return Promise.resolve(new Map(documentIds.map((id) => [id, this.log(id).length])))
  }
  load(): Promise<null> {
    return Promise.resolve(null)
  }
  loadForCompaction(): ReturnType<LiveStore['loadForCompaction']> {
    return Promise.resolve(null)
  }
  compact(): Promise<boolean> {
    return Promise.resolve(false)
  }
}

/** An appender with a log in memory, and people whose lines a test holds in its hand. */
export class AppenderScene {
  readonly store = new FakeStore()
  readonly gaps: LiveRoom[] = []
  readonly appender: Appender

  constructor(hooks: Partial<AppenderHooks> = {}) {
    this.appender = new Appender(
      this.store,
      {
        mayWrite: () => true,
        decideAgain: () => Promise.resolve(),
        onBound: () => undefined,
        onGap: (room) => void this.gaps.push(room),
        onGrown: () => undefined,
        onCommitted: () => undefined,
        ...hooks
      },
      new LiveMetrics([]),
      pino({ level: process.env.TEST_LOG ?? 'silent' })
    )
  }

  /** `storedBytes`: as if so much had been written and folded; nothing reads it. */
  room(documentId: string, storedBytes = 0): LiveRoom {
    const nothing = new Uint8Array([0])
    const folded = { seq: 0, state: new Uint8Array(storedBytes), stateVector: nothing, deleteSet: nothing }
    return new Room<LiveConnection>(
      { documentId, familyId: documentId, workspaceId: 'workspace', roots: new Map([['content', 'text']]) },
      { epoch: 1, seq: 0, snapshot: storedBytes > 0 ? folded : null, updates: [] }
    )
  }

  /** Somebody who may edit, has joined, and whose edits are told from their Y.Doc. */
  person(room: LiveRoom, personId: string, doc = new Y.Doc()): Person {
    return new Person(this.appender, room, personId, doc)
  }
}

export class Person {
  readonly socket = new FakeSocket()
  readonly connection: LiveConnection
  #count = 0

  constructor(
    private readonly appender: Appender,
    readonly room: LiveRoom,
    personId: string,
    readonly doc: Y.Doc
  ) {
    const ws = { readyState: 1, OPEN: 1, close: () => undefined, terminate: () => (this.socket.destroyed = true) }
    const access = {
      right: 'edit',
      because: { rule: 'A11', paragraph: '', sentence: '' },
      grounds: { workspaceNumber: 1, personNumber: 1, validUntil: new Date(8.64e15) },
      seat: { id: SEAT, name: personId, side: null, role: 'CSO', organisation: null, mandateExpiresAt: null, color: 0 },
      document: { id: room.facts.documentId, kind: 'plain', epoch: 1 }
    }
    this.connection = new LiveConnection(
      room,
      { personId, sessionId: null, speaksRoundtable: true, schema: 1, epoch: null },
      access as unknown as Access,
      ws as unknown as WebSocket,
      this.socket as unknown as Socket,
      0,
      0
    )
    this.connection.isJoined = true
    room.connections.add(this.connection)
  }

  send(bytes: Uint8Array, isOpeningSync = false): void {
    this.appender.enqueue(this.room, { connection: this.connection, count: ++this.#count, bytes, isOpeningSync, hasCaughtUp: false })
  }

  /** Types `letters` letters, an edit each. */
  type(letters: number): void {
    const made: Uint8Array[] = []
    const keep = (bytes: Uint8Array): void => void made.push(bytes)
    const content = this.doc.getText('content')
    this.doc.on('update', keep)
    for (let letter = 0; letter < letters; letter++) content.insert(content.length, 'x')
    this.doc.off('update', keep)
    for (const bytes of made) this.send(bytes)
  }
}
