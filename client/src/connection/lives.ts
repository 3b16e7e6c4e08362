import { LAYOUTS } from '@roundtable/shared/document'
import type { DocumentView } from '@roundtable/shared/protocol'
import { ownerOf } from './at-stake.js'
import { Confirmation } from './confirmation.js'
import { handBackLeft } from './left-behind.js'
import { beginLife, hearServer, type Life, type ServerHearer } from './life.js'
import { OwnWords } from './own-words.js'

/** Refusals in a row, without a confirmation between them, after which the document stays closed. */
const MOST_REFUSALS = 3

interface LivesHearer extends Pick<ServerHearer, 'onAccess' | 'onRejected' | 'onClosed'> {
  readonly onChanged: () => void
  /** Somebody else took an entry away in which this person had written. */
  readonly onEntryRemoved: (texts: readonly string[]) => void
}

/** The lives of one open document, one after another. A life that has ended says nothing more. */
export class Lives {
  #life: Life
  #confirmation: Confirmation
  #generation = 0
  #refusals = 0
  #keepsCopy = true
  #isFull = false
  #isOver = false

  constructor(
    private readonly view: DocumentView,
    private readonly hearer: LivesHearer
  ) {
    this.#life = this.#begin()
    this.#confirmation = this.#listen(this.#life)
  }

  /** The present one. */
  get life(): Life {
    return this.#life
  }
  get confirmation(): Confirmation {
    return this.#confirmation
  }
  /** Rises with each life. */
  get generation(): number {
    return this.#generation
  }
  get keepsCopy(): boolean {
    return this.#keepsCopy
  }
  /** The device has no room for what is written: the copy lacks it. */
  get isFull(): boolean {
    return this.#isFull
  }

  /** Something was refused. False when that has happened too often for another life. */
  refused(): boolean {
    this.#refusals += 1
    return this.#refusals <= MOST_REFUSALS
  }

  /** Drops this Y.Doc and its copy, and begins again with a new client id. */
  beginAnother(): void {
    const isWiped = this.#endLife(true)
    this.#generation += 1
    this.#keepsCopy = true
    this.#isFull = false
    this.#life = this.#begin(isWiped)
    this.#confirmation = this.#listen(this.#life)
  }

  /** There is no other after it. */
  end(wipes: boolean): void {
    this.#isOver = true
    void this.#endLife(wipes)
  }

  #begin(after?: Promise<void>): Life {
    const { onChanged, onEntryRemoved } = this.hearer
    const listeners = {
      onChanged,
      onCopyLost: () => this.#isPresent(life) && this.#copyLost(),
      onCopyFull: (isFull: boolean) => {
        if (!this.#isPresent(life)) return
        this.#isFull = isFull
        onChanged()
      }
    }
    const life = beginLife(this.view, listeners, after)
    const { entries } = LAYOUTS[this.view.kind]
    if (entries) new OwnWords(life.doc, entries.root, onEntryRemoved)
    void life.copy.whenLoaded.then(async () => {
      // What the copy holds is shown now: without a line nothing else may come to say that there is something.
      if (this.#isPresent(life) && !this.#isOver) onChanged()
      const left = await life.copy.unconfirmed()
      if (left) life.ledger.edited(left, performance.now())
      if (this.#isPresent(life) && !this.#isOver) life.provider.connect()
    })
    return life
  }

  #listen(life: Life): Confirmation {
    const { onChanged, onAccess, onRejected, onClosed } = this.hearer
    const confirmation = new Confirmation(life)
    hearServer(life, {
      onStatus: onChanged,
      onSync: (isSynced) => {
        if (isSynced) handBackLeft(ownerOf(this.view), this.view.epoch, life.doc)
        onChanged()
      },
      onOthersEdit: () => confirmation.markSoon(),
      onDurable: (count) => {
        if (!this.#isPresent(life)) return
        if (confirmation.confirmed(count)) this.#refusals = 0
        onChanged()
      },
      onAccess,
      onRejected: (notice) => {
        if (this.#isPresent(life)) onRejected(notice)
      },
      onClosed: (code) => {
        if (this.#isPresent(life) && !this.#isOver) onClosed(code)
      }
    })
    return confirmation
  }

  #isPresent(life: Life): boolean {
    return life === this.#life
  }

  /** Resolves when the copy is closed or off the device. */
  #endLife(wipes: boolean): Promise<void> {
    const { doc, provider, copy, paced } = this.#life
    this.#confirmation.end()
    provider.destroy()
    paced.end()
    const isLetGo = (wipes ? copy.wipe() : copy.close()).catch(() => this.#copyLost())
    doc.destroy()
    return isLetGo
  }

  #copyLost(): void {
    this.#keepsCopy = false
    this.#isFull = false
    this.hearer.onChanged()
  }
}
