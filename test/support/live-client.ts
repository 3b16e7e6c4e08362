import { LIVE_SUBPROTOCOL, MESSAGE, type AccessNotice, type RejectionNotice } from '@roundtable/shared/protocol'
import * as decoding from 'lib0/decoding'
import { WebSocket as NodeWebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { contentTypeOf } from '../../client/src/connection/content-type.js'
import { SentLedger } from '../../client/src/connection/sent-ledger.js'
import type { SocketLike } from '../../client/src/connection/socket-like.js'
import { closed, opened } from './left-open.js'

export interface LiveClientOptions {
  readonly url: string
  readonly documentId: string
  readonly ticket?: string
  readonly cookie?: string
  readonly origin?: string
  /** Leave out for a stock client that knows no layout. */
  readonly schema?: number
  readonly epoch?: number
  /** Asks for durable, access and rejected. */
  readonly speaksRoundtable?: boolean
  readonly doc?: Y.Doc
  /** Opens another line than a WebSocket. */
  readonly openLine?: (url: string) => SocketLike
  /** A new ticket for each connection, when one-time tickets are used. */
  readonly nextTicket?: () => Promise<string>
}

type BufferLike = Parameters<NodeWebSocket['send']>[0]

/** What a provider takes for a class of WebSockets. */
function otherLine(open: (url: string) => SocketLike, ledger: SentLedger) {
  return function Line(url: string): SocketLike {
    ledger.connectionOpened()
    const line = open(url)
    const send = line.send.bind(line)
    line.send = (data) => {
      send(data)
      const type = contentTypeOf(data)
      if (type) ledger.messageSent(type)
    }
    return line
  }
}

/** A collaborator without a browser: the unmodified provider, with ears for what the server says. */
export class LiveClient {
  readonly doc: Y.Doc
  readonly provider: WebsocketProvider
  readonly access: AccessNotice[] = []
  readonly rejections: RejectionNotice[] = []
  readonly closes: { code: number; reason: string }[] = []
  durable = 0
  /** What of this client's edits is not confirmed yet: the browser's own bookkeeping. */
  readonly ledger = new SentLedger()
  #waiting: { isMet: () => boolean; resolve: () => void; giveUp: () => void }[] = []
  #isClosed = false

  constructor(readonly options: LiveClientOptions) {
    opened(this, () => this.close())
    process.setMaxListeners(0) // each provider listens for the end of the process
    this.doc = options.doc ?? new Y.Doc()
    const { ticket, cookie, origin, schema, epoch } = options
    const headers = { ...(cookie ? { cookie } : {}), ...(origin ? { origin } : {}) }
    const { ledger } = this
    class Socket extends NodeWebSocket {
      constructor(address: string, protocols?: string | string[]) {
        super(address, protocols, { headers })
        ledger.connectionOpened()
      }
      override send(data: BufferLike): void {
        super.send(data)
        const type = contentTypeOf(data)
        if (type) ledger.messageSent(type)
      }
    }
    this.doc.on('update', (bytes: Uint8Array, origin: unknown) => {
      if (origin !== this.provider) ledger.edited(bytes, performance.now())
    })
    const params = {
      ...(ticket ? { ticket } : {}),
      ...(schema === undefined ? {} : { schema: String(schema) }),
      ...(epoch === undefined ? {} : { epoch: String(epoch) })
    }
    this.provider = new WebsocketProvider(`${options.url}/live`, options.documentId, this.doc, {
      connect: false,
      disableBc: true,
      maxBackoffTime: 400,
      params,
      protocols: options.speaksRoundtable ? [LIVE_SUBPROTOCOL] : [],
      WebSocketPolyfill: (options.openLine ? otherLine(options.openLine, ledger) : Socket) as unknown as typeof WebSocket
    })
    const heard = () => this.#check()
    this.provider.on('sync', heard)
    this.provider.on('status', heard)
    this.provider.on('connection-close', (event) => {
      if (event) this.closes.push({ code: event.code, reason: event.reason })
      heard()
    })
    this.provider.awareness.on('change', heard)
    this.doc.on('update', heard)
    this.provider.messageHandlers[MESSAGE.durable] = (_encoder, decoder) => {
      this.durable = decoding.readVarUint(decoder)
      ledger.confirmed(this.durable)
      heard()
    }
    this.provider.messageHandlers[MESSAGE.access] = (_encoder, decoder) => {
      this.access.push(JSON.parse(decoding.readVarString(decoder)) as AccessNotice)
      heard()
    }
    this.provider.messageHandlers[MESSAGE.rejected] = (_encoder, decoder) => {
      this.rejections.push(JSON.parse(decoding.readVarString(decoder)) as RejectionNotice)
      heard()
    }
  }

  get text(): Y.Text {
    return this.doc.getText('content')
  }

  /** Opens the connection and waits for the first sync. */
  async connect(): Promise<this> {
    this.provider.connect()
    await this.until(() => this.provider.synced || this.closes.length > 0, 'synced')
    return this
  }

  /** Resolves when the condition holds; looks again at every message, not at a clock. Rejects after `limitMs`, and when the client is closed. */
  until(isMet: () => boolean, what: string, limitMs = 20_000): Promise<void> {
    if (isMet()) return Promise.resolve()
    if (this.#isClosed) return Promise.reject(new Error(`closed already, waiting for: ${what}`))
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`waited ${limitMs} ms for: ${what}`)), limitMs)
      this.#waiting.push({
        isMet,
        resolve: () => {
          clearTimeout(timer)
          resolve()
        },
        giveUp: () => {
          clearTimeout(timer)
          reject(new Error(`closed while it waited for: ${what}`))
        }
      })
    })
  }

  #check(): void {
    const met = this.#waiting.filter((waiting) => waiting.isMet())
    this.#waiting = this.#waiting.filter((waiting) => !met.includes(waiting))
    for (const waiting of met) waiting.resolve()
  }

  close(): void {
    if (this.#isClosed) return
    this.#isClosed = true
    closed(this)
    for (const waiting of this.#waiting.splice(0)) waiting.giveUp()
    this.provider.destroy()
    this.doc.destroy()
  }
}
