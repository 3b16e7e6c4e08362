import type { Grounds } from '../ability/index.js'

/**
 * What the live engine keeps. PostgreSQL is the truth; everything a room holds in memory can be
 * read again from here.
 */

export interface AppendSender {
  readonly documentId: string
  readonly familyId: string
  readonly workspaceId: string
  readonly personId: string
  readonly seatId: string
  readonly epoch: number
  readonly grounds: Grounds
  /** Client ids to bind to this person, if they are free. */
  readonly clients: number[]
  readonly updates: Uint8Array[]
}

export type AppendVerdict = 'committed' | 'decide_again' | 'old_epoch' | 'foreign_client' | 'too_many_clients'

export interface AppendResult {
  readonly verdict: AppendVerdict
  /** One `seq` for each update, in order, when committed. */
  readonly seqs: readonly number[]
}

export interface LoggedUpdate {
  readonly seq: number
  readonly bytes: Uint8Array
}

export interface Snapshot {
  readonly seq: number
  readonly state: Uint8Array
  readonly stateVector: Uint8Array
  readonly deleteSet: Uint8Array
}

export interface StoredDocument {
  readonly epoch: number
  readonly seq: number
  readonly snapshot: Snapshot | null
  readonly updates: readonly LoggedUpdate[]
}

export interface Attribution {
  readonly client: number
  readonly from: number
  readonly to: number
  readonly seatId: string | null
  /** Milliseconds since 1970, by the database's clock. */
  readonly writtenMs: number
}

/** One row of the log as compaction reads it. */
export interface LogRow extends LoggedUpdate {
  readonly seatId: string | null
  /** Milliseconds since 1970, by the database's clock. */
  readonly writtenMs: number
}

export interface Compaction {
  readonly documentId: string
  readonly epoch: number
  /** The snapshot's `seq` that was folded in; 0 when there was none. */
  readonly baseSeq: number
  readonly snapshot: Snapshot
  readonly foldedSeqs: readonly number[]
  readonly attributions: readonly Attribution[]
}

export interface LiveStore {
  /** Appends what still holds, in one transaction; results stand in the order of the senders. */
  append(senders: readonly AppendSender[]): Promise<AppendResult[]>
  /** Of these documents and access scopes, those whose rows nobody keeps locked at this moment. */
  unlocked(documentIds: readonly string[], scopeIds: readonly string[]): Promise<ReadonlySet<string>>
  /** The whole of a document in one consistent view; null when there is none. Throws `CorruptBlob`. */
  load(documentId: string): Promise<StoredDocument | null>
  /** Updates after `seq`, in order. Throws `CorruptBlob`. */
  updatesAfter(documentId: string, epoch: number, seq: number): Promise<LoggedUpdate[]>
  /** How far the logs of these documents have come; what does not exist is left out. */
  heads(documentIds: readonly string[]): Promise<ReadonlyMap<string, number>>
  /** Snapshot and at most `limit` rows after it, up to `upToSeq`, for folding. */
  loadForCompaction(
    documentId: string,
    limit: number,
    upToSeq: number
  ): Promise<{ epoch: number; snapshot: Snapshot | null; rows: LogRow[] } | null>
  /** Puts the snapshot in and takes exactly the folded rows out. False when somebody else was there first. */
  compact(compaction: Compaction): Promise<boolean>
}

/** A stored blob does not match its checksum. */
export class CorruptBlob extends Error {
  override readonly name = 'CorruptBlob'

  constructor(
    readonly documentId: string,
    readonly seq: number
  ) {
    super(`stored bytes of document ${documentId} at seq ${seq} do not match their checksum`)
  }
}
