import type { Logger } from 'pino'
import { failpoint } from '../../platform/failpoint.js'
import { within } from '../../platform/within.js'
import type { LiveMetrics } from '../live-metrics.js'
import type { LiveStore, Snapshot } from '../live.store.js'
import type { Folder } from './folder.js'

const TAIL_UPDATES = 500
const TAIL_BYTES = 256 * 1024
const ROWS_AT_ONCE = 5000
/** A document that is written very fast is not folded at every five hundredth edit: each fold reads all of it. */
const REST_MS = 1000
const RESTS_UP_TO = 5000
/** So long after somebody came the worker is started: those who open a document are served first. */
const PREPARES_AFTER_MS = 500
/** So long a stop waits for a transaction of folding that is under way; cut off, it leaves everything as it was. */
const CLOSE_MS = 2000

export interface Compactable {
  readonly tailLength: number
  readonly tailBytes: number
  /** Nothing after this may be folded: the room has not taken it yet. */
  readonly seq: number
  /** The `seq` of the snapshot it stands on. */
  readonly baseSeq: number
  rebase(snapshot: Snapshot): void
}

/** `patience`: how many times as long the log may have become. */
export function wantsCompaction({ tailLength, tailBytes }: Compactable, patience = 1): boolean {
  return tailLength > TAIL_UPDATES * patience || tailBytes > TAIL_BYTES * patience
}

/** Folds the logs of documents, one at a time. A failed fold leaves everything as it was. */
export class Compactor {
  readonly #queue = new Map<string, Compactable>()
  readonly #failedAt = new Map<string, number>()
  readonly #restsUntil = new WeakMap<Compactable, number>()
  readonly #resting = new WeakSet<Compactable>()
  #running: Promise<void> | null = null
  #preparing: NodeJS.Timeout | null = null
  #isClosing = false

  constructor(
    private readonly store: LiveStore,
    private readonly folder: Folder,
    private readonly metrics: LiveMetrics,
    private readonly logger: Logger
  ) {}

  /** Somebody is here: a worker that starts in the middle of their typing would cost them more than one that waits. */
  prepare(): void {
    if (this.#preparing) return
    this.#preparing = setTimeout(() => {
      this.#preparing = null
      if (!this.#isClosing) this.folder.prepare()
    }, PREPARES_AFTER_MS).unref()
  }

  /** Asks for a document to be folded soon; asking twice is once. */
  request(documentId: string, room: Compactable): void {
    if (this.#isClosing) return
    // A log that could not be folded is not tried at every keystroke again.
    if (room.tailLength < (this.#failedAt.get(documentId) ?? 0) * 2) return
    const restsFor = (this.#restsUntil.get(room) ?? 0) - performance.now()
    if (restsFor > 0 && room.tailLength <= RESTS_UP_TO) return this.#requestLater(documentId, room, restsFor)
    this.#queue.set(documentId, room)
    this.#running ??= this.#run().finally(() => (this.#running = null))
  }

  /** Whoever wrote so fast may have stopped by then: nobody else would ask. */
  #requestLater(documentId: string, room: Compactable, afterMs: number): void {
    if (this.#resting.has(room)) return
    this.#resting.add(room)
    setTimeout(() => {
      this.#resting.delete(room)
      if (wantsCompaction(room)) this.request(documentId, room)
    }, afterMs).unref()
  }

  async #run(): Promise<void> {
    for (let next = this.#queue.entries().next(); !next.done; next = this.#queue.entries().next()) {
      const [documentId, room] = next.value
      this.#queue.delete(documentId)
      await this.compact(documentId, room)
    }
  }

  /** Folds one document now. True when a snapshot was written. */
  async compact(documentId: string, room?: Compactable): Promise<boolean> {
    const started = performance.now()
    try {
      const loaded = await this.store.loadForCompaction(documentId, ROWS_AT_ONCE, room?.seq ?? Number.MAX_SAFE_INTEGER)
      if (!loaded) return false
      if (room) standOn(room, loaded.snapshot)
      if (loaded.rows.length === 0) return false
      failpoint('compaction.loaded')
      const { snapshot, foldedSeqs, attributions } = await this.folder.fold(loaded.snapshot, loaded.rows)
      failpoint('compaction.folded')
      const isDone = await this.store.compact({
        documentId,
        epoch: loaded.epoch,
        baseSeq: loaded.snapshot?.seq ?? 0,
        snapshot,
        foldedSeqs,
        attributions
      })
      failpoint('compaction.committed')
      if (room) this.#restsUntil.set(room, performance.now() + REST_MS)
      if (isDone) room?.rebase(snapshot)
      failpoint('compaction.rebased')
      this.metrics.compactions.inc({ outcome: isDone ? 'done' : 'overtaken' })
      this.metrics.compactionSeconds.observe((performance.now() - started) / 1000)
      this.#failedAt.delete(documentId)
      return isDone
    } catch (error) {
      if (this.#isClosing) return false
      this.#failedAt.set(documentId, room?.tailLength ?? 0)
      this.metrics.compactions.inc({ outcome: 'failed' })
      this.logger.error({ err: error, documentId }, 'a log could not be folded; it stays as it is')
      return false
    }
  }

  /** Gives up what is being folded: the log is there, and is folded another day. */
  async close(): Promise<void> {
    this.#isClosing = true
    this.#queue.clear()
    await this.folder.close()
    if (this.#running) await within(CLOSE_MS, this.#running)
  }
}

/** Another node has folded what this room still holds update by update. */
function standOn(room: Compactable, snapshot: Snapshot | null): void {
  if (snapshot && snapshot.seq > room.baseSeq && snapshot.seq <= room.seq) room.rebase(snapshot)
}
