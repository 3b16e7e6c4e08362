import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common'
import type { Logger } from 'pino'

const HOUR = 3_600_000

/** Work that is done every hour while the server runs. Several nodes may do it at once; what fails is tried an hour later. */
export abstract class Hourly implements OnApplicationBootstrap, OnApplicationShutdown {
  #timer: NodeJS.Timeout | null = null

  protected constructor(
    private readonly logger: Logger,
    /** Said in the log when it could not be done. */
    private readonly failure: string
  ) {}

  abstract clean(): Promise<unknown>

  onApplicationBootstrap(): void {
    this.#timer = setInterval(() => {
      this.clean().catch((error: unknown) => this.logger.warn({ err: error }, this.failure))
    }, HOUR).unref()
  }

  onApplicationShutdown(): void {
    if (this.#timer) clearInterval(this.#timer)
  }
}
