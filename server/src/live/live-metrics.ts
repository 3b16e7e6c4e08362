import { closeNameOf } from '@roundtable/shared/protocol'
import { Counter, Gauge, Histogram, type Registry } from 'prom-client'

/** What has gone over a connection's line since it was opened, in bytes. */
export interface Traffic {
  readonly received: number
  readonly sent: number
}

export interface QueueDepth {
  readonly updates: number
  readonly bytes: number
}

/** What can be read off at any time costs the path of a message nothing: it is asked for when somebody asks for the metrics. */
export interface LiveReadings {
  readonly queue: () => QueueDepth
  /** How many of the connections come over plain HTTP. */
  readonly tunnels: () => number
  /** Of the connections that are open. */
  readonly traffic: () => Iterable<Traffic>
}

/** What an operator sees of the live engine at /metrics; no label names a person or a document. */
export class LiveMetrics {
  readonly rooms: Gauge
  readonly connections: Gauge
  readonly updatesIn: Counter
  readonly updatesOut: Counter
  readonly refusals: Counter
  readonly commitSeconds: Histogram
  readonly compactions: Counter
  readonly compactionSeconds: Histogram
  readonly #closed: Counter
  #readings: LiveReadings = { queue: () => ({ updates: 0, bytes: 0 }), tunnels: () => 0, traffic: () => [] }
  /** Of the connections that are gone. */
  readonly #past = { received: 0, sent: 0 }

  constructor(registers: Registry[]) {
    const gauge = (name: string, help: string, read?: () => number): Gauge =>
      new Gauge({ name: `roundtable_live_${name}`, help, registers, ...(read && { collect: readInto(read) }) })
    const counter = <L extends string = never>(name: string, help: string, labelNames: L[] = [], read?: () => number): Counter<L> =>
      new Counter({ name: `roundtable_live_${name}_total`, help, labelNames, registers, ...(read && { collect: countInto(read) }) })
    const seconds = (name: string, help: string, buckets: number[]): Histogram =>
      new Histogram({ name: `roundtable_live_${name}_seconds`, help, buckets, registers })

    this.rooms = gauge('rooms', 'Documents open on this node')
    this.connections = gauge('connections', 'Live connections on this node')
    gauge('tunnels', 'Live connections on this node that come over plain HTTP, where WebSockets are blocked', () =>
      this.#readings.tunnels()
    )
    gauge('queue_updates', 'Edits that have arrived and are neither committed nor refused', () => this.#readings.queue().updates)
    gauge(
      'queue_bytes',
      'Memory that these edits take; there is a bound to it, and past it senders are sent away',
      () => this.#readings.queue().bytes
    )
    this.updatesIn = counter('updates', 'Updates committed')
    this.updatesOut = counter('updates_sent', 'Updates passed on, one for each connection that is told')
    counter('received_bytes', 'Bytes that came over live connections', [], () => this.#total('received'))
    counter('sent_bytes', 'Bytes that went over live connections', [], () => this.#total('sent'))
    this.refusals = counter('refusals', 'Edits refused, by reason', ['reason'])
    this.#closed = counter('closed', 'Live connections that ended or were not let in, by reason', ['reason'])
    this.commitSeconds = seconds('commit', 'Time of one group commit', [0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5])
    this.compactions = counter('compactions', 'Logs folded into snapshots, by outcome', ['outcome'])
    this.compactionSeconds = seconds(
      'compaction',
      'Time of one fold, from reading the log to its snapshot',
      [0.01, 0.05, 0.1, 0.5, 1, 5, 30]
    )
  }

  /** From where the queue and the bytes are read. */
  readFrom(readings: LiveReadings): void {
    this.#readings = readings
  }

  /** A connection is open no more: its bytes are kept. */
  left({ received, sent }: Traffic): void {
    this.#past.received += received
    this.#past.sent += sent
  }

  /** A socket was closed with this code, whoever began. */
  closed(code: number): void {
    this.#closed.inc({ reason: closeNameOf(code) ?? (code === 1006 ? 'lost' : 'left') })
  }

  #total(way: keyof Traffic): number {
    let total = this.#past[way]
    for (const each of this.#readings.traffic()) total += each[way]
    return total
  }
}

function readInto(read: () => number) {
  return function (this: Gauge): void {
    this.set(read())
  }
}

function countInto(read: () => number) {
  return function (this: Counter): void {
    this.reset()
    this.inc(read())
  }
}
