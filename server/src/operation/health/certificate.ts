import { isIP } from 'node:net'
import { connect } from 'node:tls'
import type { CertificateFacts } from './facts.js'

const HTTPS_PORT = 443

/** The certificate that whoever opens this address is shown. `limitMs`: so long the connection may stay open. Rejects when there is none. */
export function certificateOf(address: string, limitMs: number): Promise<CertificateFacts> {
  const { hostname, port } = new URL(address)
  const host = hostname.replace(/^\[|\]$/g, '')
  return new Promise((resolve, reject) => {
    // It is looked at, and nothing is sent: one that nobody vouches for is a finding too.
    const name = isIP(host) === 0 ? { servername: host } : {}
    const socket = connect({ host, port: Number(port) || HTTPS_PORT, ...name, rejectUnauthorized: false })
    socket.setTimeout(limitMs, () => socket.destroy(new Error('no answer')))
    socket.once('error', reject)
    socket.once('secureConnect', () => {
      const endsAt = new Date(socket.getPeerCertificate().valid_to)
      const isTrusted = socket.authorized
      socket.destroy()
      if (Number.isNaN(endsAt.getTime())) reject(new Error('there is no certificate'))
      else resolve({ endsAt, isTrusted })
    })
  })
}
