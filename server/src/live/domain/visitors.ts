import { MOST_CONNECTIONS } from '../../platform/held-connections.js'
import { TokenBucket } from '../../platform/token-bucket.js'

const COMING_PER_SECOND = 5
const COMING_AT_ONCE = 200

interface Visitor {
  connections: number
  readonly coming: TokenBucket
}

/** How much of this process one person may take: connections at once, and how often they come. */
export class Visitors {
  readonly #people = new Map<string, Visitor>()

  /** `isLimited` false: everybody comes in, for benchmarks. */
  constructor(private readonly isLimited: boolean) {}

  /** Counts a person who comes; false, and not counted, when it is too much. `now` in milliseconds of a monotonic clock. */
  comes(personId: string, now: number): boolean {
    if (!this.isLimited) return true
    const visitor = this.#people.get(personId) ?? { connections: 0, coming: new TokenBucket(COMING_PER_SECOND, COMING_AT_ONCE, now) }
    this.#people.set(personId, visitor)
    if (!visitor.coming.take(now) || visitor.connections >= MOST_CONNECTIONS) return false
    visitor.connections += 1
    return true
  }

  leaves(personId: string): void {
    const visitor = this.#people.get(personId)
    if (visitor) visitor.connections -= 1
  }

  /** Forgets who has been away for long. */
  sweep(now: number): void {
    for (const [personId, { connections, coming }] of this.#people)
      if (connections === 0 && coming.isFull(now)) this.#people.delete(personId)
  }
}
