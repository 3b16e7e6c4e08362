import { Worker } from 'node:worker_threads'
import { type LogRow, type Snapshot } from '../live.store.js'
import { type Fold, FoldMismatch } from './fold.js'

/** Where folding happens: a worker thread in production, so that it never stalls the event loop. */
export interface Folder {
  fold(base: Snapshot | null, rows: readonly LogRow[]): Promise<Fold>
  close(): Promise<void>
}

/** Always the built file: tests run this module from source, and a worker cannot. */
const BUILT_WORKER = new URL(import.meta.url.replace('/server/src/', '/server/dist/').replace(/folder\.\w+$/, 'worker.js'))
/** The longest log folds in seconds; what takes longer than this never ends. */
const FOLD_MS = 60_000

/** One worker for all documents, started when it is first needed; a worker that dies, or takes too long, fails what it held and is replaced. */
export class WorkerFolder implements Folder {
  #hand: Hand | null = null
  #isClosed = false

  constructor(
    private readonly program = BUILT_WORKER,
    private readonly limitMs = FOLD_MS
  ) {}

  async fold(base: Snapshot | null, rows: readonly LogRow[]): Promise<Fold> {
    if (this.#isClosed) throw new Error('folding was stopped')
    if (!this.#hand?.isAlive) this.#hand = new Hand(this.program)
    return this.#hand.fold(base, rows, this.limitMs)
  }

  async close(): Promise<void> {
    this.#isClosed = true
    await this.#hand?.end(new Error('folding was stopped'))
  }
}

interface Waiting {
  resolve(fold: Fold): void
  reject(error: Error): void
}

/** One worker and what it has been given: its end is nobody else's. */
class Hand {
  isAlive = true
  #next = 0
  readonly #worker: Worker
  readonly #waiting = new Map<number, Waiting>()

  constructor(program: URL) {
    this.#worker = new Worker(program)
    this.#worker.unref()
    this.#worker.on('message', ({ id, fold, error }: { id: number; fold?: Fold; error?: string }) => {
      const waiting = this.#waiting.get(id)
      if (fold) waiting?.resolve(fold)
      else waiting?.reject(new FoldMismatch(error ?? 'unknown'))
    })
    this.#worker.on('error', (error: Error) => this.#fail(error))
    this.#worker.on('exit', (code) => this.#fail(new Error(`the folding worker ended with ${code}`)))
  }

  async fold(base: Snapshot | null, rows: readonly LogRow[], limitMs: number): Promise<Fold> {
    const id = this.#next++
    const limit = setTimeout(() => void this.end(new Error(`a log was not folded in ${limitMs} ms`)), limitMs).unref()
    try {
      return await new Promise((resolve, reject) => {
        this.#waiting.set(id, { resolve, reject })
        this.#worker.postMessage({ id, base, rows })
      })
    } finally {
      clearTimeout(limit)
      this.#waiting.delete(id)
    }
  }

  async end(why: Error): Promise<void> {
    this.#fail(why)
    await this.#worker.terminate()
  }

  #fail(error: Error): void {
    this.isAlive = false
    for (const waiting of this.#waiting.values()) waiting.reject(error)
  }
}
