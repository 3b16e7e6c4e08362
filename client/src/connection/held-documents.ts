import type { CloseName, DocumentView } from '@roundtable/shared/protocol'
import { countIn, personIn } from './at-stake.js'
import { LiveDocument } from './live-document.js'
import { forgetUnsaved, noteUnsaved, setShown } from './unsaved.js'

/** So many documents that one has left go on being sent at a time; an older one waits in its copy until it is opened again. */
const MOST_LEFT = 10

/** After these a document cannot be opened by its writer any more. */
const LOST: readonly (CloseName | null)[] = ['notAllowed', 'notFound']

/** The documents of this tab, by the name of their copy: those on the screen, and those left before all was confirmed. */
const held = new Map<string, HeldDocument>()

/**
 * A document for as long as something shows it, and after that until the server has confirmed what was written in it: a link
 * that is followed in the middle of a sentence must not end its sending.
 */
export class HeldDocument {
  readonly live: LiveDocument
  readonly #countOut: () => void
  readonly #stopNoting: () => void
  #shownBy = 0
  #isLetGo = false
  #recoveredWhenLeft = 0
  #isNoted = false

  constructor(private readonly view: DocumentView) {
    this.live = new LiveDocument(view)
    this.#countOut = countIn(this)
    const stop = this.live.subscribe(() => this.#note())
    window.addEventListener('pagehide', this.#pageGoes)
    document.addEventListener('visibilitychange', this.#pageGoes)
    this.#stopNoting = () => {
      stop()
      window.removeEventListener('pagehide', this.#pageGoes)
      document.removeEventListener('visibilitychange', this.#pageGoes)
    }
  }

  get copyKey(): string {
    return this.view.localCopyKey
  }
  get unsent(): number {
    return this.live.unsent
  }
  get isShown(): boolean {
    return this.#shownBy > 0
  }

  show(): void {
    this.#shownBy += 1
    this.live.setPresent(true)
    setShown(this.copyKey, true)
  }

  leave(): void {
    this.#shownBy -= 1
    if (this.isShown) return
    this.#recoveredWhenLeft = this.live.getSnapshot().recovered.length
    this.live.setPresent(false)
    setShown(this.copyKey, false)
    // Of those that were left it is the newest now.
    if (held.delete(this.copyKey)) held.set(this.copyKey, this)
    this.#note()
    restTheOldest()
  }

  /** Stops sending: what is unsent waits in the copy, or, where there is none, among the recovered texts. */
  rest(): void {
    this.#isLetGo = true
    if (held.get(this.copyKey) === this) held.delete(this.copyKey)
    this.#countOut()
    this.#stopNoting()
    const { keepsCopy, isFull } = this.live.getSnapshot()
    // Without a copy its words go among the recovered texts; as unsent they would count twice.
    if (this.live.unsent > 0 && !this.live.isOver && (!keepsCopy || isFull)) noteUnsaved(this.copyKey, { ...this.#what, unsent: 0 }, false)
    this.live.destroy()
  }

  /** Ends it as the server would; what is unsent goes among the recovered texts. */
  close(name: CloseName): void {
    this.live.close(name)
  }

  discard(): void {
    this.live.discard()
    this.rest()
  }

  /** A page that is left or put away may never say anything again: what is on its way counts as waiting. */
  readonly #pageGoes = (event: Event): void => {
    const { keepsCopy, isFull, closed } = this.live.getSnapshot()
    if (event.type === 'visibilitychange' && !document.hidden) return
    if (this.#isLetGo || this.live.unsent === 0 || closed !== null) return
    this.#isNoted = true
    noteUnsaved(this.copyKey, { ...this.#what, unsent: this.live.unsent }, keepsCopy && !isFull)
  }

  #note(): void {
    if (this.#isLetGo) return
    const { live, copyKey } = this
    const { saveState, recovered, keepsCopy, isFull, closed } = live.getSnapshot()
    const isWaiting = saveState.kind === 'on_device' || saveState.kind === 'needs_attention'
    if (isWaiting || (live.unsent > 0 && closed === null && !this.#isNoted)) {
      this.#isNoted = true
      noteUnsaved(copyKey, { ...this.#what, unsent: live.unsent, ...(isWaiting ? {} : { isFresh: true }) }, keepsCopy && !isFull)
    } else if (live.isAllConfirmed || closed !== null) {
      this.#isNoted = false
      forgetUnsaved(copyKey)
    }
    if (this.isShown || (live.unsent > 0 && closed === null)) return
    // What was read before it was left needs no line, unless there is no way back to it.
    const isLost = LOST.includes(closed)
    if (recovered.length > (isLost ? 0 : this.#recoveredWhenLeft)) noteUnsaved(copyKey, { ...this.#what, unsent: 0, isLost }, false)
    this.rest()
  }

  get #what() {
    const { id: documentId, title, mySeat } = this.view
    const personId = personIn(mySeat.id)
    return { documentId, title, ...(personId === undefined ? {} : { personId }) }
  }
}

/** The document of a view, shown once more; the same one that was left, if it is still being sent. */
export function showDocument(view: DocumentView): HeldDocument {
  const earlier = held.get(view.localCopyKey)
  const document = earlier && !earlier.live.isOver ? earlier : new HeldDocument(view)
  held.set(view.localCopyKey, document)
  document.show()
  return document
}

function restTheOldest(): void {
  const left = [...held.values()].filter((document) => !document.isShown)
  for (const document of left.slice(0, -MOST_LEFT)) document.rest()
}
