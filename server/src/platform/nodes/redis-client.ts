import type { Logger } from 'pino'
import { createClient } from 'redis'

const LONGEST_WAIT_MS = 2000

export type RedisClient = ReturnType<typeof redisClient>

/** A client that connects again for ever, and refuses what it is asked while it is away rather than keeping it. Not connected yet. */
export function redisClient(url: string, logger: Logger) {
  const client = createClient({
    url,
    disableOfflineQueue: true,
    socket: {
      connectTimeout: LONGEST_WAIT_MS,
      reconnectStrategy: (tries) => Math.min(50 * 2 ** Math.min(tries, 6), LONGEST_WAIT_MS) * (0.5 + Math.random() / 2)
    }
  })
  // Each failed attempt; whether the link works is told once, by the link.
  client.on('error', (error: unknown) => logger.debug({ err: error }, 'the connection to redis failed'))
  return client
}
