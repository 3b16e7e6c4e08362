import { Inject, Injectable } from '@nestjs/common'
import type { Logger } from 'pino'
import { DataSource } from 'typeorm'
import { queryOf } from '../../ability/index.js'
import { Changes } from '../../platform/changes.js'
import { Hourly } from '../../platform/hourly.js'
import { LOGGER } from '../../platform/tokens.js'
import { markLapsed } from './modality.store.js'

/** Writes down which proposals have lapsed. Whoever reads or answers one sees that by the day, cleaned or not. */
@Injectable()
export class ModalityCleaning extends Hourly {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(Changes) private readonly changes: Changes,
    @Inject(LOGGER) logger: Logger
  ) {
    super(logger, 'lapsed proposals could not be written down')
  }

  async clean(): Promise<number> {
    const workspaces = await markLapsed(queryOf(this.source.manager))
    for (const workspaceId of new Set(workspaces)) this.changes.announce(workspaceId, 'modality')
    return workspaces.length
  }
}
