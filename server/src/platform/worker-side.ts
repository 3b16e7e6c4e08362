import { parentPort } from 'node:worker_threads'
import type { WorkerAnswer } from './worker-hand.js'

/** The worker's side of a `WorkerHand`: answers each message with what `work` makes of it, or with why it could not. */
export function answerWith<Request, Result>(work: (request: Request) => Result): void {
  parentPort?.on('message', ({ id, request }: { readonly id: number; readonly request: Request }) => {
    parentPort?.postMessage(answerTo(id, request, work))
  })
}

function answerTo<Request, Result>(id: number, request: Request, work: (request: Request) => Result): WorkerAnswer<Result> {
  try {
    return { id, result: work(request) }
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error) }
  }
}
