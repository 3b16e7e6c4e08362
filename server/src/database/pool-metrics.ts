import type pg from 'pg'
import { Gauge, type Registry } from 'prom-client'

/** How many connections to the database each pool has, and who waits for one. Read when the metrics are asked for. */
export function countPools(pools: Readonly<Record<string, pg.Pool>>, registry: Registry): void {
  new Gauge({
    name: 'roundtable_database_connections',
    help: 'Connections to the database, by pool; waiting: statements that have none yet',
    labelNames: ['pool', 'state'],
    registers: [registry],
    collect() {
      for (const [pool, { totalCount, idleCount, waitingCount }] of Object.entries(pools)) {
        this.set({ pool, state: 'busy' }, totalCount - idleCount)
        this.set({ pool, state: 'idle' }, idleCount)
        this.set({ pool, state: 'waiting' }, waitingCount)
      }
    }
  })
}
