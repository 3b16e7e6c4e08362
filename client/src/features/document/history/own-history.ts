import type { DocumentKind } from '@roundtable/shared/framework'
import { LAYOUTS } from '@roundtable/shared/document'
import * as Y from 'yjs'
import { placeKey, placesChanged, type Place } from '../places/place.js'
import { mayGo } from './others-work.js'

/** Steps that can be taken back; what is older stays done. */
const MOST_STEPS = 200

/** Keystrokes in one place without a pause of this length are one step (milliseconds). */
const STEP_MS = 500

export interface HistoryState {
  readonly canUndo: boolean
  readonly canRedo: boolean
}

export interface TakenBack {
  /** Where something changed by it; empty when all that was left to take back is others' by now. */
  readonly places: readonly Place[]
  /** Something of it stayed, because others have gone on from it. */
  readonly isPartly: boolean
}

/** Whatever this page itself changes is its person's, whichever field or editor it came from: `local` tells, not the origin. */
class AnyOrigin extends Set<unknown> {
  override has(): boolean {
    return true
  }
}

/**
 * One's own undo, across a whole document: words, typed fields, entries that were added, moved or taken out. It lives as
 * long as the Y.Doc does, whatever fields and editors come and go meanwhile. What others did is never taken back.
 */
export class OwnHistory {
  readonly #manager: Y.UndoManager
  readonly #listeners = new Set<() => void>()
  readonly #stepListeners = new Set<() => void>()
  #state: HistoryState = { canUndo: false, canRedo: false }
  #lastPlace = ''
  #mayGo: (item: Y.Item) => boolean = () => true
  #changed: readonly Place[] = []

  constructor(
    private readonly doc: Y.Doc,
    private readonly kind: DocumentKind
  ) {
    this.#manager = new Y.UndoManager(doc, {
      captureTimeout: STEP_MS,
      trackedOrigins: new AnyOrigin(),
      captureTransaction: (transaction) => this.#isStep(transaction),
      deleteFilter: (item) => this.#mayGo(item)
    })
    this.#manager.on('stack-item-added', () => this.#trim())
    for (const name of ['stack-item-added', 'stack-item-popped', 'stack-cleared'] as const) this.#manager.on(name, () => this.#tell())
    doc.on('afterTransaction', (transaction: Y.Transaction) => {
      if (transaction.origin === this.#manager) this.#changed = placesChanged(doc, kind, transaction)
    })
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly getSnapshot = (): HistoryState => this.#state

  /** Hears of every step that is done, taken back or forgotten. */
  readonly subscribeToSteps = (listener: () => void): (() => void) => {
    this.#stepListeners.add(listener)
    return () => this.#stepListeners.delete(listener)
  }

  /** What `undo` would take back, to be compared; null when there is nothing. */
  readonly lastStep = (): object | null => this.#manager.undoStack.at(-1) ?? null

  /** Takes the last step back that is still one's own to take back; null when there is none. */
  undo(): TakenBack | null {
    return this.#act(this.#manager.undoStack, () => this.#manager.undo())
  }

  /** Does again what was taken back last; null when there is nothing. */
  redo(): TakenBack | null {
    return this.#act(this.#manager.redoStack, () => this.#manager.redo())
  }

  #act(stack: Y.UndoManager['undoStack'], act: () => unknown): TakenBack | null {
    if (stack.length === 0) return null
    let isPartly = false
    this.#changed = []
    this.#mayGo = mayGo(this.doc, LAYOUTS[this.kind].entries?.root ?? null, [...stack], () => (isPartly = true))
    act()
    this.#mayGo = () => true
    // Steps that had become others' are gone from the stack without an event.
    this.#tell()
    return { places: this.#changed, isPartly }
  }

  /** Whether a transaction can be taken back; typing on in one place goes on with the step, anything else begins one. */
  #isStep(transaction: Y.Transaction): boolean {
    if (!transaction.local || transaction.changed.size === 0 || transaction.meta.get('addToHistory') === false) return false
    if (transaction.origin === this.#manager) return true
    const isTyping = [...transaction.changed.keys()].every((type) => !(type instanceof Y.Map))
    const place = placesChanged(this.doc, this.kind, transaction).map(placeKey).join()
    if (!isTyping || place !== this.#lastPlace) this.#manager.stopCapturing()
    this.#lastPlace = isTyping ? place : ''
    return true
  }

  #trim(): void {
    if (this.#manager.undoStack.length > MOST_STEPS) this.#manager.undoStack.shift()
  }

  #tell(): void {
    for (const listener of this.#stepListeners) listener()
    const [canUndo, canRedo] = [this.#manager.canUndo(), this.#manager.canRedo()]
    if (canUndo === this.#state.canUndo && canRedo === this.#state.canRedo) return
    this.#state = { canUndo, canRedo }
    for (const listener of this.#listeners) listener()
  }
}

const histories = new WeakMap<Y.Doc, OwnHistory>()

/** The one history of a Y.Doc, begun when it is first asked for. */
export function historyOf(doc: Y.Doc, kind: DocumentKind): OwnHistory {
  const history = histories.get(doc) ?? new OwnHistory(doc, kind)
  histories.set(doc, history)
  return history
}
