import type { Logger } from 'pino'
import { within } from '../within.js'
import type { Hear } from './node-link.js'
import { Numbered } from './numbered.js'
import { type RedisClient, redisClient } from './redis-client.js'
import type { Seal } from './seal.js'

/** What may be on its way to Redis at a time; above it hints are dropped, and found in the log. */
const MOST_UNDER_WAY_BYTES = 16 * 1024 * 1024
/** So long whoever follows a channel waits for Redis to say so. */
const FOLLOW_MS = 100
/** Somebody who fills Redis with rubbish is not to fill the log with it. */
const TELL_EVERY_MS = 60_000

/**
 * Publish and subscribe on two connections. Nothing is kept for a Redis that is away; what is followed is noted here, and
 * followed again on every new connection.
 */
export class RedisChannels {
  #speaker: RedisClient
  #ear: RedisClient
  readonly #heard = new Map<string, Hear>()
  readonly #numbered = new Numbered()
  #followsAll = false
  #underWay = 0
  #unreadable = 0
  #toldAt = Number.NEGATIVE_INFINITY
  readonly #prefix: string

  /** `onReady`: one of the connections works from now on, or everything is followed from now on. */
  constructor(
    private readonly url: string,
    private readonly seal: Seal,
    private readonly onReady: () => void,
    private readonly logger: Logger
  ) {
    this.#prefix = `roundtable:${seal.namespace}:`
    ;[this.#speaker, this.#ear] = this.#clients()
  }

  connect(): void {
    for (const client of [this.#ear, this.#speaker])
      client.connect().catch((error: unknown) => this.logger.debug({ err: error }, 'redis is not there yet'))
  }

  /** Gives both connections up for new ones. */
  renew(): void {
    this.destroy()
    ;[this.#speaker, this.#ear] = this.#clients()
    this.connect()
  }

  destroy(): void {
    for (const client of [this.#ear, this.#speaker]) if (client.isOpen) client.destroy()
  }

  /** Every channel is followed on the connection as it is. */
  get followsAll(): boolean {
    return this.#followsAll
  }

  /** Resolves when Redis has it, or when it is lost: nobody waits for a hint. */
  async publish(channel: string, message: Buffer): Promise<void> {
    if (!this.#speaker.isReady || this.#underWay + message.length > MOST_UNDER_WAY_BYTES) return
    this.#underWay += message.length
    try {
      await this.#speaker.publish(this.#prefix + channel, this.seal.close(channel, this.#numbered.number(message)))
    } catch (error) {
      this.logger.debug({ err: error }, 'a hint to the other nodes was lost')
    } finally {
      this.#underWay -= message.length
    }
  }

  /** Hears what is said from when this resolves; while Redis is away, from when it is back. One listener a channel. */
  async follow(channel: string, hear: Hear): Promise<void> {
    this.#heard.set(channel, hear)
    if (this.#ear.isReady) await within(FOLLOW_MS, this.#subscribe([channel]))
  }

  unfollow(channel: string): void {
    this.#heard.delete(channel)
    this.#ear
      .unsubscribe(this.#prefix + channel, this.#onMessage, true)
      .catch((error: unknown) => this.logger.debug({ err: error }, 'a channel could not be left; redis is away'))
  }

  readonly #onMessage = (message: Buffer, channel: Buffer): void => {
    const name = channel.toString().slice(this.#prefix.length)
    // Another node of another version, or somebody else's bytes: hints that nobody can read are no hints.
    try {
      const hint = this.#numbered.read(this.seal.open(name, message))
      if (hint) this.#heard.get(name)?.(hint)
    } catch (error) {
      this.#tellUnreadable(error)
    }
  }

  #tellUnreadable(error: unknown): void {
    this.#unreadable += 1
    const now = performance.now()
    if (now - this.#toldAt < TELL_EVERY_MS) return
    this.logger.warn({ err: error, hints: this.#unreadable }, 'hints of other nodes could not be read')
    this.#unreadable = 0
    this.#toldAt = now
  }

  /** The client forgets what was asked for while it was away; here is what is to be followed. */
  async #followAll(): Promise<void> {
    this.#followsAll = false
    this.#followsAll = await this.#subscribe([...this.#heard.keys()])
    this.onReady()
  }

  async #subscribe(channels: readonly string[]): Promise<boolean> {
    try {
      await this.#ear.subscribe(
        channels.map((channel) => this.#prefix + channel),
        this.#onMessage,
        true
      )
      return true
    } catch (error) {
      this.logger.debug({ err: error }, 'channels are followed when redis is back')
      // Without all of them the link does not count as working, and is made anew.
      this.#followsAll = false
      return false
    }
  }

  #clients(): [speaker: RedisClient, ear: RedisClient] {
    const [speaker, ear] = [redisClient(this.url, this.logger), redisClient(this.url, this.logger)]
    speaker.on('ready', () => this.onReady())
    ear.on('ready', () => void this.#followAll())
    return [speaker, ear]
  }
}
