import { RoundtableError } from '@roundtable/shared/error'
import type { Logger } from 'pino'
import { type LiveStore, partsOf } from '../live/index.js'
import { isDatabaseAway } from '../platform/database-failure.js'
import { OverLimit, type WorkerHand } from '../platform/worker-hand.js'
import type { Projection } from './domain/rows.js'
import type { ProjectionStore } from './projection.store.js'
import { Rests } from './rests.js'
import { type Lane, Turns } from './turns.js'
import type { ReadRequest } from './worker.js'

/** So long after the first letter the rows are made: of all that was written meanwhile, and within the second. */
const DELAY_MS = 700
/** What a crash or another node left behind is looked for this often. */
const CATCH_UP_MS = 60_000

/** Keeps the rows of documents up to their logs: a moment after somebody wrote, and from time to time whatever was missed. */
export class Projector {
  readonly #waiting = new Map<string, NodeJS.Timeout>()
  readonly #turns = new Turns()
  #catchUp: NodeJS.Timeout | null = null
  #isCatchingUp = false
  #isClosed = false

  constructor(
    private readonly live: Pick<LiveStore, 'load'>,
    private readonly store: Pick<ProjectionStore, 'kindOf' | 'isBehind' | 'behind' | 'write'>,
    private readonly reader: Pick<WorkerHand<ReadRequest, Projection>, 'ask' | 'close'>,
    private readonly logger: Pick<Logger, 'warn'>,
    private readonly rests = new Rests()
  ) {}

  start(): void {
    this.#catchUpNow()
    this.#catchUp = setInterval(() => this.#catchUpNow(), CATCH_UP_MS).unref()
  }

  #catchUpNow(): void {
    if (this.#isCatchingUp) return
    this.#isCatchingUp = true
    this.bringUpToDate()
      .catch((error: unknown) => {
        if (!this.#isClosed) this.logger.warn({ err: error }, 'what is behind could not be looked for; it is tried again in a minute')
      })
      .finally(() => (this.#isCatchingUp = false))
  }

  /** Something was committed to the document. */
  touched(documentId: string): void {
    if (this.#isClosed || this.#waiting.has(documentId)) return
    this.#waiting.set(documentId, setTimeout(() => this.#due(documentId), DELAY_MS).unref())
  }

  /** However often it is touched while it waits for its turn, it is read once. */
  #due(documentId: string): void {
    this.#inTurn('now', documentId, async () => {
      this.#waiting.delete(documentId)
      // Plain text has no rows but its words, which the catching up writes down: a page of it is not read at every pause.
      if ((await this.store.kindOf(documentId)) === 'plain') return
      await this.#tryIn(documentId)
    }).catch((error: unknown) => this.#failed(documentId, error))
  }

  #failed(documentId: string, error: unknown): void {
    if (!this.#isClosed) this.logger.warn({ err: error, documentId }, 'a document could not be written down as rows; it is tried again')
  }

  #inTurn<T>(lane: Lane, documentId: string, work: () => Promise<T>): Promise<T> {
    return this.#turns.run(this.rests.isSlow(documentId) ? 'last' : lane, work)
  }

  /** True when rows were written; not tried while it rests. */
  async #tryIn(documentId: string, force = false): Promise<boolean> {
    if (this.#isClosed || (!force && this.rests.isResting(documentId))) return false
    const began = performance.now()
    try {
      const isWritten = await this.project(documentId, force)
      this.rests.succeeded(documentId, performance.now() - began)
      return isWritten
    } catch (error) {
      if (!this.#isClosed && !isDatabaseAway(error)) this.rests.failed(documentId, error instanceof OverLimit)
      throw error
    }
  }

  /**
   * Has one document's rows at its log for whoever is about to read them; however many ask at once, it is read once.
   * Throws `unavailable` while it rests.
   */
  async catchUpOn(documentId: string): Promise<void> {
    if (!(await this.store.isBehind(documentId))) return
    if (this.rests.isResting(documentId)) throw new RoundtableError('unavailable')
    await this.#inTurn('now', documentId, async () => {
      if (await this.store.isBehind(documentId)) await this.#tryIn(documentId)
    })
  }

  /** Makes one document's rows from its log. True when they were written. */
  async project(documentId: string, force = false): Promise<boolean> {
    const [kind, stored] = [await this.store.kindOf(documentId), await this.live.load(documentId)]
    if (!kind || !stored) return false
    const { epoch, seq, parts } = partsOf(stored)
    const projection = await this.reader.ask({ kind, parts })
    return this.store.write({ documentId, epoch, seq }, projection, force)
  }

  /** Makes the rows of every document that is behind and does not rest, or of all anew; answers how many. */
  async bringUpToDate({ all = false } = {}): Promise<number> {
    let [count, after]: [number, string | null] = [0, null]
    const slow: string[] = []
    for (
      let ids = await this.store.behind({ all, after });
      ids.length > 0 && !this.#isClosed;
      ids = await this.store.behind({ all, after })
    ) {
      for (const id of ids) {
        after = id
        if (this.rests.isSlow(id)) slow.push(id)
        else count += await this.#bring(id, all)
      }
    }
    for (const id of slow) count += await this.#bring(id, all)
    return count
  }

  /** One by one, so that what somebody is writing now need not wait for all that is behind. */
  async #bring(documentId: string, all: boolean): Promise<0 | 1> {
    try {
      return (await this.#inTurn('behind', documentId, () => this.#tryIn(documentId, all))) ? 1 : 0
    } catch (error) {
      this.#failed(documentId, error)
      return 0
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true
    if (this.#catchUp) clearInterval(this.#catchUp)
    for (const timer of this.#waiting.values()) clearTimeout(timer)
    this.#waiting.clear()
    await this.reader.close()
    await this.#turns.idle()
  }
}
