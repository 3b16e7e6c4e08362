import { Controller, Get, Header, Inject, Req } from '@nestjs/common'
import { RoundtableError } from '@roundtable/shared/error'
import type { Request } from 'express'
import type pg from 'pg'
import { type Registry, collectDefaultMetrics } from 'prom-client'
import type { Config } from '../config/index.js'
import { isSampleDoorOpen } from '../identity/index.js'
import type { NodeLink } from '../platform/nodes/node-link.js'
import { CONFIG, METRICS, NODE_LINK, POOL } from '../platform/tokens.js'
import { openApiDocument } from './openapi.js'

interface Ready {
  readonly status: 'ready'
  /** Whether this node and the others hear each other; `none`: it is the only one. */
  readonly redis: 'connected' | 'away' | 'none'
}

@Controller()
export class HealthController {
  readonly #openApi = openApiDocument()

  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(METRICS) private readonly registry: Registry,
    @Inject(NODE_LINK) private readonly link: NodeLink
  ) {
    // At the usual 10 ms, looking for delays is most of what an idle server does.
    collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision: 20 })
  }

  /** Alive: this process answers. Also tells the sign-in page whether whoever asks may come in as a sample person. */
  @Get('/api/health')
  health(@Req() request: Request): { status: 'alive'; sampleData: boolean } {
    return { status: 'alive', sampleData: isSampleDoorOpen(request, this.config) }
  }

  /** Ready: the database answers too. A node whose Redis is away serves everybody, only more slowly: it says so and is ready. */
  @Get('/api/ready')
  async ready(): Promise<Ready> {
    try {
      await this.pool.query('select 1')
      const { isShared, isUp } = this.link
      return { status: 'ready', redis: isShared ? (isUp ? 'connected' : 'away') : 'none' }
    } catch (error) {
      throw new RoundtableError('database_unavailable', {}, [], { cause: error })
    }
  }

  @Get('/api/openapi.json')
  openApi(): object {
    return this.#openApi
  }

  @Get('/metrics')
  @Header('Content-Type', 'text/plain; version=0.0.4')
  metrics(): Promise<string> {
    return this.registry.metrics()
  }
}
