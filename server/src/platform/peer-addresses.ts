import type { IncomingMessage } from 'node:http'
import { BlockList, isIP, isIPv6 } from 'node:net'

/** Where requests come from. Nobody is believed about it but the proxies in front (PROXIES), each about the one before it. */
export class PeerAddresses {
  readonly #trusted = new BlockList()

  /** @param proxies addresses, or networks in CIDR notation */
  constructor(proxies: readonly string[]) {
    for (const proxy of proxies) {
      const [address = '', prefix] = proxy.split('/')
      const family = isIPv6(address) ? 'ipv6' : 'ipv4'
      if (prefix === undefined) this.#trusted.addAddress(address, family)
      else this.#trusted.addSubnet(address, Number(prefix), family)
    }
  }

  /** Undefined when the connection is gone. */
  of({ socket, headers }: IncomingMessage): string | undefined {
    const told = String(headers['x-forwarded-for'] ?? '')
      .split(',')
      .map((address) => address.trim())
      .reverse()
    let address = socket.remoteAddress
    for (const before of told) {
      if (address === undefined || !this.#isTrusted(address) || isIP(before) === 0) break
      address = before
    }
    return address
  }

  #isTrusted(address: string): boolean {
    return this.#trusted.check(address, isIPv6(address) ? 'ipv6' : 'ipv4')
  }
}
