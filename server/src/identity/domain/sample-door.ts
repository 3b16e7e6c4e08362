import type { IncomingMessage } from 'node:http'
import { meansThisMachine } from '../../platform/local-host.js'
import { isLoopback } from '../../platform/address.js'

const FORWARDING = /^(forwarded|x-forwarded(-.*)?|x-real-ip|x-client-ip|true-client-ip|cf-connecting-ip|via)$/

/**
 * Whether a request may sign in without a password (design §8): it comes from this very machine, means this very machine,
 * and nothing says that somebody else stands behind it. Each condition alone can be got around (a reverse proxy on the
 * same machine makes every peer loopback; a rebound DNS name makes every page local), all of them together cannot by a page.
 */
export function isSampleDoorOpen(request: IncomingMessage, config: { sampleData: boolean; publicUrl: string | null }): boolean {
  if (!config.sampleData || !isLocalUrl(config.publicUrl)) return false
  if (!isLoopback(request.socket.remoteAddress)) return false
  if (Object.keys(request.headers).some((name) => FORWARDING.test(name))) return false
  const hosts = request.headersDistinct.host ?? []
  return hosts.length === 1 && meansThisMachine(hosts[0] ?? '')
}

function isLocalUrl(publicUrl: string | null): boolean {
  return publicUrl === null || meansThisMachine(new URL(publicUrl).host)
}
