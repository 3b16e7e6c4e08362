import type { IncomingMessage } from 'node:http'
import { isIPv4 } from 'node:net'

const LOCAL_HOST = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d{1,5})?$/i

/** Whether a Host, with or without a port, can mean nothing but the machine that it is spoken on. */
export function meansThisMachine(host: string): boolean {
  return LOCAL_HOST.test(host)
}

/**
 * Whether a request that came over loopback was meant for another name. A name that a page has made to point
 * here (DNS rebinding) makes that page's origin look like ours.
 */
export function isUnderForeignName({ headers, socket }: IncomingMessage): boolean {
  const address = socket.localAddress?.replace(/^::ffff:/i, '') ?? ''
  const isLoopback = address === '::1' || (isIPv4(address) && address.startsWith('127.'))
  return isLoopback && !meansThisMachine(headers.host ?? '')
}
