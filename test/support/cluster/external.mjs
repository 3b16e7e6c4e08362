import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { makeRoles } from './roles.mjs'

/** Somebody's own server: roles and databases of this run carry its mark, and are gone after it. */
export async function externalCluster(adminUrl) {
  const { addresses, names } = await makeRoles(adminUrl, `_${randomBytes(4).toString('hex')}`)
  return { addresses, stop: () => removeAll(adminUrl, names) }
}

async function removeAll(adminUrl, roles) {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  try {
    const owned = await client.query('select datname from pg_database d join pg_roles r on r.oid = d.datdba where r.rolname = any($1)', [
      roles
    ])
    for (const { datname } of owned.rows) await client.query(`drop database "${datname}" with (force)`)
    for (const role of roles) await client.query(`drop role ${role}`)
  } finally {
    await client.end()
  }
}
