import { Counter, Gauge, Histogram, type Registry } from 'prom-client'

/** What an operator sees of the live engine at /metrics; no label names a person or a document. */
export class LiveMetrics {
  readonly rooms: Gauge
  readonly connections: Gauge
  readonly updatesIn: Counter
  readonly refusals: Counter
  readonly commitSeconds: Histogram
  readonly compactions: Counter

  constructor(registers: Registry[]) {
    this.rooms = new Gauge({ name: 'roundtable_live_rooms', help: 'Documents open on this node', registers })
    this.connections = new Gauge({ name: 'roundtable_live_connections', help: 'Live connections on this node', registers })
    this.updatesIn = new Counter({ name: 'roundtable_live_updates_total', help: 'Updates committed', registers })
    this.refusals = new Counter({
      name: 'roundtable_live_refusals_total',
      help: 'Edits refused for good, by reason',
      labelNames: ['reason'],
      registers
    })
    this.commitSeconds = new Histogram({
      name: 'roundtable_live_commit_seconds',
      help: 'Time of one group commit',
      buckets: [0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
      registers
    })
    this.compactions = new Counter({
      name: 'roundtable_live_compactions_total',
      help: 'Logs folded into snapshots, by outcome',
      labelNames: ['outcome'],
      registers
    })
  }
}
