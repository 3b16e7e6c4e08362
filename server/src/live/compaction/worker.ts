import { answerWith } from '../../platform/worker-side.js'
import type { LogRow, Snapshot } from '../live.store.js'
import { fold } from './fold.js'

export interface FoldRequest {
  readonly base: Snapshot | null
  readonly rows: readonly LogRow[]
}

answerWith(({ base, rows }: FoldRequest) => fold(base, rows))
