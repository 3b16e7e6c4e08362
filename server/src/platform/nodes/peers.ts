import type { NodeListener } from './node-link.js'

/** Says how long ago each other node was heard, and tells when one comes or is gone. */
export class Peers {
  readonly #heardAt = new Map<string, number>()
  readonly #listeners: NodeListener[] = []

  constructor(private readonly silentForMs: number) {}

  onNodes(listener: NodeListener): void {
    this.#listeners.push(listener)
  }

  /** `isAnew`: it missed what was said before, so it counts as one that was never heard. `now`: monotonic ms. */
  heard(node: string, isAnew: boolean, now: number): void {
    const isKnown = this.#heardAt.has(node)
    if (isKnown && isAnew) this.lose(node)
    this.#heardAt.set(node, now)
    if (!isKnown || isAnew) for (const { onFound } of this.#listeners) onFound(node)
  }

  lose(node: string): void {
    if (this.#heardAt.delete(node)) for (const { onLost } of this.#listeners) onLost(node)
  }

  loseAll(): void {
    for (const node of [...this.#heardAt.keys()]) this.lose(node)
  }

  sweep(now: number): void {
    for (const [node, at] of [...this.#heardAt]) if (now - at > this.silentForMs) this.lose(node)
  }
}
