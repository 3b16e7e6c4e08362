import { Inject, Module, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common'
import type pg from 'pg'
import type { Logger } from 'pino'
import { Commits, LIVE_STORE, LiveModule, type LiveStore } from '../live/index.js'
import { LOGGER, POOL } from '../platform/tokens.js'
import { WorkerHand } from '../platform/worker-hand.js'
import type { FilingText } from './domain/filing-text.js'
import type { Projection } from './domain/rows.js'
import { FilingReader } from './filing-reader.js'
import type { FilingRequest } from './filing-worker.js'
import { PassagesReader } from './passages-reader.js'
import type { PassagesRead, PassagesRequest } from './passages-worker.js'
import { ProjectionStore } from './projection.store.js'
import { Projector } from './projector.js'
import type { ReadRequest } from './worker.js'

/** Always the built file: tests run this module from source, and a worker cannot. */
const builtWorker = (name: string): URL =>
  new URL(import.meta.url.replace('/server/src/', '/server/dist/').replace(/projection\.module\.\w+$/, name))
const READ_MS = 30_000

@Module({
  imports: [LiveModule],
  providers: [
    {
      provide: Projector,
      useFactory: (live: LiveStore, pool: pg.Pool, logger: Logger) =>
        new Projector(live, new ProjectionStore(pool), new WorkerHand<ReadRequest, Projection>(builtWorker('worker.js'), READ_MS), logger),
      inject: [LIVE_STORE, POOL, LOGGER]
    },
    {
      provide: FilingReader,
      useFactory: (live: LiveStore) =>
        new FilingReader(live, new WorkerHand<FilingRequest, FilingText>(builtWorker('filing-worker.js'), READ_MS)),
      inject: [LIVE_STORE]
    },
    {
      provide: PassagesReader,
      useFactory: (live: LiveStore) =>
        new PassagesReader(live, new WorkerHand<PassagesRequest, PassagesRead>(builtWorker('passages-worker.js'), READ_MS)),
      inject: [LIVE_STORE]
    }
  ],
  exports: [Projector, FilingReader, PassagesReader]
})
export class ProjectionModule implements OnApplicationBootstrap, OnApplicationShutdown {
  constructor(
    @Inject(Projector) private readonly projector: Projector,
    @Inject(FilingReader) private readonly filings: FilingReader,
    @Inject(PassagesReader) private readonly passages: PassagesReader,
    @Inject(Commits) private readonly commits: Commits
  ) {}

  onApplicationBootstrap(): void {
    this.commits.onCommitted((documentId) => this.projector.touched(documentId))
    this.projector.start()
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([this.projector.close(), this.filings.close(), this.passages.close()])
  }
}
