import { Inject, Module, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common'
import type pg from 'pg'
import { type Logger } from 'pino'
import { Commits, LIVE_STORE, LiveModule, type LiveStore } from '../live/index.js'
import { LOGGER, POOL } from '../platform/tokens.js'
import { WorkerHand } from '../platform/worker-hand.js'
import { type Projection } from './domain/rows.js'
import { ProjectionStore } from './projection.store.js'
import { Projector } from './projector.js'
import { type ReadRequest } from './worker.js'

/** Always the built file: tests run this module from source, and a worker cannot. */
const BUILT_WORKER = new URL(import.meta.url.replace('/server/src/', '/server/dist/').replace(/projection\.module\.\w+$/, 'worker.js'))
const READ_MS = 30_000

@Module({
  imports: [LiveModule],
  providers: [
    {
      provide: Projector,
      useFactory: (live: LiveStore, pool: pg.Pool, logger: Logger) =>
        new Projector(live, new ProjectionStore(pool), new WorkerHand<ReadRequest, Projection>(BUILT_WORKER, READ_MS), logger),
      inject: [LIVE_STORE, POOL, LOGGER]
    }
  ],
  exports: [Projector]
})
export class ProjectionModule implements OnApplicationBootstrap, OnApplicationShutdown {
  constructor(
    @Inject(Projector) private readonly projector: Projector,
    @Inject(Commits) private readonly commits: Commits
  ) {}

  onApplicationBootstrap(): void {
    this.commits.onCommitted((documentId) => this.projector.touched(documentId))
    this.projector.start()
  }

  onApplicationShutdown(): Promise<void> {
    return this.projector.close()
  }
}
