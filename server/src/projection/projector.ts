import type { Logger } from 'pino'
import { type LiveStore, partsOf } from '../live/index.js'
import type { WorkerHand } from '../platform/worker-hand.js'
import type { Projection } from './domain/rows.js'
import type { ProjectionStore } from './projection.store.js'
import type { ReadRequest } from './worker.js'

/** So long after the first letter the rows are made: of all that was written meanwhile, and within the second. */
const DELAY_MS = 700
/** What a crash or another node left behind is looked for this often. */
const CATCH_UP_MS = 60_000

/** Keeps the rows of documents up to their logs: a moment after somebody wrote, and from time to time whatever was missed. */
export class Projector {
  readonly #waiting = new Map<string, NodeJS.Timeout>()
  /** One document after the other: the worker is one. */
  #last: Promise<void> = Promise.resolve()
  #catchUp: NodeJS.Timeout | null = null
  #isCatchingUp = false
  #isClosed = false

  constructor(
    private readonly live: LiveStore,
    private readonly store: ProjectionStore,
    private readonly reader: Pick<WorkerHand<ReadRequest, Projection>, 'ask' | 'close'>,
    private readonly logger: Logger
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

  #due(documentId: string): void {
    this.#waiting.delete(documentId)
    this.#inTurn(() => this.#projectTouched(documentId)).catch((error: unknown) => {
      if (!this.#isClosed) this.logger.warn({ err: error, documentId }, 'a document could not be written down as rows; it is tried again')
    })
  }

  /** Plain text has no rows but its words, which the catching up writes down: a page of it is not read at every pause. */
  async #projectTouched(documentId: string): Promise<void> {
    if ((await this.store.kindOf(documentId)) !== 'plain') await this.project(documentId)
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(work)
    this.#last = turn.then(
      () => undefined,
      () => undefined
    )
    return turn
  }

  /** Has one document's rows at its log for whoever is about to read them; however many ask at once, it is read once. */
  async catchUpOn(documentId: string): Promise<void> {
    if (!(await this.store.isBehind(documentId))) return
    await this.#inTurn(async () => {
      if (await this.store.isBehind(documentId)) await this.project(documentId)
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

  /** Makes the rows of every document that is behind, or of all anew; answers how many. */
  async bringUpToDate({ all = false } = {}): Promise<number> {
    let count = 0
    let after: string | null = null
    for (
      let ids = await this.store.behind({ all, after });
      ids.length > 0 && !this.#isClosed;
      ids = await this.store.behind({ all, after })
    ) {
      for (const id of ids) {
        after = id
        try {
          // One by one, so that what somebody is writing now need not wait for all that is behind.
          if (await this.#inTurn(() => this.project(id, all))) count++
        } catch (error) {
          if (this.#isClosed) return count
          this.logger.warn({ err: error, documentId: id }, 'a document could not be written down as rows; the others go on')
        }
      }
    }
    return count
  }

  async close(): Promise<void> {
    this.#isClosed = true
    if (this.#catchUp) clearInterval(this.#catchUp)
    for (const timer of this.#waiting.values()) clearTimeout(timer)
    this.#waiting.clear()
    await this.reader.close()
    await this.#last
  }
}
