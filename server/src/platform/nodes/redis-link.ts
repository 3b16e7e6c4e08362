import type { Logger } from 'pino'
import type { Gauge } from 'prom-client'
import { v4 } from 'uuid'
import { within } from '../within.js'
import type { Hear, NodeLink, NodeListener } from './node-link.js'
import { Peers } from './peers.js'
import { RedisChannels } from './redis-channels.js'
import type { Seal } from './seal.js'

const NODES = 'nodes'
const HELLO_MS = 1000
/** Not having heard its own hello for so long, a node takes the link for away: killed, frozen or cut off, all the same. */
const AWAY_AFTER_MS = 3000
/** So long nothing may come back before connections that nobody has closed are given up for new ones. */
const RENEW_AFTER_MS = 10_000
/** Another node that is silent for so long is gone, and the people on it with it. */
const SILENT_MS = 6000
const START_MS = 1000
const GOODBYE_MS = 1000

/**
 * The link over Redis' publish and subscribe. Nothing is kept in Redis: no text stays there, nothing grows, and an empty or
 * a new Redis is as good as the old one. (A stream would deliver what was missed; the log in PostgreSQL does so already.)
 * A channel a document, so that a node hears of those that it has open and of no other. Whether it works is measured by its
 * purpose: what this node says every second has to come back to it.
 */
export class RedisLink implements NodeLink {
  readonly node = v4()
  readonly isShared = true
  readonly #channels: RedisChannels
  readonly #peers = new Peers(SILENT_MS)
  readonly #returned: (() => void)[] = []
  readonly #timer: NodeJS.Timeout
  /** Or when it began to connect anew. */
  #heardMyselfAt = performance.now()
  #isUp = false
  /** The others are to take it for one that missed everything. */
  #saysAnew = true
  #isSayingHello = false

  constructor(
    url: string,
    seal: Seal,
    private readonly connected: Gauge,
    private readonly logger: Logger
  ) {
    this.#channels = new RedisChannels(url, seal, () => void this.#sayHello(), logger)
    this.#timer = setInterval(() => this.#tick(), HELLO_MS).unref()
  }

  get isUp(): boolean {
    return this.#isUp
  }

  /** Begins to connect, and waits a moment for it; a server starts without Redis too. */
  async start(): Promise<void> {
    const isHere = new Promise<void>((resolve) => this.#returned.push(resolve))
    await this.#channels.follow(NODES, (message) => this.#onHello(message))
    this.#channels.connect()
    await within(START_MS, isHere)
  }

  publish(channel: string, message: Buffer): void {
    if (this.#isUp) void this.#channels.publish(channel, message)
  }

  follow(channel: string, hear: Hear): Promise<void> {
    return this.#channels.follow(channel, hear)
  }

  unfollow(channel: string): void {
    this.#channels.unfollow(channel)
  }

  onNodes(listener: NodeListener): void {
    this.#peers.onNodes(listener)
  }

  onReturn(listener: () => void): void {
    this.#returned.push(listener)
  }

  /** Says goodbye, so that the others need not wait until this node has been silent. */
  async close(): Promise<void> {
    clearInterval(this.#timer)
    if (this.#isUp) await within(GOODBYE_MS, this.#channels.publish(NODES, hello('bye', this.node)))
    this.#isUp = false
    this.#channels.destroy()
  }

  #tick(): void {
    const now = performance.now()
    const silence = now - this.#heardMyselfAt
    if (this.#isUp && silence > AWAY_AFTER_MS) this.#turn(false)
    this.#peers.sweep(now)
    if (silence > RENEW_AFTER_MS) {
      this.#heardMyselfAt = now
      this.#channels.renew()
    }
    void this.#sayHello()
  }

  /** One at a time: a Redis that answers nothing is not told the same again and again. */
  async #sayHello(): Promise<void> {
    if (this.#isSayingHello) return
    this.#isSayingHello = true
    await this.#channels.publish(NODES, hello(this.#saysAnew ? 'anew' : 'here', this.node))
    this.#isSayingHello = false
  }

  #onHello(message: Buffer): void {
    const [kind, node] = message.toString().split(' ')
    if (!node) return
    const now = performance.now()
    if (node !== this.node) {
      if (kind === 'bye') this.#peers.lose(node)
      else this.#peers.heard(node, kind === 'anew', now)
    } else if (this.#channels.followsAll) {
      this.#heardMyselfAt = now
      this.#saysAnew = false
      if (!this.#isUp) this.#turn(true)
    }
  }

  #turn(isUp: boolean): void {
    this.#isUp = isUp
    this.connected.set(isUp ? 1 : 0)
    if (isUp) {
      this.logger.info('the nodes tell each other of changes through redis')
      for (const listener of this.#returned) listener()
      return
    }
    this.#saysAnew = true
    this.#peers.loseAll()
    this.logger.warn('redis is away: nodes find each other’s changes in the database, seconds later')
  }
}

function hello(kind: 'anew' | 'here' | 'bye', node: string): Buffer {
  return Buffer.from(`${kind} ${node}`)
}
