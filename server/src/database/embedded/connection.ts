import pg from 'pg'
import { codeOf } from './problem.js'

export function urlOf(user: string, password: string, port: number, database: string): string {
  return `postgres://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`
}

/** One connection for the length of `work`. */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000, application_name: 'roundtable launcher' })
  // A server that stops mid-query also emits 'error', which would end the process; the query's own rejection tells it.
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/**
 * Which data directory the server behind `url` works in. `'refused'` when it does not take our password, `'silent'` when
 * it does not answer (nothing listens, or it is just starting or stopping).
 */
export async function askDirectory(url: string): Promise<{ directory: string } | 'refused' | 'silent'> {
  try {
    return await withClient(url, async (client) => {
      const { rows } = await client.query<{ directory: string }>(`select current_setting('data_directory') as directory`)
      return { directory: rows[0]?.directory ?? '' }
    })
  } catch (error) {
    // 28P01 invalid_password, 28000 invalid_authorization_specification: it is there, and it is not the one we made.
    return ['28P01', '28000'].includes(codeOf(error) ?? '') ? 'refused' : 'silent'
  }
}
