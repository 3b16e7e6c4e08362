import { RoundtableError } from '@roundtable/shared/error'
import type { LiveStore, StoredDocument } from './live.store.js'

/** A document's log as bytes, for a worker to read, and the place it reaches to. */
export interface StoredParts {
  readonly epoch: number
  readonly seq: number
  /** Snapshot and updates, in order. */
  readonly parts: readonly Uint8Array[]
}

/** The log as it stands now. Throws `not_found` when there is no such document. */
export async function storedParts(live: Pick<LiveStore, 'load'>, documentId: string): Promise<StoredParts> {
  const stored = await live.load(documentId)
  if (!stored) throw new RoundtableError('not_found')
  return partsOf(stored)
}

/** Copies: what goes to a worker takes all memory along that it is a part of. */
export function partsOf({ epoch, seq, snapshot, updates }: StoredDocument): StoredParts {
  return { epoch, seq, parts: [...(snapshot ? [snapshot.state] : []), ...updates.map(({ bytes }) => new Uint8Array(bytes))] }
}
