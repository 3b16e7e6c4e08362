import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { makeRoles } from './roles.mjs'

/** Somebody's own server: the names of all roles and databases of this run end in its mark, and they are gone after it. */
export async function externalCluster(adminUrl) {
  const mark = randomBytes(4).toString('hex')
  const { addresses, names } = await makeRoles(adminUrl, `_${mark}`)
  return { addresses: { ...addresses, mark }, stop: () => removeAll(adminUrl, names, mark) }
}

async function removeAll(adminUrl, roles, mark) {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  try {
    const made = await client.query(`select datname from pg_database where datname like '%\\_${mark}'`)
    for (const { datname } of made.rows) await client.query(`drop database "${datname}" with (force)`)
    for (const role of roles) await client.query(`drop role ${role}`)
  } finally {
    await client.end()
  }
}
