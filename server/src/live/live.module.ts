import { Module } from '@nestjs/common'
import type { Logger } from 'pino'
import type pg from 'pg'
import type { Registry } from 'prom-client'
import { AccessService, AccessWatch, PRESSING_ACCESS } from '../ability/index.js'
import type { Config } from '../config/index.js'
import { IdentityModule, SessionService } from '../identity/index.js'
import { Askers } from '../platform/askers.js'
import type { Clock } from '../platform/clock.js'
import type { NodeLink } from '../platform/nodes/node-link.js'
import { APPEND_POOL, CLOCK, CONFIG, LOGGER, METRICS, NODE_LINK, POOL } from '../platform/tokens.js'
import { Commits } from './commits.js'
import { CleanStart } from './compaction/clean-start.js'
import { Compactor } from './compaction/compactor.js'
import { type Folder, WorkerFolder } from './compaction/folder.js'
import { DocumentService } from './document.service.js'
import { DocumentStore } from './document.store.js'
import { Gate } from './gate.js'
import { LiveController } from './live.controller.js'
import { LiveMetrics } from './live-metrics.js'
import { LiveServer } from './live.server.js'
import type { LiveStore } from './live.store.js'
import { PgLiveStore } from './pg-live.store.js'
import { Relay } from './relay/relay.js'
import { Rooms } from './rooms.js'
import { TicketStore } from './ticket.store.js'
import { TunnelGateway } from './tunnel/tunnel.gateway.js'

export const LIVE_STORE = Symbol('live store')
const FOLDER = Symbol('folder')

@Module({
  imports: [IdentityModule],
  controllers: [LiveController],
  providers: [
    { provide: LiveMetrics, useFactory: (registry: Registry) => new LiveMetrics([registry]), inject: [METRICS] },
    {
      provide: LIVE_STORE,
      useFactory: (pool: pg.Pool, appendPool: pg.Pool) => new PgLiveStore(pool, appendPool),
      inject: [POOL, APPEND_POOL]
    },
    { provide: FOLDER, useFactory: () => new WorkerFolder() },
    { provide: CleanStart, useFactory: (folder: Folder) => new CleanStart(folder), inject: [FOLDER] },
    {
      provide: TicketStore,
      useFactory: (pool: pg.Pool, config: Config) => new TicketStore(pool, config.sessionSecret, config.isProduction),
      inject: [POOL, CONFIG]
    },
    Commits,
    { provide: DocumentStore, useFactory: (pool: pg.Pool) => new DocumentStore(pool), inject: [POOL] },
    {
      provide: DocumentService,
      useFactory: (store: DocumentStore, access: AccessService, commits: Commits, live: LiveStore, clock: Clock) =>
        new DocumentService(store, access, commits, live, new Askers(clock)),
      inject: [DocumentStore, AccessService, Commits, LIVE_STORE, CLOCK]
    },
    {
      provide: Compactor,
      useFactory: (store: LiveStore, folder: Folder, metrics: LiveMetrics, logger: Logger) => new Compactor(store, folder, metrics, logger),
      inject: [LIVE_STORE, FOLDER, LiveMetrics, LOGGER]
    },
    {
      provide: Gate,
      useFactory: (sessions: SessionService, tickets: TicketStore, access: AccessService) => new Gate(sessions, tickets, access),
      inject: [SessionService, TicketStore, AccessService]
    },
    {
      provide: LiveServer,
      useFactory: (
        gate: Gate,
        store: LiveStore,
        access: AccessService,
        watch: AccessWatch,
        compactor: Compactor,
        commits: Commits,
        link: NodeLink,
        metrics: LiveMetrics,
        clock: Clock,
        config: Config,
        logger: Logger
      ) => {
        const relay = new Relay(link, logger)
        return new LiveServer(
          gate,
          new Rooms(store, relay, metrics),
          store,
          access,
          watch,
          compactor,
          commits,
          relay,
          link,
          metrics,
          clock,
          { publicUrl: config.publicUrl, updatesPerSecond: config.liveMaxUpdatesPerSecond },
          logger
        )
      },
      inject: [Gate, LIVE_STORE, PRESSING_ACCESS, AccessWatch, Compactor, Commits, NODE_LINK, LiveMetrics, CLOCK, CONFIG, LOGGER]
    },
    TunnelGateway
  ],
  exports: [LiveServer, DocumentService, CleanStart, Compactor, Commits, LIVE_STORE]
})
export class LiveModule {}
