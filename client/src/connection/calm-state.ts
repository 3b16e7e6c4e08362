import type { LiveState, SaveState } from './types.js'

/** "Saved" is said when nothing has been on its way for so long (milliseconds). */
const CALM = 250

/**
 * The state of a document as a page tells it. While somebody types, each letter is on its way and confirmed again within
 * milliseconds: the page would be drawn twice a letter, and its words would flicker. What is worse than "saved" is told at once.
 */
export class CalmState {
  #told: LiveState
  #latest: LiveState
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(
    first: LiveState,
    private readonly tell: (state: LiveState) => void
  ) {
    this.#told = first
    this.#latest = first
  }

  next(state: LiveState): void {
    this.#latest = state
    if (isSame(state, this.#told)) return this.end()
    const isOnlySaved =
      this.#told.saveState.kind === 'saving' &&
      state.saveState.kind === 'saved' &&
      isSame({ ...state, saveState: this.#told.saveState }, this.#told)
    if (isOnlySaved) this.#timer ??= setTimeout(() => this.#tellLatest(), CALM)
    else this.#tellLatest()
  }

  /** Nothing more is told of what has come. */
  end(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
  }

  #tellLatest(): void {
    this.end()
    this.#told = this.#latest
    this.tell(this.#told)
  }
}

function isSame(one: LiveState, other: LiveState): boolean {
  return (Object.keys(one) as (keyof LiveState)[]).every((key) =>
    key === 'saveState' ? isSameSaving(one.saveState, other.saveState) : Object.is(one[key], other[key])
  )
}

function isSameSaving(one: SaveState, other: SaveState): boolean {
  return (Object.keys({ ...one, ...other }) as (keyof SaveState)[]).every((key) => Object.is(one[key], other[key]))
}
