import pg from 'pg'
import { urlOf, withClient } from './connection.js'
import { SUPERUSER } from './initialise.js'
import type { Kept } from './kept.js'

export const DATABASE = 'roundtable'
export const OWNER = 'rt_owner'
export const APP = 'rt_app'

/**
 * Makes the two roles and the database, whichever of them are missing: a start cut short between two of these
 * statements is completed by the next one. The owner makes the tables; the application's role is granted what it needs.
 */
export async function ensureDatabase({ port, passwords }: Kept): Promise<void> {
  await withClient(urlOf(SUPERUSER, passwords.superuser, port, 'postgres'), async (client) => {
    await ensureRole(client, OWNER, passwords.owner)
    await ensureRole(client, APP, passwords.app)
    const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE])
    if (rowCount === 0) await client.query(`create database ${DATABASE} owner ${OWNER}`)
    await client.query(`revoke all on database ${DATABASE} from public`)
    await client.query(`grant connect on database ${DATABASE} to ${APP}`)
  })
}

async function ensureRole(client: pg.Client, role: string, password: string): Promise<void> {
  const { rowCount } = await client.query('select from pg_roles where rolname = $1', [role])
  if (rowCount === 0) await client.query(`create role ${role} login password ${pg.escapeLiteral(password)}`)
}
