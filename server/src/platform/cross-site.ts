import { RoundtableError } from '@roundtable/shared/error'
import type { NextFunction, Request, Response } from 'express'
import type { IncomingMessage } from 'node:http'
import { isUnderForeignName } from './local-host.js'

/**
 * Whether a request that carries cookies comes from one of our own pages.
 *
 * Exact comparison of Origin with PUBLIC_URL or, where that is unset, with the Host the browser
 * spoke to. `null`, look-alikes and an absent Origin are not ours (RFC 6454 §7). Without PUBLIC_URL this
 * machine goes by its own names alone: behind a proxy on the same machine PUBLIC_URL has to be set.
 */
export function isOwnOrigin(request: IncomingMessage, publicUrl: string | null): boolean {
  const { origin, host } = request.headers
  if (!origin || !host) return false
  if (publicUrl) return origin === new URL(publicUrl).origin
  if (isUnderForeignName(request)) return false
  return isOfItsHost(request)
}

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses changing requests that a browser sends for another site.
 * A page of this server that was opened at another address than PUBLIC_URL is told where to go.
 * A request without Origin and without Sec-Fetch-Site is no browser's (tools, tests) and carries no ambient cookie.
 */
export function refuseCrossSite(publicUrl: string | null) {
  return (request: Request, _response: Response, next: NextFunction): void => {
    if (SAFE.has(request.method)) return next()
    const site = request.headers['sec-fetch-site']
    const { origin } = request.headers
    const isForeignOrigin = origin !== undefined && !isOwnOrigin(request, publicUrl)
    const isForeignSite = site !== undefined && site !== 'same-origin' && site !== 'none'
    if (!isForeignOrigin && !isForeignSite) return next()
    const isOurs = !isForeignSite && (site === 'same-origin' || isOfItsHost(request))
    next(isOurs && publicUrl ? new RoundtableError('other_address', { address: publicUrl }) : new RoundtableError('cross_site'))
  }
}

/** Whether the page came from where its request goes: from this server, under whatever name. That alone lets nobody in. */
function isOfItsHost({ headers: { origin, host } }: IncomingMessage): boolean {
  return host !== undefined && (origin === `http://${host}` || origin === `https://${host}`)
}
