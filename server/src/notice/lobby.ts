import type { IncomingMessage } from 'node:http'
import type { Server } from 'socket.io'
import { networkOf } from '../platform/address.js'

/** A room of people who all come back at once has one address. */
const MOST_AN_ADDRESS = 200
const MOST_IN_ALL = 1000

/**
 * Those who have opened an event connection and have not said who they are: each takes memory, and whoever never says it
 * would take all of it.
 */
export class Lobby {
  readonly #waiting = new Map<string, number>()
  #total = 0

  constructor(private readonly addressOf: (request: IncomingMessage) => string | undefined) {}

  isFull(request: IncomingMessage): boolean {
    return this.#total >= MOST_IN_ALL || (this.#waiting.get(this.#networkOf(request)) ?? 0) >= MOST_AN_ADDRESS
  }

  /** Counts everybody who opens a connection until they are let in or gone. */
  attend(server: Server): void {
    const leaving = new WeakMap<object, () => void>()
    server.engine.on('connection', (connection: EngineConnection) => {
      const leave = this.#enter(connection.request)
      leaving.set(connection, leave)
      connection.once('close', leave)
    })
    const letIn = ({ conn }: { readonly conn: object }): void => leaving.get(conn)?.()
    server.on('connection', letIn)
    server.on('new_namespace', (namespace) => namespace.on('connection', letIn))
  }

  /** Answers how to leave, which counts once. */
  #enter(request: IncomingMessage): () => void {
    const network = this.#networkOf(request)
    this.#waiting.set(network, (this.#waiting.get(network) ?? 0) + 1)
    this.#total += 1
    let isHere = true
    return () => {
      if (!isHere) return
      isHere = false
      this.#total -= 1
      const left = (this.#waiting.get(network) ?? 1) - 1
      if (left > 0) this.#waiting.set(network, left)
      else this.#waiting.delete(network)
    }
  }

  #networkOf(request: IncomingMessage): string {
    return networkOf(this.addressOf(request))
  }
}

interface EngineConnection {
  readonly request: IncomingMessage
  once(event: 'close', listener: () => void): unknown
}
