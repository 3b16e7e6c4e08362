import pg from 'pg'
import type { Logger } from 'pino'

/**
 * Does `work` while no other process on this database does what has the same name; who comes later waits for its turn. The
 * lock has a connection of its own, without a limit to its patience, and is gone with this process.
 */
export async function alone<T>(url: string, name: string, logger: Logger, work: () => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: 'roundtable alone', keepAlive: true })
  client.on('error', (error) => logger.warn({ err: error }, `the connection that keeps others from "${name}" was lost`))
  await client.connect()
  try {
    await client.query('select pg_advisory_lock(hashtext($1))', [name])
    return await work()
  } finally {
    await client.end()
  }
}
