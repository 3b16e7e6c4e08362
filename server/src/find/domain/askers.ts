import { TokenBucket } from '../../platform/token-bucket.js'

/** A page asks once typing has paused: this is more than anybody types. */
const PER_SECOND = 5
const AT_ONCE = 30
/** Above this many people, whoever has not asked for a while is forgotten. */
const MOST_KEPT = 1000

/** How often each person has looked for something lately: on this node, for a search costs only this node's database time. */
export class Askers {
  readonly #people = new Map<string, TokenBucket>()

  /** Counts one search; false when it is too many. `now` in milliseconds of a monotonic clock. */
  asks(personId: string, now: number): boolean {
    if (this.#people.size >= MOST_KEPT) this.#sweep(now)
    const bucket = this.#people.get(personId) ?? new TokenBucket(PER_SECOND, AT_ONCE, now)
    this.#people.set(personId, bucket)
    return bucket.take(now)
  }

  #sweep(now: number): void {
    for (const [personId, bucket] of this.#people) if (bucket.isFull(now)) this.#people.delete(personId)
  }
}
