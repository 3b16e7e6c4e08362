import { RoundtableError } from '@roundtable/shared/error'
import type { Clock } from './clock.js'
import { TokenBucket } from './token-bucket.js'

/** A page asks once typing has paused, or once something has changed: this is more than anybody's pages do. */
const PER_SECOND = 5
const AT_ONCE = 30
/** Above this many people, whoever has not asked for a while is forgotten. */
const MOST_KEPT = 1000

/** How often each person has asked lately for what is read across all their workspaces: on this node, for it costs this node's database time. */
export class Askers {
  readonly #people = new Map<string, TokenBucket>()

  constructor(private readonly clock: Pick<Clock, 'monotonic'>) {}

  /** Counts one question. Throws `too_many_requests`. */
  count(personId: string): void {
    const now = this.clock.monotonic()
    if (this.#people.size >= MOST_KEPT) this.#sweep(now)
    const bucket = this.#people.get(personId) ?? new TokenBucket(PER_SECOND, AT_ONCE, now)
    this.#people.set(personId, bucket)
    if (!bucket.take(now)) throw new RoundtableError('too_many_requests', { seconds: 1 })
  }

  #sweep(now: number): void {
    for (const [personId, bucket] of this.#people) if (bucket.isFull(now)) this.#people.delete(personId)
  }
}
