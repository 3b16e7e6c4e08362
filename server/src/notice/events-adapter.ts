import type { NestExpressApplication } from '@nestjs/platform-express'
import { IoAdapter } from '@nestjs/platform-socket.io'
import { EVENTS_PATH, PAGE_HEADER, TUNNEL_LIMITS } from '@roundtable/shared/protocol'
import type { IncomingMessage } from 'node:http'
import type { Registry } from 'prom-client'
import type { Server, ServerOptions } from 'socket.io'
import { addressOf } from '../platform/address.js'
import { isOwnOrigin } from '../platform/cross-site.js'
import { isUnderForeignName } from '../platform/local-host.js'
import { countEventConnections } from './event-metrics.js'
import { Lobby } from './lobby.js'
import { guardPolling } from './polling-guard.js'

/** So long somebody may take to say who they are. */
const ENTERS_WITHIN_MS = 20_000

/**
 * socket.io beside the live socket on the same server. Both of its transports carry the browser's cookie by themselves, so
 * only our own pages may open them.
 */
export class EventsAdapter extends IoAdapter {
  constructor(
    private readonly app: NestExpressApplication,
    private readonly publicUrl: string | null,
    private readonly metrics: Registry
  ) {
    super(app)
  }

  override createIOServer(port: number, options?: ServerOptions): Server {
    const express = this.app.getHttpAdapter().getInstance()
    const lobby = new Lobby((request) => addressOf(express, request))
    const server = super.createIOServer(port, {
      ...options,
      path: EVENTS_PATH,
      serveClient: false,
      destroyUpgrade: false,
      perMessageDeflate: false,
      httpCompression: false,
      maxHttpBufferSize: TUNNEL_LIMITS.requestLength,
      connectTimeout: ENTERS_WITHIN_MS,
      allowRequest: (request: IncomingMessage, done: (problem: string | null, isAllowed: boolean) => void) =>
        done(null, isFromUs(request, this.publicUrl) && !asksForScript(request) && !lobby.isFull(request))
    } as ServerOptions)
    guardPolling(server)
    lobby.attend(server)
    countEventConnections(server, this.metrics)
    return server
  }
}

/**
 * Polling requests of a page to its own server may come without Origin. Then the browser says that they are same-origin or, on
 * plain http, where it says nothing, our page does, by a header that no page of another site can add unasked.
 */
function isFromUs(request: IncomingMessage, publicUrl: string | null): boolean {
  const { headers } = request
  if (headers.origin !== undefined) return isOwnOrigin(request, publicUrl)
  if (headers.upgrade !== undefined) return false
  const site = headers['sec-fetch-site']
  return site === undefined ? headers[PAGE_HEADER] !== undefined && !isUnderForeignName(request) : site === 'same-origin'
}

/** Long polling by script elements (JSONP), which any site could place: no page of ours needs it. */
function asksForScript({ url }: IncomingMessage): boolean {
  return URL.parse(url ?? '', 'http://localhost')?.searchParams.has('j') ?? true
}
