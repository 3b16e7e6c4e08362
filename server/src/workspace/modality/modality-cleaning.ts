import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common'
import { type Logger } from 'pino'
import { DataSource } from 'typeorm'
import { queryOf } from '../../ability/index.js'
import { Changes } from '../../platform/changes.js'
import { LOGGER } from '../../platform/tokens.js'
import { markLapsed } from './modality.store.js'

const HOUR = 3_600_000

/** Writes down, every hour, which proposals have lapsed. Whoever reads or answers one sees that by the day, cleaned or not. */
@Injectable()
export class ModalityCleaning implements OnApplicationBootstrap, OnApplicationShutdown {
  #timer: NodeJS.Timeout | null = null

  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(Changes) private readonly changes: Changes,
    @Inject(LOGGER) private readonly logger: Logger
  ) {}

  onApplicationBootstrap(): void {
    this.#timer = setInterval(() => {
      this.clean().catch((error: unknown) => this.logger.warn({ err: error }, 'lapsed proposals could not be written down'))
    }, HOUR).unref()
  }

  onApplicationShutdown(): void {
    if (this.#timer) clearInterval(this.#timer)
  }

  async clean(): Promise<number> {
    const workspaces = await markLapsed(queryOf(this.source.manager))
    for (const workspaceId of new Set(workspaces)) this.changes.announce(workspaceId, 'modality')
    return workspaces.length
  }
}
