import type pg from 'pg'
import type { Logger } from 'pino'
import { Gauge, type Registry } from 'prom-client'
import type { Config } from '../../config/index.js'
import { ALONE, type NodeLink } from './node-link.js'
import { RedisLink } from './redis-link.js'
import { Seal } from './seal.js'

/** The database by what it was given when its cluster was made: a restored copy has its secret, and is another one. */
const WHICH = `select system_identifier || '/' || (select oid from pg_database where datname = current_database()) as installation
  from pg_control_system()`

/** The link to the other nodes, where Redis is given; otherwise this node is the only one. */
export async function linkNodes({ redisUrl, sessionSecret }: Config, pool: pg.Pool, registry: Registry, logger: Logger): Promise<NodeLink> {
  if (redisUrl === null) return ALONE
  const connected = new Gauge({
    name: 'roundtable_redis_connected',
    help: '1 while what this node says to the others through Redis comes back to it',
    registers: [registry]
  })
  const { rows } = await pool.query<{ installation: string }>(WHICH)
  const link = new RedisLink(redisUrl, new Seal(sessionSecret, rows[0]!.installation), connected, logger)
  await link.start()
  return link
}
