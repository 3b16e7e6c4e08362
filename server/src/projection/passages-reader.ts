import type { PassagesKind } from '@roundtable/shared/document'
import { type LiveStore, storedParts } from '../live/index.js'
import type { WorkerHand } from '../platform/worker-hand.js'
import type { PassagesRead, PassagesRequest } from './passages-worker.js'

/** What was chosen of a document at one place of its log. */
export interface PassagesAt extends PassagesRead {
  readonly epoch: number
  readonly seq: number
}

/** Reads passages from the log in a worker, where a long document stalls nobody. */
export class PassagesReader {
  constructor(
    private readonly live: Pick<LiveStore, 'load'>,
    private readonly hand: Pick<WorkerHand<PassagesRequest, PassagesRead>, 'ask' | 'close'>
  ) {}

  /** The passages as they stand in the log now. Throws `not_found` when there is no such document. */
  async read(documentId: string, kind: PassagesKind, chosen: readonly string[]): Promise<PassagesAt> {
    const { epoch, seq, parts } = await storedParts(this.live, documentId)
    return { epoch, seq, ...(await this.hand.ask({ kind, parts, chosen })) }
  }

  close(): Promise<void> {
    return this.hand.close()
  }
}
