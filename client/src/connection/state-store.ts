import type { Lives } from './lives.js'
import { CONFIRMATION_OVERDUE_MS, saveStateOf } from './save-state.js'
import type { LiveState } from './types.js'

/** What is known of the document, whichever of its lives it is in. */
interface DocumentFacts extends Pick<LiveState, 'right' | 'because' | 'color' | 'recovered' | 'closed'> {
  /** Fields that somebody has written in and not handed over. */
  readonly openFields: number
}

/**
 * What the person is told of an open document: made anew with each change, and when a confirmation is overdue.
 * An external store in React's sense (`subscribe`, `getSnapshot`).
 */
export class StateStore {
  #state: LiveState
  #overdue: ReturnType<typeof setTimeout> | undefined
  #isEnded = false
  readonly #listeners = new Set<() => void>()

  constructor(
    private readonly lives: Lives,
    private readonly facts: () => DocumentFacts
  ) {
    this.#state = this.#compute()
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly getSnapshot = (): LiveState => this.#state

  changed(): void {
    if (this.#isEnded) return
    clearTimeout(this.#overdue)
    const since = this.lives.life.ledger.waitingSince
    const overdueIn = since === null ? 0 : since + CONFIRMATION_OVERDUE_MS + 100 - performance.now()
    if (overdueIn > 0) this.#overdue = setTimeout(() => this.changed(), overdueIn)
    this.#state = this.#compute()
    for (const listener of this.#listeners) listener()
  }

  end(): void {
    this.#isEnded = true
    clearTimeout(this.#overdue)
    this.#listeners.clear()
  }

  #compute(): LiveState {
    const { life, confirmation, keepsCopy, isFull, generation } = this.lives
    const { provider, ledger, held } = life
    const { isConfirmed, savedAt } = confirmation
    const { openFields, ...facts } = this.facts()
    const since = ledger.waitingSince
    const saveState = saveStateOf({
      right: facts.right,
      because: facts.because,
      isConnected: provider.wsconnected,
      isSynced: provider.synced,
      waiting: ledger.waiting,
      isSettled: ledger.isSettled,
      openFields,
      waitingForMs: since === null ? 0 : performance.now() - since,
      isConfirmed,
      savedAt,
      isFull
    })
    return { ...facts, saveState, synced: provider.synced, keepsCopy, isFull, held: held.waiting, generation }
  }
}
