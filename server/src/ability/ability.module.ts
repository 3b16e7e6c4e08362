import { Global, Module } from '@nestjs/common'
import type pg from 'pg'
import { DataSource } from 'typeorm'
import { AccessService } from './access.service.js'
import { AccessStore } from './access.store.js'
import { AccessWatch } from './access-watch.js'
import { Intents } from './intents.js'
import { PRESSING_ACCESS } from './pressing-access.js'
import { PgSeatDirectory } from './pg-seat-directory.js'
import { SEAT_DIRECTORY } from './seat-directory.js'
import { SeatStore } from './seat.store.js'
import type { Clock } from '../platform/clock.js'
import { Notifications } from '../platform/notifications.js'
import { CLOCK, LOGGER, POOL, RIGHTS_POOL } from '../platform/tokens.js'
import type { Logger } from 'pino'

/** Who may do what, for every door. Global: asking here is never a matter of wiring. */
@Global()
@Module({
  providers: [
    { provide: AccessStore, useFactory: (pool: pg.Pool) => new AccessStore(pool), inject: [POOL] },
    { provide: AccessService, useFactory: (store: AccessStore) => new AccessService(store), inject: [AccessStore] },
    { provide: PRESSING_ACCESS, useFactory: (pool: pg.Pool) => new AccessService(new AccessStore(pool)), inject: [RIGHTS_POOL] },
    {
      provide: AccessWatch,
      useFactory: (pool: pg.Pool, notifications: Notifications, clock: Clock, logger: Logger) =>
        new AccessWatch(new AccessStore(pool), notifications, clock, logger),
      inject: [RIGHTS_POOL, Notifications, CLOCK, LOGGER]
    },
    { provide: Intents, useFactory: (source: DataSource) => new Intents(source), inject: [DataSource] },
    { provide: SeatStore, useFactory: (pool: pg.Pool) => new SeatStore(pool), inject: [POOL] },
    { provide: SEAT_DIRECTORY, useFactory: (store: SeatStore) => new PgSeatDirectory(store), inject: [SeatStore] }
  ],
  exports: [AccessService, PRESSING_ACCESS, AccessWatch, Intents, SeatStore, SEAT_DIRECTORY]
})
export class AbilityModule {}
