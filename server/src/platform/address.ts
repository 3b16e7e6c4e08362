import type { Express, Request } from 'express'
import type { IncomingMessage } from 'node:http'
import { isIP, isIPv4 } from 'node:net'

/**
 * Where a request comes from that Express has not seen, as Express tells it of its own: nobody is believed about it but the
 * proxies in front (`trust proxy`), each about the one before it. Undefined when the connection is gone.
 */
export function addressOf(express: Express, { headers, socket }: IncomingMessage): string | undefined {
  return Object.assign(Object.create(express.request) as Request, { headers, socket }).ip
}

/** `::ffff:192.0.2.1`, which a dual-stack socket reports, is 192.0.2.1. */
function unmapped(address: string): string {
  const plain = address.replace(/%.*$/, '')
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(plain)?.[1]
  return mapped ?? plain
}

export function isLoopback(address: string | undefined): boolean {
  if (address === undefined) return false
  const plain = unmapped(address)
  return plain === '::1' || (isIPv4(plain) && plain.startsWith('127.'))
}

/**
 * What counts as one address for throttling: an IPv4 address, or the /64 of an IPv6 one,
 * because a single household or attacker holds all 2^64 addresses of it (RFC 6177 §2).
 */
export function networkOf(address: string | undefined): string {
  if (address === undefined) return 'unknown'
  const plain = unmapped(address)
  if (isIP(plain) !== 6) return isIPv4(plain) ? plain : 'unknown'
  const [head = '', tail] = plain.toLowerCase().split('::')
  const before = head === '' ? [] : head.split(':')
  const after = tail === undefined || tail === '' ? [] : tail.split(':')
  const zeros = tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0')
  const groups = [...before, ...zeros, ...after].map((group) => group.replace(/^0+(?=.)/, ''))
  return `${groups.slice(0, 4).join(':')}::/64`
}
