import type { Logger } from 'pino'
import type { Clock } from '../platform/clock.js'
import type { Notifications } from '../platform/notifications.js'
import type { Access } from './access.js'
import type { AccessStore } from './access.store.js'

const READ_EVERY_MS = 300
const STALE_AFTER_MS = 1000
const NUMBERS_KEPT = 20_000

export type TickListener = (changed: ReadonlySet<string>, databaseNow: Date) => void

/**
 * Reads the access numbers several times a second, so that a lost right takes effect within a second
 * even when nothing else tells this node. NOTIFY only makes it look at once.
 */
export class AccessWatch {
  readonly #listeners: TickListener[] = []
  readonly #numbers = new Map<string, number>()
  #sinceXid: string | null = null
  #readAt = Number.NEGATIVE_INFINITY
  #timer: NodeJS.Timeout | null = null
  #reading: Promise<void> | null = null
  #isAskedAgain = false
  #isStopped = false

  constructor(
    private readonly store: AccessStore,
    notifications: Notifications,
    private readonly clock: Clock,
    private readonly logger: Logger
  ) {
    notifications.on('access', () => {
      if (!this.#isStopped) void this.#read()
    })
  }

  onTick(listener: TickListener): void {
    this.#listeners.push(listener)
  }

  /** False when the numbers could not be read for a second: then writes stop, reading goes on. */
  isFresh(): boolean {
    return this.clock.monotonic() - this.#readAt <= STALE_AFTER_MS
  }

  /** True when this was decided on numbers that have risen since, and whoever was told of that is not whom it is about. */
  knowsNewer({ personId, access: { grounds, document } }: { readonly personId: string; readonly access: Access }): boolean {
    const isNewer = (scope: string, number: number): boolean => (this.#numbers.get(scope) ?? 0) > number
    return isNewer(document.workspaceId, grounds.workspaceNumber) || isNewer(personId, grounds.personNumber)
  }

  start(): Promise<void> {
    return this.#read()
  }

  async stop(): Promise<void> {
    this.#isStopped = true
    if (this.#timer) clearTimeout(this.#timer)
    await this.#reading
  }

  /** One read at a time; whoever asks meanwhile gets another right after it. */
  #read(): Promise<void> {
    if (this.#reading) {
      this.#isAskedAgain = true
      return this.#reading
    }
    if (this.#timer) clearTimeout(this.#timer)
    this.#reading = this.#readNumbers().finally(() => {
      this.#reading = null
      if (this.#isStopped) return
      this.#timer = setTimeout(() => void this.#read(), this.#isAskedAgain ? 0 : READ_EVERY_MS).unref()
      this.#isAskedAgain = false
    })
    return this.#reading
  }

  async #readNumbers(): Promise<void> {
    try {
      const startedAt = this.clock.monotonic()
      const { nextXid, now, changed } = await this.store.changesSince(this.#sinceXid)
      this.#sinceXid = nextXid
      this.#readAt = startedAt
      const risen = new Set(changed.filter(({ scope, number }) => this.#hasRisen(scope, number)).map(({ scope }) => scope))
      for (const listener of this.#listeners) listener(risen, now)
    } catch (error) {
      this.logger.warn({ err: error }, 'access numbers could not be read')
    }
  }

  /** The same change is read twice while an older transaction is open; it counts once. */
  #hasRisen(scope: string, number: number): boolean {
    if (this.#numbers.get(scope) === number) return false
    this.#numbers.delete(scope)
    this.#numbers.set(scope, number)
    if (this.#numbers.size > NUMBERS_KEPT) this.#numbers.delete(this.#numbers.keys().next().value!)
    return true
  }
}
