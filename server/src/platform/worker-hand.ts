import { Worker } from 'node:worker_threads'

/** What a worker answers to one message: its result, or why it has none. */
export type WorkerAnswer<Result> = { readonly id: number } & ({ readonly result: Result } | { readonly error: string })

/** The worker was ended because it took too long. */
export class OverLimit extends Error {
  override readonly name = 'OverLimit'
}

interface Waiting<Result> {
  resolve(result: Result): void
  reject(error: Error): void
}

/** What a worker may fill before it is ended: far more than the longest document takes, and less than a machine has. */
const MEMORY_MB = 1024

/** One worker thread and what it has been given: its end is nobody else's. */
class Hand<Request, Result> {
  isAlive = true
  #next = 0
  readonly #worker: Worker
  readonly #waiting = new Map<number, Waiting<Result>>()

  constructor(
    program: URL,
    private readonly refusal: (reason: string) => Error,
    memoryMb: number
  ) {
    this.#worker = new Worker(program, { resourceLimits: { maxOldGenerationSizeMb: memoryMb } })
    this.#worker.unref()
    this.#worker.on('message', (answer: WorkerAnswer<Result>) => {
      const waiting = this.#waiting.get(answer.id)
      if ('result' in answer) waiting?.resolve(answer.result)
      else waiting?.reject(this.refusal(answer.error))
    })
    this.#worker.on('error', (error: Error) => this.#fail(error))
    this.#worker.on('exit', (code) => this.#fail(new Error(`the worker ended with ${code}`)))
  }

  async ask(request: Request, limitMs: number): Promise<Result> {
    const id = this.#next++
    const limit = setTimeout(() => void this.end(new OverLimit(`a worker did not answer in ${limitMs} ms`)), limitMs).unref()
    try {
      return await new Promise((resolve, reject) => {
        this.#waiting.set(id, { resolve, reject })
        this.#worker.postMessage({ id, request })
      })
    } finally {
      clearTimeout(limit)
      this.#waiting.delete(id)
    }
  }

  async end(why: Error): Promise<void> {
    this.#fail(why)
    await this.#worker.terminate()
  }

  #fail(error: Error): void {
    this.isAlive = false
    for (const waiting of this.#waiting.values()) waiting.reject(error)
  }
}

/** A worker thread, started when it is first needed; one that dies, or takes too long, fails what it held and is replaced. */
export class WorkerHand<Request, Result> {
  #hand: Hand<Request, Result> | null = null
  #isClosed = false

  /** `refusal` makes the error of what the worker itself says cannot be done. */
  constructor(
    private readonly program: URL,
    private readonly limitMs: number,
    private readonly refusal: (reason: string) => Error = (reason) => new Error(reason),
    private readonly memoryMb = MEMORY_MB
  ) {}

  async ask(request: Request): Promise<Result> {
    if (this.#isClosed) throw new Error('the worker was stopped')
    return this.#living().ask(request, this.limitMs)
  }

  /** Starts it before it is needed: whoever asks first does not wait for its modules. */
  prepare(): void {
    if (!this.#isClosed) this.#living()
  }

  #living(): Hand<Request, Result> {
    if (!this.#hand?.isAlive) this.#hand = new Hand(this.program, this.refusal, this.memoryMb)
    return this.#hand
  }

  async close(): Promise<void> {
    this.#isClosed = true
    await this.#hand?.end(new Error('the worker was stopped'))
  }
}
