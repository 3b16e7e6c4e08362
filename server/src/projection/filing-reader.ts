import { type LiveStore, storedParts } from '../live/index.js'
import type { WorkerHand } from '../platform/worker-hand.js'
import type { FilingText } from './domain/filing-text.js'
import type { FilingRequest } from './filing-worker.js'

/** A document's text at one place of its log. */
export interface FilingAt extends FilingText {
  readonly epoch: number
  readonly seq: number
}

/** Reads principles from the log in a worker, where a long document stalls nobody. */
export class FilingReader {
  constructor(
    private readonly live: Pick<LiveStore, 'load'>,
    private readonly hand: Pick<WorkerHand<FilingRequest, FilingText>, 'ask' | 'close'>
  ) {}

  /** The document as it stands in the log now. Throws `not_found` when there is none. */
  async read(documentId: string): Promise<FilingAt> {
    const { epoch, seq, parts } = await storedParts(this.live, documentId)
    return { epoch, seq, ...(await this.hand.ask({ parts })) }
  }

  close(): Promise<void> {
    return this.hand.close()
  }
}
