import type { IncomingMessage } from 'node:http'
import type { Config } from '../../config/index.js'
import { meansThisMachine } from '../../platform/local-host.js'
import { isLoopback } from '../../platform/address.js'

const FORWARDING = /^(forwarded|x-forwarded(-.*)?|x-real-ip|x-client-ip|true-client-ip|cf-connecting-ip|via)$/

/** What is told of this installation from outside, as far as it decides about the door. */
type SampleConfig = Pick<Config, 'sampleData' | 'publicUrl' | 'proxies'>

/** Whether the door may be told of: where a proxy is named, people come through it, and find it shut. */
export function isSampleDoorOffered({ proxies, ...config }: SampleConfig): boolean {
  return hasSampleDoor(config) && proxies.length === 0
}

/**
 * Whether a request may sign in without a password (design §8): it comes from this very machine, means this very machine,
 * and nothing says that somebody else stands behind it. Each condition alone can be got around (a reverse proxy on the
 * same machine makes every peer loopback; a rebound DNS name makes every page local), all of them together cannot by a page.
 */
export function isSampleDoorOpen(request: IncomingMessage, config: Pick<Config, 'sampleData' | 'publicUrl'>): boolean {
  if (!hasSampleDoor(config)) return false
  if (!isLoopback(request.socket.remoteAddress)) return false
  if (Object.keys(request.headers).some((name) => FORWARDING.test(name))) return false
  const hosts = request.headersDistinct.host ?? []
  return hosts.length === 1 && meansThisMachine(hosts[0] ?? '')
}

function hasSampleDoor({ sampleData, publicUrl }: Pick<Config, 'sampleData' | 'publicUrl'>): boolean {
  return sampleData && (publicUrl === null || meansThisMachine(new URL(publicUrl).host))
}
