import {
  type Acknowledged,
  type Changed,
  type ClientEvents,
  EVENTS_PATH,
  type RightChanged,
  type ServerEvents
} from '@roundtable/shared/protocol'
import { io, type Socket } from 'socket.io-client'

/** A page's ear at the socket.io door. */
export class EventsClient {
  readonly changed: Changed[] = []
  readonly rights: RightChanged[] = []
  readonly socket: Socket<ServerEvents, ClientEvents>
  /** What the server answered to the connection itself. */
  refusal: string | null = null
  isEnded = false
  #waiting: { isMet: () => boolean; resolve: () => void }[] = []

  /** `reconnection`: whether it comes back by itself, as a page does. */
  constructor(
    server: { readonly url: string },
    person: { readonly cookie: string } | null,
    options: { origin?: string; transports?: string[]; reconnection?: boolean } = {}
  ) {
    const { origin = server.url, transports = ['websocket'], reconnection = false } = options
    this.socket = io(server.url, {
      path: EVENTS_PATH,
      transports,
      reconnection,
      reconnectionDelayMax: 500,
      forceNew: true,
      extraHeaders: { origin, ...(person ? { cookie: person.cookie } : {}) }
    })
    this.socket.on('changed', (event) => this.#heard(() => this.changed.push(event)))
    this.socket.on('right_changed', (event) => this.#heard(() => this.rights.push(event)))
    this.socket.on('connect', () => this.#heard(() => undefined))
    this.socket.on('connect_error', (error) => this.#heard(() => (this.refusal = error.message)))
    this.socket.on('disconnect', () => this.#heard(() => (this.isEnded = true)))
  }

  async opened(): Promise<this> {
    await this.until(() => this.socket.connected || this.refusal !== null, 'the connection')
    return this
  }

  watch(workspaceId: string): Promise<Acknowledged> {
    return new Promise((resolve) => this.socket.emit('watch', { workspaceId }, resolve))
  }

  unwatch(workspaceId: string): Promise<Acknowledged> {
    return new Promise((resolve) => this.socket.emit('unwatch', { workspaceId }, resolve))
  }

  /** Resolves when the condition holds; looks again at every event. */
  until(isMet: () => boolean, what: string, limitMs = 20_000): Promise<void> {
    if (isMet()) return Promise.resolve()
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`waited ${limitMs} ms for: ${what}`)), limitMs)
      const met = () => {
        clearTimeout(timer)
        resolve()
      }
      this.#waiting.push({ isMet, resolve: met })
    })
  }

  #heard(note: () => unknown): void {
    note()
    const met = this.#waiting.filter((waiting) => waiting.isMet())
    this.#waiting = this.#waiting.filter((waiting) => !met.includes(waiting))
    for (const { resolve } of met) resolve()
  }

  close(): void {
    this.socket.disconnect()
  }
}
