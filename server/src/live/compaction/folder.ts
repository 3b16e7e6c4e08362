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

interface Waiting {
  resolve(fold: Fold): void
  reject(error: Error): void
}

/** One worker for all documents, started when it is first needed; a worker that dies fails what it held and is replaced. */
export class WorkerFolder implements Folder {
  #worker: Worker | null = null
  #next = 0
  readonly #waiting = new Map<number, Waiting>()

  fold(base: Snapshot | null, rows: readonly LogRow[]): Promise<Fold> {
    const worker = (this.#worker ??= this.#start())
    const id = this.#next++
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject })
      worker.postMessage({ id, base, rows })
    })
  }

  async close(): Promise<void> {
    await this.#worker?.terminate()
  }

  #start(): Worker {
    const worker = new Worker(BUILT_WORKER)
    worker.unref()
    worker.on('message', ({ id, fold, error }: { id: number; fold?: Fold; error?: string }) => {
      const waiting = this.#waiting.get(id)
      this.#waiting.delete(id)
      if (fold) waiting?.resolve(fold)
      else waiting?.reject(new FoldMismatch(error ?? 'unknown'))
    })
    const fail = (error: Error): void => {
      this.#worker = null
      for (const waiting of this.#waiting.values()) waiting.reject(error)
      this.#waiting.clear()
    }
    worker.on('error', fail)
    worker.on('exit', (code) => fail(new Error(`the folding worker ended with ${code}`)))
    return worker
  }
}
