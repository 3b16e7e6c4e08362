import { Socket } from 'node:net'
import pg from 'pg'
import { BackupError } from './backup-error.js'

/**
 * Works with one connection of the owner of the tables, whose statements take as long as they take. Throws `BackupError`
 * when the database cannot be reached.
 */
export async function withOwner<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const socket = new Socket()
  const client = new pg.Client({
    connectionString: url,
    application_name: 'roundtable backup',
    keepAlive: true,
    connectionTimeoutMillis: 10_000,
    stream: () => socket
  })
  // Whoever waits for a statement hears of a lost connection from it; unheard, the event would end the process.
  client.on('error', () => undefined)
  await client.connect().catch((cause: unknown) => {
    throw new BackupError(`The database cannot be reached: ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
  })
  try {
    const result = await work(client)
    await client.end()
    return result
  } catch (error) {
    // A goodbye would wait for the rest of a table that nobody reads any more.
    socket.destroy()
    throw error
  }
}
