import * as decoding from 'lib0/decoding'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { framing, STEP, TYPE } from './framing.mjs'

const LONGEST_MS = 60_000
const NOTHING = new Uint8Array([0, 0])
const NO_CLOCKS = new Uint8Array([0])

/**
 * One person at a live document, as light as can be: what comes is noted in the room's record and put together only when
 * the measuring is over; a document is kept for what they type themselves.
 */
export class Collaborator {
  /** What they type; its client id is theirs. */
  own = new Y.Doc()
  /** Content messages sent on this connection, and how many of these the server has called durable. */
  sent = 0
  durable = 0
  rejection = null
  /** What they have from before this connection, as an update, and its clocks. */
  #had = NOTHING
  #clocks = NO_CLOCKS
  #presence = 0
  #socket = null
  #onSynced = null

  /** `onPresence(client, clock, at)` hears of others' cursors; `protocols`: WebSocket subprotocols. */
  constructor({ kind, room, address, record, onPresence = null, protocols = [], now }) {
    Object.assign(this, { address, record, onPresence, protocols, now })
    this.framing = framing(kind, room)
    this.reader = record.reader(this.own.clientID)
  }

  /** Comes to the next connection with this already; `clocks` is its state vector. */
  remember(update, clocks) {
    this.#had = update
    this.#clocks = clocks
  }

  get isOpen() {
    return this.#socket?.readyState === WebSocket.OPEN
  }

  /** Resolves with the time of the server's step 2, by which it says that all it has was sent. */
  connect() {
    this.sent = 0
    this.durable = 0
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`not synced after ${LONGEST_MS} ms: ${this.address}`)), LONGEST_MS)
      this.#onSynced = (at) => {
        clearTimeout(timer)
        resolve(at)
      }
      const socket = new WebSocket(this.address, this.protocols, { perMessageDeflate: false, maxPayload: 0 })
      this.#socket = socket
      socket.on('open', () => (this.framing.greeting ? socket.send(this.framing.greeting) : this.#ask()))
      socket.on('message', (data) => this.#receive(data))
      socket.on('error', () => undefined) // its close follows and says what matters
      socket.on('close', (code, reason) => {
        clearTimeout(timer)
        reject(new Error(`closed with ${code} ${reason} before it was synced: ${this.address}`))
      })
    })
  }

  #ask() {
    this.#send(this.framing.sync(STEP.step1, this.#clocks))
  }

  #send(bytes) {
    if (this.isOpen) this.#socket.send(bytes)
  }

  #receive(data) {
    const at = this.now()
    const decoder = decoding.createDecoder(new Uint8Array(data.buffer, data.byteOffset, data.byteLength))
    decoder.pos = this.framing.nameLength
    const type = decoding.readVarUint(decoder)
    if (type === TYPE.sync || type === TYPE.syncReply) this.#sync(decoding.readVarUint(decoder), decoding.readVarUint8Array(decoder), at)
    else if (type === TYPE.awareness && this.onPresence) this.#hearPresence(decoding.readVarUint8Array(decoder), at)
    else if (type === TYPE.auth) this.#ask()
    else if (type === TYPE.durable) this.durable = decoding.readVarUint(decoder)
    else if (type === TYPE.rejected) this.rejection = decoding.readVarString(decoder)
  }

  #sync(step, data, at) {
    if (step === STEP.step1) return this.#content(STEP.step2, this.#unknownTo(data))
    if (data.length > NOTHING.length) this.record.received(this.reader, data, at)
    if (step === STEP.step2) this.#onSynced(at)
  }

  /** What of ours the server lacks. */
  #unknownTo(clocks) {
    const ours = Y.encodeStateAsUpdate(this.own, clocks)
    return this.#had === NOTHING ? ours : Y.mergeUpdates([Y.diffUpdate(this.#had, clocks), ours])
  }

  #content(step, update) {
    this.sent += 1
    this.#send(this.framing.sync(step, update))
  }

  #hearPresence(bytes, at) {
    const decoder = decoding.createDecoder(bytes)
    for (let left = decoding.readVarUint(decoder); left > 0; left--) {
      const [client, clock] = [decoding.readVarUint(decoder), decoding.readVarUint(decoder)]
      decoding.readVarUint8Array(decoder) // the state itself, which nobody looks at here
      if (client !== this.own.clientID) this.onPresence(client, clock, at)
    }
  }

  /** One edit, `letters` at the end of what they wrote so far. */
  type(due, letters = 1) {
    const text = this.own.getText('content')
    const word = Array.from({ length: letters }, (_, index) => String.fromCharCode(97 + ((text.length + index) % 26))).join('')
    this.change(
      () => text.insert(text.length, word),
      (update) => this.record.typed(this.own.clientID, update, letters, due)
    )
  }

  /** Sends what `make` changes in their document as one edit; `note` hears of it before it leaves. */
  change(make, note = () => undefined) {
    this.own.once('update', (update) => {
      note(update)
      this.#content(STEP.update, update)
    })
    this.own.transact(make)
  }

  /** Answers the clock of the position sent. */
  moveCursor() {
    const position = (this.#presence + 1) * 7
    return this.moveCaret({ anchor: position, head: position })
  }

  /** As `moveCursor`, to where an editor can show it. */
  moveCaret(cursor) {
    this.#presence += 1
    this.#send(this.framing.presence(this.own.clientID, this.#presence, { cursor }))
    return this.#presence
  }

  /** As when a network goes away: no farewell. */
  drop() {
    this.#socket?.terminate()
  }
}
