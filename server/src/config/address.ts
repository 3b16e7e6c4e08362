import type { Config } from './config.js'

/** What people open, as far as it is known: PUBLIC_URL, else this machine. `port`: where the server listens. */
export function addressOf({ publicUrl, host, port }: Pick<Config, 'publicUrl' | 'host' | 'port'>): string {
  const isEverywhere = host === '0.0.0.0' || host === '::'
  return publicUrl ?? `http://${isEverywhere ? 'localhost' : host}:${port}`
}
