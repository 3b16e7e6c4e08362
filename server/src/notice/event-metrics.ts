import { Gauge, type Registry } from 'prom-client'
import type { Server } from 'socket.io'

/** How many pages hear of changes from this node, by either transport. */
export function countEventConnections(server: Server, registry: Registry): void {
  new Gauge({
    name: 'roundtable_events_connections',
    help: 'Open pages that hear of changes from this node',
    registers: [registry],
    collect() {
      this.set(server.engine.clientsCount)
    }
  })
}
