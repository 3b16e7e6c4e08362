import { randomBytes } from 'node:crypto'
import pg from 'pg'

/**
 * Makes the two roles a test database is used by, owner and application, and returns the addresses by which databases
 * are made and used. Where the administrator may make no roles, one role does all, as in such an installation.
 */
export async function makeRoles(adminUrl, suffix = '') {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  try {
    const role = async (name) => {
      const password = randomBytes(18).toString('base64url')
      await client.query(`create role ${name}${suffix} login password '${password}'`)
      // PostgreSQL 15 lets only members hand a database to a role.
      await client.query(`grant ${name}${suffix} to current_user`)
      return withRole(adminUrl, name + suffix, password)
    }
    const { rows } = await client.query('select rolcreaterole or rolsuper as may from pg_roles where rolname = current_user')
    if (!rows[0].may) return { addresses: { adminUrl, ownerUrl: adminUrl, appUrl: adminUrl }, names: [] }
    return {
      addresses: { adminUrl, ownerUrl: await role('rt_owner'), appUrl: await role('rt_app') },
      names: [`rt_owner${suffix}`, `rt_app${suffix}`]
    }
  } finally {
    await client.end()
  }
}

function withRole(url, name, password) {
  const changed = new URL(url)
  changed.username = name
  changed.password = password
  return changed.href
}
