import { createHmac } from 'node:crypto'
import { type Logger } from 'pino'
import { Gauge, type Registry } from 'prom-client'
import { type Config } from '../../config/index.js'
import { ALONE, type NodeLink } from './node-link.js'
import { RedisLink } from './redis-link.js'

/** The link to the other nodes, where Redis is given; otherwise this node is the only one. */
export async function linkNodes({ redisUrl, sessionSecret }: Config, registry: Registry, logger: Logger): Promise<NodeLink> {
  if (redisUrl === null) return ALONE
  const connected = new Gauge({
    name: 'roundtable_redis_connected',
    help: '1 while what this node says to the others through Redis comes back to it',
    registers: [registry]
  })
  // All nodes of one installation share the secret, and no two installations do.
  const namespace = createHmac('sha256', sessionSecret).update('nodes').digest('base64url').slice(0, 16)
  const link = new RedisLink(redisUrl, namespace, connected, logger)
  await link.start()
  return link
}
