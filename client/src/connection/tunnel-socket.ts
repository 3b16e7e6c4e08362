import { TUNNEL_LIMITS, type PieceKind } from '@roundtable/shared/protocol'
import { STATE, type SocketLike } from './socket-like.js'

interface LineWays {
  readonly say: (kind: PieceKind, body: string) => void
  readonly over: () => void
}

/** One line of the tunnel, in the shape of a WebSocket. */
export class TunnelSocket implements SocketLike {
  readonly OPEN = STATE.open
  readyState: number = STATE.connecting
  onopen: SocketLike['onopen'] = null
  onmessage: SocketLike['onmessage'] = null
  onerror: SocketLike['onerror'] = null
  onclose: SocketLike['onclose'] = null
  #parts: Uint8Array[] = []
  /** Pieces that wait until the server has taken earlier ones. */
  #queue: { readonly kind: 'more' | 'end'; readonly bytes: Uint8Array }[] = []
  #underway = 0

  constructor(
    private readonly address: string,
    private readonly ways: LineWays
  ) {}

  /** Asks to be let in: the tunnel is there. */
  ask(): void {
    this.ways.say('open', this.address)
  }

  send(data: Uint8Array): void {
    if (this.readyState !== STATE.open) return
    const { pieceBytes } = TUNNEL_LIMITS
    for (let at = 0; at === 0 || at < data.length; at += pieceBytes)
      this.#queue.push({ kind: at + pieceBytes >= data.length ? 'end' : 'more', bytes: data.slice(at, at + pieceBytes) })
    this.#sendQueued()
  }

  close(): void {
    if (this.readyState >= STATE.closing) return
    this.ways.say('close', '')
    this.end(1000, '')
  }

  receive(kind: PieceKind, body: string): void {
    if (kind === 'more' || kind === 'end') return this.#receiveContent(bytesOf(body), kind === 'end')
    if (kind === 'ping') return this.ways.say('pong', '')
    if (kind === 'taken') {
      this.#underway -= Number(body)
      return this.#sendQueued()
    }
    if (kind === 'opened') {
      this.readyState = STATE.open
      this.onopen?.({})
    } else if (kind === 'cut') this.#parts = []
    else if (kind === 'close') {
      const [code, ...reason] = body.split(' ')
      this.end(Number(code), reason.join(' '))
    }
  }

  /** Over, whoever began. */
  end(code: number, reason: string): void {
    if (this.readyState === STATE.closed) return
    this.readyState = STATE.closed
    this.#queue = []
    this.#parts = []
    this.ways.over()
    this.onclose?.({ code, reason })
  }

  #receiveContent(bytes: Uint8Array, isLast: boolean): void {
    this.#parts.push(bytes)
    if (!isLast) return
    const parts = this.#parts
    this.#parts = []
    const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
    let at = 0
    for (const part of parts) {
      whole.set(part, at)
      at += part.length
    }
    this.onmessage?.({ data: whole.buffer })
  }

  #sendQueued(): void {
    while (this.#queue.length > 0 && this.#underway < TUNNEL_LIMITS.windowBytes) {
      const { kind, bytes } = this.#queue.shift()!
      this.#underway += bytes.length
      this.ways.say(kind, textOf(bytes))
    }
  }
}

function textOf(bytes: Uint8Array): string {
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary)
}

const bytesOf = (text: string): Uint8Array => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
