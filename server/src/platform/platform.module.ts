import { type DynamicModule, Global, Module } from '@nestjs/common'
import type { Logger } from 'pino'
import type { Registry } from 'prom-client'
import { DataSource } from 'typeorm'
import type { Config } from '../config/index.js'
import type { Pools } from '../database/database.js'
import { Changes } from './changes.js'
import type { Clock } from './clock.js'
import { CreationCleaning, Creations } from './idempotent.js'
import type { NodeLink } from './nodes/node-link.js'
import { Notifications } from './notifications.js'
import { APPEND_POOL, CLOCK, CONFIG, LOGGER, METRICS, NODE_LINK, POOL, RIGHTS_POOL } from './tokens.js'

export interface Platform extends Pools {
  readonly config: Config
  readonly logger: Logger
  readonly clock: Clock
  readonly dataSource: DataSource
  readonly registry: Registry
  readonly link: NodeLink
  readonly notifications: Notifications
}

/** What every feature may ask for, made once by `createApp`. */
@Global()
@Module({})
export class PlatformModule {
  static with({ config, logger, clock, dataSource, registry, link, notifications, pool, appendPool, rightsPool }: Platform): DynamicModule {
    const providers = [
      { provide: CONFIG, useValue: config },
      { provide: LOGGER, useValue: logger },
      { provide: CLOCK, useValue: clock },
      { provide: DataSource, useValue: dataSource },
      { provide: POOL, useValue: pool },
      { provide: APPEND_POOL, useValue: appendPool },
      { provide: RIGHTS_POOL, useValue: rightsPool },
      { provide: NODE_LINK, useValue: link },
      { provide: Notifications, useValue: notifications },
      { provide: Changes, useValue: new Changes(link, notifications, logger) },
      { provide: Creations, useValue: new Creations(config.sessionSecret) },
      { provide: METRICS, useValue: registry }
    ]
    return { module: PlatformModule, providers: [...providers, CreationCleaning], exports: providers.map((provider) => provider.provide) }
  }
}
