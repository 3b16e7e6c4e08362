import { WorkerHand } from '../../platform/worker-hand.js'
import type { LogRow, Snapshot } from '../live.store.js'
import { type Fold, FoldMismatch } from './fold.js'
import { pack } from './packed-log.js'
import type { FoldRequest } from './worker.js'

/** Where folding happens: a worker thread in production, so that it never stalls the event loop. */
export interface Folder {
  fold(base: Snapshot | null, rows: readonly LogRow[]): Promise<Fold>
  /** There will be something to fold soon. */
  prepare(): void
  close(): Promise<void>
}

/** Always the built file: tests run this module from source, and a worker cannot. */
const BUILT_WORKER = new URL(import.meta.url.replace('/server/src/', '/server/dist/').replace(/folder\.\w+$/, 'worker.js'))
/** The longest log folds in seconds; what takes longer than this never ends. */
const FOLD_MS = 60_000

/** One worker for all documents. */
export class WorkerFolder implements Folder {
  readonly #hand: WorkerHand<FoldRequest, Fold>

  constructor(program = BUILT_WORKER, limitMs = FOLD_MS) {
    this.#hand = new WorkerHand(program, limitMs, (reason) => new FoldMismatch(reason))
  }

  fold(base: Snapshot | null, rows: readonly LogRow[]): Promise<Fold> {
    return this.#hand.ask({ base, log: pack(rows) })
  }

  prepare(): void {
    this.#hand.prepare()
  }

  close(): Promise<void> {
    return this.#hand.close()
  }
}
