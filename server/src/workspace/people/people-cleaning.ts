import { Inject, Injectable } from '@nestjs/common'
import type { Logger } from 'pino'
import { DataSource } from 'typeorm'
import { queryOf } from '../../ability/index.js'
import { Changes } from '../../platform/changes.js'
import { Hourly } from '../../platform/hourly.js'
import { LOGGER } from '../../platform/tokens.js'
import { markLapsedProtocols } from './protocol.store.js'

/** Writes down which protocols have lapsed. Whoever reads or answers one sees that by the day, cleaned or not. */
@Injectable()
export class PeopleCleaning extends Hourly {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(Changes) private readonly changes: Changes,
    @Inject(LOGGER) logger: Logger
  ) {
    super(logger, 'lapsed protocols could not be written down')
  }

  async clean(): Promise<number> {
    const workspaces = await markLapsedProtocols(queryOf(this.source.manager))
    for (const workspaceId of workspaces) this.changes.announce(workspaceId, 'people')
    return workspaces.length
  }
}
