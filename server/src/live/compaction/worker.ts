import { answerWith } from '../../platform/worker-side.js'
import type { Snapshot } from '../live.store.js'
import { fold, FoldMismatch } from './fold.js'
import { type PackedLog, unpack } from './packed-log.js'

export interface FoldRequest {
  readonly base: Snapshot | null
  readonly log: PackedLog
}

answerWith(
  ({ base, log }: FoldRequest) => fold(base, unpack(log)),
  (error) => error instanceof FoldMismatch
)
