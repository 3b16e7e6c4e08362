import {
  changedSchema,
  EVENTS_PATH,
  PAGE_HEADER,
  rightChangedSchema,
  type Changed,
  type ClientEvents,
  type RightChanged,
  type ServerEvents
} from '@roundtable/shared/protocol'
import { io, type Socket } from 'socket.io-client'
import { blocked } from '../../connection/blocked.js'
import { askWhetherThere } from '../../lib/line.js'

export interface Listener {
  readonly onChanged: (event: Changed) => void
  readonly onRightChanged: (event: RightChanged) => void
  /** Something may have been missed: the line was away, or nothing was heard yet. */
  readonly onHearing: () => void
}

/** Long polling first where WebSockets are swallowed: the library would wait for them. */
const transportsNow = (): ('websocket' | 'polling')[] => (blocked.is() ? ['polling'] : ['websocket', 'polling'])

/** After the server itself has hung up or refused (signed out, restarting), the library does not come back by itself. */
const RETRY_MS = 20_000

/**
 * Hears of changes in a few workspaces. A line that drops comes back by itself, each page at its own moment, so
 * that a room does not return all at once. Where there is no line, nothing is told and nothing breaks: pages are read
 * again when somebody looks at them.
 */
export class EventLine {
  readonly #socket: Socket<ServerEvents, ClientEvents>
  #watched: readonly string[] = []
  #retry: ReturnType<typeof setTimeout> | undefined
  readonly #stopListening: () => void

  constructor(listener: Listener) {
    this.#socket = io({
      path: EVENTS_PATH,
      transports: transportsNow(),
      extraHeaders: { [PAGE_HEADER]: '1' },
      tryAllTransports: true,
      reconnectionDelayMax: 30_000,
      randomizationFactor: 0.5
    })
    this.#stopListening = blocked.subscribe(() => this.#changeWay())
    this.#socket.on('connect', () => {
      this.#tell('watch', this.#watched)
      listener.onHearing()
    })
    this.#socket.on('disconnect', () => this.#comeBack())
    this.#socket.on('connect_error', () => {
      // A page that asks for nothing hears by this line alone that the server is away.
      void askWhetherThere()
      this.#comeBack()
    })
    this.#socket.on('changed', (event) => {
      const { data } = changedSchema.safeParse(event)
      if (data) listener.onChanged(data)
    })
    this.#socket.on('right_changed', (event) => {
      const { data } = rightChangedSchema.safeParse(event)
      if (data) listener.onRightChanged(data)
    })
  }

  /** The server tells of twenty at a time; it is asked only about those that it is not telling of already. */
  watch(workspaceIds: readonly string[]): void {
    if (this.#socket.connected) {
      this.#tell(
        'unwatch',
        this.#watched.filter((id) => !workspaceIds.includes(id))
      )
      this.#tell(
        'watch',
        workspaceIds.filter((id) => !this.#watched.includes(id))
      )
    }
    this.#watched = workspaceIds
  }

  close(): void {
    clearTimeout(this.#retry)
    this.#stopListening()
    this.#socket.disconnect()
  }

  /** From the next connection on; one that is being tried for would go on trying what the network blocks. */
  #changeWay(): void {
    this.#socket.io.opts.transports = transportsNow()
    if (!blocked.is() || this.#socket.connected) return
    this.#socket.disconnect()
    this.#socket.connect()
  }

  #tell(event: 'watch' | 'unwatch', workspaceIds: readonly string[]): void {
    // A refusal says that the page may not know of this workspace, which the page's own queries say to the person.
    for (const workspaceId of workspaceIds) this.#socket.emit(event, { workspaceId }, () => undefined)
  }

  #comeBack(): void {
    if (this.#socket.active) return
    clearTimeout(this.#retry)
    this.#retry = setTimeout(() => this.#socket.connect(), RETRY_MS * (0.5 + Math.random()))
  }
}
