import { type DynamicModule, Global, Module } from '@nestjs/common'
import type pg from 'pg'
import { type Logger } from 'pino'
import { Registry } from 'prom-client'
import { DataSource } from 'typeorm'
import { type Config } from '../config/index.js'
import { Changes } from './changes.js'
import { type Clock } from './clock.js'
import { CLOCK, CONFIG, DATABASE_URL, LOGGER, METRICS, POOL } from './tokens.js'

export interface Platform {
  readonly config: Config
  readonly logger: Logger
  readonly clock: Clock
  readonly databaseUrl: string
  readonly dataSource: DataSource
  readonly pool: pg.Pool
}

/** What every feature may ask for, made once by `createApp`. */
@Global()
@Module({})
export class PlatformModule {
  static with({ config, logger, clock, databaseUrl, dataSource, pool }: Platform): DynamicModule {
    const providers = [
      { provide: CONFIG, useValue: config },
      { provide: LOGGER, useValue: logger },
      { provide: CLOCK, useValue: clock },
      { provide: DATABASE_URL, useValue: databaseUrl },
      { provide: DataSource, useValue: dataSource },
      { provide: POOL, useValue: pool },
      { provide: Changes, useValue: new Changes() },
      { provide: METRICS, useValue: new Registry() }
    ]
    return { module: PlatformModule, providers, exports: providers.map((provider) => provider.provide) }
  }
}
