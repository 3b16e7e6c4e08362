import { type Logger } from 'pino'
import { type Gauge } from 'prom-client'
import { v4 } from 'uuid'
import { within } from '../within.js'
import { type Hear, type NodeLink, type NodeListener } from './node-link.js'
import { Peers } from './peers.js'
import { type RedisClient, redisClient } from './redis-client.js'

const HELLO_MS = 1000
/** Not having heard its own hello for so long, a node takes the link for away: killed, frozen or cut off, all the same. */
const AWAY_AFTER_MS = 3000
/** Another node that is silent for so long is gone, and the people on it with it. */
const SILENT_MS = 6000
const NODES = 'nodes'
/** What may be on its way to Redis at a time; above it hints are dropped, and found in the log. */
const MOST_UNDER_WAY_BYTES = 16 * 1024 * 1024
/** So long a document that is being opened waits for its channel. */
const FOLLOW_MS = 100
const START_MS = 1000
/** So long nothing may come back before connections are made anew. */
const RENEW_AFTER_MS = 10_000
const GOODBYE_MS = 1000

/**
 * The link over Redis' publish and subscribe. Nothing is kept in Redis: no text stays there, nothing grows, and an empty or
 * a new Redis is as good as the old one. (A stream would deliver what was missed; the log in PostgreSQL does so already.)
 * A channel a document, so that a node hears of those that it has open and of no other.
 */
export class RedisLink implements NodeLink {
  readonly node = v4()
  readonly isShared = true
  #speaker: RedisClient
  #ear: RedisClient
  readonly #channels = new Map<string, Hear>()
  readonly #peers = new Peers(SILENT_MS)
  readonly #returned: (() => void)[] = []
  readonly #timer: NodeJS.Timeout
  readonly #prefix: string
  /** When it last heard its own hello, or began to connect anew. */
  #heardMyselfAt = performance.now()
  #isUp = false
  /** Every channel is followed on the connection as it is. */
  #hearsAll = false
  #saysAnew = true
  #isSayingHello = false
  #underWay = 0

  /** `namespace`: of this installation, so that two may share one Redis. */
  constructor(
    private readonly url: string,
    namespace: string,
    private readonly connected: Gauge,
    private readonly logger: Logger
  ) {
    this.#prefix = `roundtable:${namespace}:`
    ;[this.#speaker, this.#ear] = this.#clients()
    this.#timer = setInterval(() => this.#tick(), HELLO_MS).unref()
    this.#channels.set(NODES, (message) => this.#onHello(message))
  }

  get isUp(): boolean {
    return this.#isUp
  }

  /** Begins to connect, and waits a moment for it; a server starts without Redis too. */
  async start(): Promise<void> {
    const isHere = new Promise<void>((resolve) => this.#returned.push(resolve))
    this.#connect()
    await within(START_MS, isHere)
  }

  publish(channel: string, message: Buffer): void {
    if (this.#isUp) void this.#say(channel, message)
  }

  async follow(channel: string, hear: Hear): Promise<void> {
    this.#channels.set(channel, hear)
    if (this.#ear.isReady) await within(FOLLOW_MS, this.#subscribe([channel]))
  }

  unfollow(channel: string): void {
    this.#channels.delete(channel)
    this.#ear
      .unsubscribe(this.#prefix + channel, this.#onMessage, true)
      .catch((error: unknown) => this.logger.debug({ err: error }, 'a channel could not be left; redis is away'))
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
    if (this.#isUp) await within(GOODBYE_MS, this.#say(NODES, hello('bye', this.node)))
    this.#isUp = false
    this.#disconnect()
  }

  #say(channel: string, message: Buffer): Promise<void> {
    if (this.#underWay + message.length > MOST_UNDER_WAY_BYTES) return Promise.resolve()
    this.#underWay += message.length
    return this.#speaker
      .publish(this.#prefix + channel, message)
      .then(
        () => undefined,
        (error: unknown) => this.logger.debug({ err: error }, 'a hint to the other nodes was lost')
      )
      .finally(() => (this.#underWay -= message.length))
  }

  readonly #onMessage = (message: Buffer, channel: Buffer): void => {
    const hear = this.#channels.get(channel.toString().slice(this.#prefix.length))
    // Another node of another version, or somebody else's bytes: hints that nobody can read are no hints.
    try {
      hear?.(message)
    } catch (error) {
      this.logger.warn({ err: error }, 'a hint of another node could not be read')
    }
  }

  /** The client forgets what was asked for while it was away; here is what is to be followed. */
  #followAll(): void {
    this.#hearsAll = false
    void this.#subscribe([...this.#channels.keys()]).then((isDone) => {
      this.#hearsAll = isDone
      this.#sayHello()
    })
  }

  #subscribe(channels: readonly string[]): Promise<boolean> {
    return this.#ear
      .subscribe(
        channels.map((channel) => this.#prefix + channel),
        this.#onMessage,
        true
      )
      .then(
        () => true,
        (error: unknown) => {
          this.logger.debug({ err: error }, 'channels are followed when redis is back')
          return false
        }
      )
  }

  #tick(): void {
    const now = performance.now()
    const silence = now - this.#heardMyselfAt
    if (this.#isUp && silence > AWAY_AFTER_MS) this.#turn(false)
    this.#peers.sweep(now)
    if (silence > RENEW_AFTER_MS) this.#renew(now)
    this.#sayHello()
  }

  #sayHello(): void {
    if (this.#isSayingHello || !this.#speaker.isReady) return
    this.#isSayingHello = true
    void this.#say(NODES, hello(this.#saysAnew ? 'anew' : 'here', this.node)).then(() => (this.#isSayingHello = false))
  }

  #onHello(message: Buffer): void {
    const [kind, node] = message.toString().split(' ')
    if (!node) return
    const now = performance.now()
    if (node === this.node) {
      if (!this.#hearsAll) return
      this.#heardMyselfAt = now
      this.#saysAnew = false
      if (!this.#isUp) this.#turn(true)
    } else if (kind === 'bye') this.#peers.lose(node)
    else this.#peers.heard(node, kind === 'anew', now)
  }

  #turn(isUp: boolean): void {
    this.#isUp = isUp
    this.connected.set(isUp ? 1 : 0)
    if (isUp) {
      this.logger.info('the nodes tell each other of changes through redis')
      for (const listener of this.#returned) listener()
    } else {
      this.#saysAnew = true
      this.#peers.loseAll()
      this.logger.warn('redis is away: nodes find each other’s changes in the database, seconds later')
    }
  }

  /** Connections over which nothing comes back, though nobody has closed them, are given up for new ones. */
  #renew(now: number): void {
    this.#heardMyselfAt = now
    this.#disconnect()
    ;[this.#speaker, this.#ear] = this.#clients()
    this.#connect()
  }

  #clients(): [speaker: RedisClient, ear: RedisClient] {
    const [speaker, ear] = [redisClient(this.url, this.logger), redisClient(this.url, this.logger)]
    speaker.on('ready', () => this.#sayHello())
    ear.on('ready', () => this.#followAll())
    return [speaker, ear]
  }

  #connect(): void {
    for (const client of [this.#ear, this.#speaker])
      client.connect().catch((error: unknown) => this.logger.debug({ err: error }, 'redis is not there yet'))
  }

  #disconnect(): void {
    for (const client of [this.#ear, this.#speaker]) if (client.isOpen) client.destroy()
  }
}

function hello(kind: 'anew' | 'here' | 'bye', node: string): Buffer {
  return Buffer.from(`${kind} ${node}`)
}
