/** Kept for this tab's session: networks change with the place where somebody sits, not with the page. */
const REMEMBERED = 'roundtable.tunnelled'

export type SessionMemory = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** Whether the network lets no WebSocket through, as far as this tab knows. */
export class Blocked {
  #is: boolean
  readonly #listeners = new Set<() => void>()

  /** `memory`: asked for at each use, for a browser may refuse it. */
  constructor(private readonly memory: () => SessionMemory) {
    this.#is = this.#remember((kept) => kept.getItem(REMEMBERED) !== null) ?? false
  }

  readonly is = (): boolean => this.#is

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  become(is: boolean): void {
    if (is === this.#is) return
    this.#is = is
    this.#remember((kept) => (is ? kept.setItem(REMEMBERED, 'yes') : kept.removeItem(REMEMBERED)))
    for (const listener of this.#listeners) listener()
  }

  #remember<T>(work: (kept: SessionMemory) => T): T | null {
    try {
      return work(this.memory())
    } catch (error) {
      console.info('This browser remembers nothing of the network', error)
      return null
    }
  }
}

/** Of this page. */
export const blocked = new Blocked(() => window.sessionStorage)
