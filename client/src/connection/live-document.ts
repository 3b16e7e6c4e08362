import { LAYOUTS } from '@roundtable/shared/document'
import {
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
import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import { ownerOf } from './at-stake.js'
import { Drafts } from './drafts.js'
import { handBackLeft, leaveBehind } from './left-behind.js'
import { beginLife, CLOSED_TOO_BIG, type Life } from './life.js'
import { OwnWords } from './own-words.js'
import { dismiss, recover, recoveredOf, wordsOf } from './recovered-texts.js'
import { CONFIRMATION_OVERDUE_MS, saveStateOf } from './save-state.js'
import type { LiveState } from './types.js'

/** Refusals in a row, without a confirmation between them, after which the document stays closed. */
const MOST_REFUSALS = 3

/** So long after others' last change it is marked in the copy as confirmed. */
const MARKED_AFTER_MS = 1000

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
  /** The server has confirmed everything once in this life. */
  #isConfirmed = false
  /** When it last confirmed something of this visit; opening a document saves nothing. */
  #savedAt: Date | null = null
  #closed: CloseName | null = null
  #keepsCopy = true
  /** The device has no room for what is written: the copy lacks it. */
  #isFull = false
  #generation = 0
  #refusals = 0
  #overdue: ReturnType<typeof setTimeout> | undefined
  #marking: ReturnType<typeof setTimeout> | undefined
  #isDestroyed = false
  readonly #listeners = new Set<() => void>()
  readonly drafts = new Drafts(
    () => this.#changed(),
    (text) => this.#handBack([text], 'unfinished')
  )

  constructor(private readonly view: DocumentView) {
    this.#right = view.right
    this.#because = view.because
    this.#life = this.#begin()
    this.#state = this.#compute()
  }

  get doc(): Y.Doc {
    return this.#life.doc
  }
  get awareness(): Awareness {
    return this.#life.provider.awareness
  }
  /** Edits that the server has not confirmed, and fields whose words are not even an edit yet. */
  get unsent(): number {
    return this.#life.ledger.waiting + this.drafts.count
  }
  /** Nothing waits, also not from an earlier visit. */
  get isAllConfirmed(): boolean {
    return this.#life.ledger.waiting === 0 && this.#isConfirmed
  }
  /** Nothing more comes of it: it was let go, or refused for good. */
  get isOver(): boolean {
    return this.#isDestroyed || this.#closed !== null
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly getSnapshot = (): LiveState => this.#state

  /** What was written and the server has not confirmed, to be copied. */
  unsentWords(): string {
    return [...wordsOf(this.#life.ledger.unconfirmed), ...this.drafts.words].join('\n\n')
  }

  dismissRecovered(id: string): void {
    dismiss(ownerOf(this.view), id)
    this.#changed()
  }

  /** Others' changes wait from now on, until they are wanted; a right that changes does not. */
  hold(): void {
    if (!this.isOver && this.#right === 'edit') this.#life.held.hold()
  }

  /** What has waited is shown. */
  release(): void {
    this.#life.held.release()
  }

  /** Tries the line at once, and not only when the next try is due. */
  tryAgain(): void {
    const { provider } = this.#life
    if (this.isOver || !provider.shouldConnect || provider.synced) return
    provider.disconnect()
    provider.connect()
  }

  /** Whether the others see this person here. Whoever has left by a link is not here while the rest is sent. */
  setPresent(isPresent: boolean): void {
    if (this.isOver || isPresent === (this.awareness.getLocalState() !== null)) return
    this.awareness.setLocalState(isPresent ? {} : null)
  }

  /** Lets go of everything; the local copy stays on the device. Where there is none, what is unsent goes to the panel. */
  destroy(): void {
    if (!this.isOver && (!this.#keepsCopy || this.#isFull)) this.#keepWords('not_sent')
    this.#letGo(false)
  }

  /** Lets go of everything, the local copy and what is unsent included. */
  discard(): void {
    this.#letGo(true)
  }

  #letGo(wipes: boolean): void {
    if (this.#isDestroyed) return
    this.#isDestroyed = true
    clearTimeout(this.#overdue)
    clearTimeout(this.#marking)
    this.#life.ledger.takeUnconfirmed()
    this.drafts.takeAll()
    void this.#end(this.#life, wipes)
    this.#listeners.clear()
  }

  /** Ends the document for good and takes its copy off the device; unconfirmed words go to the panel. */
  close(name: CloseName): void {
    if (this.isOver) return
    this.#closed = name
    this.#keepWords(name)
    // The session, or this life of the document, is over: the document may come back without what was written since a backup.
    if (name === 'signedOut' || name === 'oldEpoch') leaveBehind(ownerOf(this.view), this.view.epoch, this.#life.doc)
    void this.#end(this.#life, true)
    this.#changed()
  }

  #begin(after?: Promise<void>): Life {
    this.#keepsCopy = true
    this.#isFull = false
    const listeners = {
      onChanged: () => this.#changed(),
      onCopyLost: () => life === this.#life && this.#copyLost(),
      onCopyFull: (isFull: boolean) => {
        if (life !== this.#life) return
        this.#isFull = isFull
        this.#changed()
      }
    }
    const life = beginLife(this.view, listeners, after)
    this.#listen(life)
    const { entries } = LAYOUTS[this.view.kind]
    if (entries) new OwnWords(life.doc, entries.root, (texts) => this.#handBack(texts, 'entry_removed'))
    void life.copy.whenLoaded.then(async () => {
      const left = await life.copy.unconfirmed()
      if (left) life.ledger.edited(left, performance.now())
      if (this.#life === life && !this.#isDestroyed && !this.#closed) life.provider.connect()
    })
    return life
  }

  #listen(life: Life): void {
    const { provider } = life
    provider.on('status', () => this.#changed())
    life.doc.on('update', (_update: Uint8Array, origin: unknown) => {
      if (origin === provider) this.#markSoon(life)
    })
    provider.on('sync', (isSynced: boolean) => {
      if (isSynced) handBackLeft(ownerOf(this.view), this.view.epoch, life.doc)
      this.#changed()
    })
    provider.on('closed', ({ code }) => this.#onClosed(life, code))
    provider.messageHandlers[MESSAGE.durable] = (_encoder, decoder) => this.#onDurable(life, decoding.readVarUint(decoder))
    provider.messageHandlers[MESSAGE.access] = (_encoder, decoder) =>
      this.#onAccess(JSON.parse(decoding.readVarString(decoder)) as AccessNotice)
    provider.messageHandlers[MESSAGE.rejected] = (_encoder, decoder) =>
      this.#onRejected(life, JSON.parse(decoding.readVarString(decoder)) as RejectionNotice)
  }

  #onDurable(life: Life, count: number): void {
    if (life !== this.#life) return
    const carriesEdits = life.ledger.waiting > 0
    life.ledger.confirmed(count)
    if (life.ledger.isSettled) {
      this.#isConfirmed = true
      if (carriesEdits) this.#savedAt = new Date()
      this.#refusals = 0
      void life.copy.markConfirmed()
    }
    this.#changed()
  }

  /** What others write is confirmed as it comes: a later visit must not take it for something of its own that waits. */
  #markSoon(life: Life): void {
    if (!this.isAllConfirmed) return
    clearTimeout(this.#marking)
    this.#marking = setTimeout(() => {
      if (life === this.#life && !this.isOver && this.isAllConfirmed) void life.copy.markConfirmed()
    }, MARKED_AFTER_MS)
  }

  #onAccess({ right, because, color }: AccessNotice): void {
    this.#right = right
    this.#because = because
    this.#color = color
    // What stands in a field is handed over as a whole: now it never will be.
    if (right !== 'edit') {
      // Whoever only reads from now on reads what is there.
      this.release()
      recover(ownerOf(this.view), this.drafts.takeAll(), 'not_allowed')
    }
    this.#changed()
  }

  #onRejected(life: Life, { reason, because }: RejectionNotice): void {
    if (life !== this.#life) return
    if (because) this.#because = because
    if (reason === 'not_allowed') this.#right = 'view'
    this.#startAnew(reason)
  }

  #onClosed(life: Life, code: number): void {
    if (life !== this.#life || this.#isDestroyed) return
    const name = closeNameOf(code) ?? 'malformed'
    if (code === CLOSED_TOO_BIG || name === 'tooLarge') this.#startAnew('too_large')
    else if (name === 'rejected') this.#startAnew(name)
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
    this.#isConfirmed = false
    this.#savedAt = null
    this.#changed()
  }

  #keepWords(reason: string): void {
    recover(ownerOf(this.view), [...wordsOf(this.#life.ledger.takeUnconfirmed()), ...this.drafts.takeAll()], reason)
  }

  #handBack(texts: readonly string[], reason: string): void {
    recover(ownerOf(this.view), texts, reason)
    this.#changed()
  }

  /** Resolves when the copy is closed or off the device. */
  #end({ doc, provider, copy, paced }: Life, wipes: boolean): Promise<void> {
    provider.destroy()
    paced.end()
    const isLetGo = (wipes ? copy.wipe() : copy.close()).catch(() => this.#copyLost())
    doc.destroy()
    return isLetGo
  }

  #copyLost(): void {
    this.#keepsCopy = false
    this.#isFull = false
    this.#changed()
  }

  #compute(): LiveState {
    const { provider, ledger } = this.#life
    const since = ledger.waitingSince
    return {
      saveState: saveStateOf({
        right: this.#right,
        because: this.#because,
        isConnected: provider.wsconnected,
        isSynced: provider.synced,
        waiting: ledger.waiting,
        isSettled: ledger.isSettled,
        openFields: this.drafts.count,
        waitingForMs: since === null ? 0 : performance.now() - since,
        isConfirmed: this.#isConfirmed,
        savedAt: this.#savedAt,
        isFull: this.#isFull
      }),
      right: this.#right,
      because: this.#because,
      color: this.#color,
      synced: provider.synced,
      recovered: recoveredOf(ownerOf(this.view)),
      keepsCopy: this.#keepsCopy,
      isFull: this.#isFull,
      closed: this.#closed,
      held: this.#life.held.waiting,
      generation: this.#generation
    }
  }

  #changed(): void {
    if (this.#isDestroyed) return
    clearTimeout(this.#overdue)
    const since = this.#life.ledger.waitingSince
    const overdueIn = since === null ? 0 : since + CONFIRMATION_OVERDUE_MS + 100 - performance.now()
    if (overdueIn > 0) this.#overdue = setTimeout(() => this.#changed(), overdueIn)
    this.#state = this.#compute()
    for (const listener of this.#listeners) listener()
  }
}
