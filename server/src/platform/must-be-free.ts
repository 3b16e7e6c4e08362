import { createServer } from 'node:net'
import { ConfigError } from '../config/index.js'

const REASONS: Readonly<Record<string, readonly [variable: string, reason: string]>> = {
  EADDRINUSE: ['PORT', 'is taken by another program of this machine: stop that one, or give another, such as PORT=3100'],
  EACCES: ['PORT', 'may not be used by this user: give one above 1023, with a proxy in front'],
  EADDRNOTAVAIL: ['HOST', 'is no address of this machine: give one of its own, or 0.0.0.0 for all of them'],
  ENOTFOUND: ['HOST', 'is not known here: give an address of this machine, or 0.0.0.0 for all of them'],
  EAI_AGAIN: ['HOST', 'is not known here: give an address of this machine, or 0.0.0.0 for all of them']
}

/** Tries where the server is to listen, before anything else is made. Throws `ConfigError`, naming the variable. */
export function mustBeFree({ port, host }: { readonly port: number; readonly host: string }): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', (error: NodeJS.ErrnoException) => {
      const known = REASONS[error.code ?? '']
      reject(known ? new ConfigError(new Map([known]), { cause: error }) : error)
    })
    server.listen({ port, host }, () => server.close(() => resolve()))
  })
}
