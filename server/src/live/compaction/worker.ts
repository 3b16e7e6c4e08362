import { parentPort } from 'node:worker_threads'
import { type LogRow, type Snapshot } from '../live.store.js'
import { fold } from './fold.js'

export interface FoldRequest {
  readonly id: number
  readonly base: Snapshot | null
  readonly rows: readonly LogRow[]
}

parentPort?.on('message', ({ id, base, rows }: FoldRequest) => {
  try {
    parentPort?.postMessage({ id, fold: fold(base, rows) })
  } catch (error) {
    parentPort?.postMessage({ id, error: error instanceof Error ? error.message : String(error) })
  }
})
