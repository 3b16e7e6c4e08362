import { type DynamicModule, Global, Module } from '@nestjs/common'
import { type Logger } from 'pino'
import { Registry } from 'prom-client'
import { DataSource } from 'typeorm'
import { type Config } from '../config/index.js'
import { type Pools } from '../database/database.js'
import { Changes } from './changes.js'
import { type Clock } from './clock.js'
import { CreationCleaning, Creations } from './idempotent.js'
import { APPEND_POOL, CLOCK, CONFIG, DATABASE_URL, LOGGER, METRICS, POOL, RIGHTS_POOL } from './tokens.js'

export interface Platform extends Pools {
  readonly config: Config
  readonly logger: Logger
  readonly clock: Clock
  readonly databaseUrl: string
  readonly dataSource: DataSource
}

/** What every feature may ask for, made once by `createApp`. */
@Global()
@Module({})
export class PlatformModule {
  static with({ config, logger, clock, databaseUrl, dataSource, pool, appendPool, rightsPool }: Platform): DynamicModule {
    const providers = [
      { provide: CONFIG, useValue: config },
      { provide: LOGGER, useValue: logger },
      { provide: CLOCK, useValue: clock },
      { provide: DATABASE_URL, useValue: databaseUrl },
      { provide: DataSource, useValue: dataSource },
      { provide: POOL, useValue: pool },
      { provide: APPEND_POOL, useValue: appendPool },
      { provide: RIGHTS_POOL, useValue: rightsPool },
      { provide: Changes, useValue: new Changes() },
      { provide: Creations, useValue: new Creations(config.sessionSecret) },
      { provide: METRICS, useValue: new Registry() }
    ]
    return { module: PlatformModule, providers: [...providers, CreationCleaning], exports: providers.map((provider) => provider.provide) }
  }
}
