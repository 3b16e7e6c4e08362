import {
  DOCUMENT_SCHEMA,
  LIVE_PATH,
  LIVE_SUBPROTOCOL,
  MESSAGE,
  closeNameOf,
  type AccessNotice,
  type Because,
  type CloseName,
  type DocumentView,
  type LiveRight,
  type RejectionNotice
} from '@roundtable/shared/protocol'
import * as decoding from 'lib0/decoding'
import { type Awareness } from 'y-protocols/awareness'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { countingSocket } from './counting-socket.js'
import { LocalCopy } from './local-copy.js'
import { dismiss, recover, recoveredOf } from './recovered-texts.js'
import { CONFIRMATION_OVERDUE_MS, saveStateOf } from './save-state.js'
import { SentLedger } from './sent-ledger.js'
import { type LiveState } from './types.js'

/** One life of the local Y.Doc. A refused edit ends it: a copy can never take a refused struct back. */
interface Life {
  readonly doc: Y.Doc
  readonly provider: WebsocketProvider
  readonly copy: LocalCopy
  readonly ledger: SentLedger
}

/** Refusals in a row, without a confirmation between them, after which the document stays closed. */
const MOST_REFUSALS = 3

/**
 * One open document: Y.Doc, connection, local copy and what the person is told about them.
 * An external store in React's sense (`subscribe`, `getSnapshot`).
 */
export class LiveDocument {
  #life: Life
  #state: LiveState
  #right: LiveRight
  #because: Because
  #color: number | null = null
  #savedAt: Date | null = null
  #waitingSince: number | null = null
  #closed: CloseName | null = null
  #attention: string | null = null
  #generation = 0
  #refusals = 0
  #overdue: ReturnType<typeof setTimeout> | undefined
  #isDestroyed = false
  readonly #listeners = new Set<() => void>()

  constructor(private readonly view: DocumentView) {
    this.#right = view.right
    this.#because = view.because
    this.#life = this.#begin()
    this.#state = this.#compute()
    window.addEventListener('unhandledrejection', this.#onStorageFailure)
  }

  get doc(): Y.Doc {
    return this.#life.doc
  }
  get awareness(): Awareness {
    return this.#life.provider.awareness
  }
  /** Edits that the server has not confirmed. */
  get unsent(): number {
    return this.#life.ledger.waiting
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly getSnapshot = (): LiveState => this.#state

  dismissRecovered(id: string): void {
    dismiss(this.view.id, id)
    this.#changed()
  }

  /** Lets go of everything; the local copy stays on the device. */
  destroy(): void {
    this.#isDestroyed = true
    window.removeEventListener('unhandledrejection', this.#onStorageFailure)
    clearTimeout(this.#overdue)
    void this.#end(this.#life, false)
    this.#listeners.clear()
  }

  /** Ends the document for good and takes its copy off the device; unconfirmed words go to the panel. */
  close(name: CloseName): void {
    this.#closed = name
    this.#keepWords(name)
    void this.#end(this.#life, true)
    this.#changed()
  }

  #begin(after?: Promise<void>): Life {
    const doc = new Y.Doc()
    const ledger = new SentLedger()
    // Before the provider listens: an edit is in the ledger when its message is counted.
    doc.on('update', (bytes: Uint8Array, origin: unknown) => {
      if (origin === life.provider || life.copy.isOrigin(origin)) return
      ledger.edited(bytes)
      this.#waitingSince ??= performance.now()
      this.#changed()
    })
    const copy = new LocalCopy(this.view.localCopyKey, doc, () => this.#attend('local_copy_off'), after)
    const provider = new WebsocketProvider(liveServer(), this.view.id, doc, {
      connect: false,
      disableBc: true,
      protocols: [LIVE_SUBPROTOCOL],
      params: { schema: String(DOCUMENT_SCHEMA), epoch: String(this.view.epoch) },
      WebSocketPolyfill: countingSocket(
        (type) => {
          ledger.messageSent(type)
          this.#changed()
        },
        () => ledger.connectionOpened()
      )
    })
    const life = { doc, provider, copy, ledger }
    this.#listen(life)
    void copy.whenLoaded.then(async () => {
      const left = await copy.unconfirmed()
      if (left) ledger.edited(left)
      if (this.#life === life && !this.#isDestroyed && !this.#closed) provider.connect()
    })
    return life
  }

  #listen(life: Life): void {
    const { provider } = life
    provider.on('status', () => this.#changed())
    provider.on('sync', () => this.#changed())
    provider.on('closed', ({ code }) => this.#onClosed(life, closeNameOf(code) ?? 'malformed'))
    provider.messageHandlers[MESSAGE.durable] = (_encoder, decoder) => this.#onDurable(life, decoding.readVarUint(decoder))
    provider.messageHandlers[MESSAGE.access] = (_encoder, decoder) =>
      this.#onAccess(JSON.parse(decoding.readVarString(decoder)) as AccessNotice)
    provider.messageHandlers[MESSAGE.rejected] = (_encoder, decoder) =>
      this.#onRejected(life, JSON.parse(decoding.readVarString(decoder)) as RejectionNotice)
  }

  #onDurable(life: Life, count: number): void {
    if (life !== this.#life) return
    life.ledger.confirmed(count)
    if (life.ledger.isSettled) {
      this.#savedAt = new Date()
      this.#waitingSince = null
      this.#refusals = 0
      void life.copy.markConfirmed()
    }
    this.#changed()
  }

  #onAccess({ right, because, color }: AccessNotice): void {
    this.#right = right
    this.#because = because
    this.#color = color
    this.#changed()
  }

  #onRejected(life: Life, { reason, because }: RejectionNotice): void {
    if (life !== this.#life) return
    if (because) this.#because = because
    if (reason === 'not_allowed') this.#right = 'view'
    this.#startAnew(reason)
  }

  #onClosed(life: Life, name: CloseName): void {
    if (life !== this.#life || this.#isDestroyed) return
    if (name === 'rejected') this.#startAnew(name)
    else this.close(name)
  }

  /** Keeps the refused words, drops this Y.Doc and its copy, and begins again with a new client id. */
  #startAnew(reason: string): void {
    this.#refusals += 1
    if (this.#refusals > MOST_REFUSALS) return this.close('rejected')
    this.#keepWords(reason)
    const isWiped = this.#end(this.#life, true)
    this.#generation += 1
    this.#life = this.#begin(isWiped)
    this.#savedAt = null
    this.#waitingSince = null
    this.#changed()
  }

  #keepWords(reason: string): void {
    recover(this.view.id, this.#life.ledger.takeUnconfirmed(), reason)
  }

  /** Resolves when the copy is closed or off the device. */
  #end({ doc, provider, copy }: Life, wipes: boolean): Promise<void> {
    provider.destroy()
    const isLetGo = (wipes ? copy.wipe() : copy.close()).catch(() => this.#attend('local_copy_off'))
    doc.destroy()
    return isLetGo
  }

  #attend(reason: string): void {
    this.#attention = reason
    this.#changed()
  }

  /** y-indexeddb does not report failed writes; a full device shows only here. */
  readonly #onStorageFailure = (event: PromiseRejectionEvent): void => {
    if (event.reason instanceof DOMException && event.reason.name === 'QuotaExceededError') this.#attend('device_full')
  }

  #compute(): LiveState {
    const { provider, ledger } = this.#life
    const waitingForMs = ledger.waiting > 0 && this.#waitingSince !== null ? performance.now() - this.#waitingSince : 0
    return {
      saveState: saveStateOf({
        right: this.#right,
        because: this.#because,
        isConnected: provider.wsconnected,
        isSynced: provider.synced,
        waiting: ledger.waiting,
        isSettled: ledger.isSettled,
        waitingForMs,
        savedAt: this.#savedAt,
        attention: this.#attention
      }),
      right: this.#right,
      because: this.#because,
      color: this.#color,
      synced: provider.synced,
      recovered: recoveredOf(this.view.id),
      closed: this.#closed,
      generation: this.#generation
    }
  }

  #changed(): void {
    if (this.#isDestroyed) return
    clearTimeout(this.#overdue)
    if (this.#life.ledger.waiting > 0) this.#overdue = setTimeout(() => this.#changed(), CONFIRMATION_OVERDUE_MS + 100)
    this.#state = this.#compute()
    for (const listener of this.#listeners) listener()
  }
}

function liveServer(): string {
  const { protocol, host } = window.location
  return `${protocol === 'https:' ? 'wss' : 'ws'}://${host}${LIVE_PATH}`
}
