import {
  closeNameOf,
  type AccessNotice,
  type Because,
  type CloseName,
  type DocumentView,
  type LiveRight,
  type RejectionNotice
} from '@roundtable/shared/protocol'
import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import { ownerOf } from './at-stake.js'
import { Drafts } from './drafts.js'
import { leaveBehind } from './left-behind.js'
import { CLOSED_TOO_BIG, type Life } from './life.js'
import { Lives } from './lives.js'
import { dismiss, recover, recoveredOf, wordsOf } from './recovered-texts.js'
import { StateStore } from './state-store.js'

/**
 * One open document: its lives, the right in it, and what becomes of words that cannot stay. What the person is told of it is
 * an external store in React's sense (`subscribe`, `getSnapshot`).
 */
export class LiveDocument {
  readonly #lives: Lives
  readonly #store: StateStore
  #right: LiveRight
  #because: Because
  #color: number | null = null
  #closed: CloseName | null = null
  #isDestroyed = false
  #isPresent = true
  readonly drafts = new Drafts(
    () => this.#store.changed(),
    (text) => this.#handBack([text], 'unfinished')
  )

  constructor(private readonly view: DocumentView) {
    this.#right = view.right
    this.#because = view.because
    this.#lives = new Lives(view, {
      onChanged: () => this.#store.changed(),
      onEntryRemoved: (texts) => this.#handBack(texts, 'entry_removed'),
      onAccess: (notice) => this.#onAccess(notice),
      onRejected: (notice) => this.#onRejected(notice),
      onClosed: (code) => this.#onClosed(code)
    })
    this.#store = new StateStore(this.#lives, () => ({
      right: this.#right,
      because: this.#because,
      color: this.#color,
      openFields: this.drafts.count,
      recovered: recoveredOf(ownerOf(view)),
      closed: this.#closed
    }))
  }

  get #life(): Life {
    return this.#lives.life
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
    return this.#lives.confirmation.isAll
  }
  /** Nothing more comes of it: it was let go, or refused for good. */
  get isOver(): boolean {
    return this.#isDestroyed || this.#closed !== null
  }

  get subscribe(): StateStore['subscribe'] {
    return this.#store.subscribe
  }
  get getSnapshot(): StateStore['getSnapshot'] {
    return this.#store.getSnapshot
  }

  /** What was written and the server has not confirmed, to be copied. */
  unsentWords(): string {
    return [...wordsOf(this.#life.ledger.unconfirmed), ...this.drafts.words].join('\n\n')
  }

  dismissRecovered(id: string): void {
    dismiss(ownerOf(this.view), id)
    this.#store.changed()
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
    this.#isPresent = isPresent
    if (this.isOver || isPresent === (this.awareness.getLocalState() !== null)) return
    this.awareness.setLocalState(isPresent ? {} : null)
  }

  /** Lets go of everything; the local copy stays on the device. Where there is none, what is unsent goes to the panel. */
  destroy(): void {
    if (!this.isOver && (!this.#lives.keepsCopy || this.#lives.isFull)) this.#keepWords('not_sent')
    this.#letGo(false)
  }

  /** Lets go of everything, the local copy and what is unsent included. */
  discard(): void {
    this.#letGo(true)
  }

  #letGo(wipes: boolean): void {
    if (this.#isDestroyed) return
    this.#isDestroyed = true
    this.#store.end()
    this.#life.ledger.takeUnconfirmed()
    this.drafts.takeAll()
    this.#lives.end(wipes)
  }

  /** Ends the document for good and takes its copy off the device; unconfirmed words go to the panel. */
  close(name: CloseName): void {
    if (this.isOver) return
    this.#closed = name
    this.#keepWords(name)
    // The session, or this life of the document, is over: the document may come back without what was written since a backup.
    if (name === 'signedOut' || name === 'oldEpoch') leaveBehind(ownerOf(this.view), this.view.epoch, this.doc)
    this.#lives.end(true)
    this.#store.changed()
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
    this.#store.changed()
  }

  #onRejected({ reason, because }: RejectionNotice): void {
    if (because) this.#because = because
    if (reason === 'not_allowed') this.#right = 'view'
    this.#startAnew(reason)
  }

  #onClosed(code: number): void {
    const name = closeNameOf(code) ?? 'malformed'
    if (code === CLOSED_TOO_BIG || name === 'tooLarge') this.#startAnew('too_large')
    else if (name === 'rejected') this.#startAnew(name)
    // Whoever was refused comes anew, and to whoever comes without the right it is as if it were not there. They know of it.
    else this.close(name === 'notFound' && this.#lives.generation > 0 ? 'notAllowed' : name)
  }

  /** Keeps the refused words, and begins again without them. */
  #startAnew(reason: string): void {
    if (!this.#lives.refused()) return this.close('rejected')
    this.#keepWords(reason)
    this.#lives.beginAnother()
    if (!this.#isPresent) this.awareness.setLocalState(null)
    this.#store.changed()
  }

  #keepWords(reason: string): void {
    recover(ownerOf(this.view), [...wordsOf(this.#life.ledger.takeUnconfirmed()), ...this.drafts.takeAll()], reason)
  }

  #handBack(texts: readonly string[], reason: string): void {
    recover(ownerOf(this.view), texts, reason)
    this.#store.changed()
  }
}
