import { LIVE_SUBPROTOCOL, MESSAGE, SYNC, type RejectionNotice } from '@roundtable/shared/protocol'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { closed, opened } from './left-open.js'

export const frame = {
  sync: (step: (typeof SYNC)[keyof typeof SYNC], data: Uint8Array): Uint8Array =>
    encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, MESSAGE.sync)
      encoding.writeVarUint(encoder, step)
      encoding.writeVarUint8Array(encoder, data)
    }),
  awareness: (entries: readonly { client: number; clock: number; state: string }[]): Uint8Array => {
    const body = encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, entries.length)
      for (const { client, clock, state } of entries) {
        encoding.writeVarUint(encoder, client)
        encoding.writeVarUint(encoder, clock)
        encoding.writeVarString(encoder, state)
      }
    })
    return encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, MESSAGE.awareness)
      encoding.writeVarUint8Array(encoder, body)
    })
  }
}

/** A socket that speaks the wire by hand, and so can lie. */
export class RawClient {
  readonly #socket: WebSocket
  readonly closed: Promise<{ code: number; reason: string }>
  readonly opened: Promise<boolean>
  rejection: RejectionNotice | null = null
  durable = 0
  /** Bytes of every message received. */
  get received(): Buffer {
    this.#received = [Buffer.concat(this.#received)]
    return this.#received[0] ?? Buffer.alloc(0)
  }
  #received: Buffer[] = []
  readonly #types: number[] = []
  #onMessage: (() => void)[] = []

  constructor(address: string, { speaksRoundtable = true, headers = {} } = {}) {
    opened(this, () => this.end())
    this.#socket = new WebSocket(address, speaksRoundtable ? [LIVE_SUBPROTOCOL] : [], { headers })
    this.#socket.on('error', () => undefined) // a refused upgrade is told by `opened`
    this.opened = new Promise((resolve) => {
      this.#socket.on('open', () => resolve(true))
      this.#socket.on('close', () => resolve(false))
    })
    this.closed = new Promise((resolve) => this.#socket.on('close', (code, reason) => resolve({ code, reason: reason.toString() })))
    this.#socket.on('close', () => closed(this))
    this.#socket.on('message', (data: Buffer) => this.#read(data))
  }

  #read(data: Buffer): void {
    this.#received.push(data)
    const decoder = decoding.createDecoder(data)
    const type = decoding.readVarUint(decoder)
    this.#types.push(type)
    if (type === MESSAGE.durable) this.durable = decoding.readVarUint(decoder)
    if (type === MESSAGE.rejected) this.rejection = JSON.parse(decoding.readVarString(decoder)) as RejectionNotice
    for (const listener of this.#onMessage.splice(0)) listener()
  }

  /** How many messages of this type have come. */
  messages(type: number): number {
    return this.#types.filter((each) => each === type).length
  }

  /** Bytes that the server has not taken yet. */
  get unsent(): number {
    return this.#socket.bufferedAmount
  }

  send(data: Uint8Array | string): void {
    if (this.#socket.readyState === WebSocket.OPEN) this.#socket.send(data)
  }

  /** Opens the conversation as an honest client does, with nothing of its own. */
  greet(): void {
    this.send(frame.sync(SYNC.step1, new Uint8Array([0])))
    this.send(frame.sync(SYNC.step2, new Uint8Array([0, 0])))
  }

  update(bytes: Uint8Array): void {
    this.send(frame.sync(SYNC.update, bytes))
  }

  nextMessage(): Promise<void> {
    return new Promise((resolve) => this.#onMessage.push(resolve))
  }

  /** Resolves when `isMet`, looking at every message, or when the socket closes. */
  async until(isMet: () => boolean): Promise<void> {
    let isClosed = false
    void this.closed.then(() => (isClosed = true))
    while (!isMet() && !isClosed) await Promise.race([this.nextMessage(), this.closed])
  }

  /** A reader that does not read: what it is sent stays in the line. */
  pause(): void {
    this.#socket.pause()
  }

  resume(): void {
    this.#socket.resume()
  }

  end(): void {
    this.#socket.terminate()
  }
}

/** The update that `change` makes in a document, as one transaction. */
export function updateOf(doc: Y.Doc, change: () => void): Uint8Array {
  const made: Uint8Array[] = []
  const keep = (bytes: Uint8Array) => made.push(bytes)
  doc.on('update', keep)
  doc.transact(change)
  doc.off('update', keep)
  return made[0] ?? new Uint8Array([0, 0])
}
