import { parentPort } from 'node:worker_threads'
import type { WorkerAnswer } from './worker-hand.js'

/**
 * The worker's side of a `WorkerHand`: answers each message with what `work` makes of it, or with why it could not: in the
 * error's own words where `isSaid`, else by its name alone, because the words may quote what people wrote.
 */
export function answerWith<Request, Result>(work: (request: Request) => Result, isSaid: (error: unknown) => boolean = () => false): void {
  parentPort?.on('message', ({ id, request }: { readonly id: number; readonly request: Request }) => {
    parentPort?.postMessage(answerTo(id, request, work, isSaid))
  })
}

export function answerTo<Request, Result>(
  id: number,
  request: Request,
  work: (request: Request) => Result,
  isSaid: (error: unknown) => boolean
): WorkerAnswer<Result> {
  try {
    return { id, result: work(request) }
  } catch (error) {
    if (!(error instanceof Error)) return { id, error: 'the worker failed' }
    return { id, error: isSaid(error) ? error.message : `the worker failed: ${error.name}` }
  }
}
