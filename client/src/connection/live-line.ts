import { blocked } from './blocked.js'
import { contentTypeOf } from './content-type.js'
import { STATE, type SocketLike } from './socket-like.js'
import { way } from './way.js'

const LOST = { code: 1006, reason: '' }
/** The other way is open again: not final, so that the provider comes back at once. */
const OTHER_WAY = { code: 1001, reason: 'the other way' }

/**
 * What the provider takes for a WebSocket: one, or a line of the tunnel where the network blocks these. Which, is decided anew
 * with each connection; it ends by itself when the direct way is open again.
 */
class LiveLine implements SocketLike {
  static readonly OPEN = STATE.open
  readonly OPEN = STATE.open
  binaryType: BinaryType = 'arraybuffer'
  onopen: SocketLike['onopen'] = null
  onmessage: SocketLike['onmessage'] = null
  onerror: SocketLike['onerror'] = null
  onclose: SocketLike['onclose'] = null
  #carrier: SocketLike | null = null
  #isOver = false
  #leave: () => void = () => undefined

  constructor(url: string | URL, protocols?: string | string[]) {
    if (blocked.is()) this.#goBy(String(url))
    else this.#goDirectly(url, protocols)
  }

  get readyState(): number {
    return this.#isOver ? STATE.closed : (this.#carrier?.readyState ?? STATE.connecting)
  }

  send(data: Uint8Array): void {
    this.#carrier?.send(data)
  }

  close(): void {
    this.#end(null)
  }

  #goDirectly(url: string | URL, protocols?: string | string[]): void {
    const socket = new WebSocket(url, protocols)
    socket.binaryType = 'arraybuffer'
    const watched = way.watch(() => this.#end(LOST))
    this.#leave = watched.left
    this.#carry(socket as SocketLike, watched)
  }

  #goBy(url: string): void {
    const unused = way.tunnelled()
    const stop = blocked.subscribe(() => {
      if (!blocked.is()) this.#end(OTHER_WAY)
    })
    this.#leave = () => {
      stop()
      unused()
    }
    import('./tunnel.js').then(
      ({ pageTunnel }) => {
        if (!this.#isOver) this.#carry(pageTunnel().open(url))
      },
      (error: unknown) => {
        console.info('The part of this page for networks that block WebSockets could not be fetched', error)
        this.#end(LOST)
      }
    )
  }

  #carry(carrier: SocketLike, watched?: ReturnType<typeof way.watch>): void {
    this.#carrier = carrier
    carrier.onopen = (event) => {
      watched?.opened()
      this.onopen?.(event)
    }
    carrier.onmessage = (event) => {
      watched?.heard()
      this.onmessage?.(event)
    }
    carrier.onerror = (event) => this.onerror?.(event)
    carrier.onclose = (event) => {
      watched?.ended(event.code)
      this.#end(event)
    }
  }

  /** Once. `event` is null when the provider itself lets go of it. */
  #end(event: { readonly code: number; readonly reason: string } | null): void {
    if (this.#isOver) return
    this.#isOver = true
    this.#leave()
    const carrier = this.#carrier
    if (carrier) {
      carrier.onopen = carrier.onmessage = carrier.onclose = null
      carrier.onerror = () => undefined
      carrier.close()
    }
    if (event) this.onclose?.(event)
  }
}

/**
 * The class for the stock provider, which tells which content messages it sends. The provider has no hook for that, and
 * counting them is what "Saved" rests on.
 */
export function countingLine(onSent: (type: 'step2' | 'update') => void, onOpened: () => void): typeof WebSocket {
  return class CountingLine extends LiveLine {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols)
      onOpened()
    }

    override send(data: Uint8Array): void {
      super.send(data)
      const type = contentTypeOf(data)
      if (type) onSent(type)
    }
  } as unknown as typeof WebSocket
}
