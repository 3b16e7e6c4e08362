import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import pg from 'pg'

const CLUSTER = fileURLToPath(new URL('../support/cluster.mjs', import.meta.url))

/**
 * The PostgreSQL that all measured servers use, the same way the tests find theirs, but synced to disk as in production:
 * without that, whoever commits before it sends would look faster than it is.
 */
export async function startPostgres() {
  const holder = spawn(process.execPath, [CLUSTER], { env: { ...process.env, TEST_FSYNC: '1' }, stdio: ['pipe', 'pipe', 'inherit'] })
  for await (const line of createInterface({ input: holder.stdout })) {
    const addresses = JSON.parse(line)
    return {
      createDatabase: () => createDatabase(addresses),
      stop: () =>
        new Promise((resolve) => {
          holder.once('exit', resolve)
          holder.stdin.end()
        })
    }
  }
  throw new Error('PostgreSQL did not start; the reason stands above')
}

/** An empty database: `ownerUrl` may make tables in it, `appUrl` is the server's. */
async function createDatabase({ adminUrl, ownerUrl, appUrl, mark }) {
  const name = `rt_bench_${randomBytes(5).toString('hex')}_${mark}`
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  try {
    await client.query(`create database ${name} owner ${new URL(ownerUrl).username}`)
  } finally {
    await client.end()
  }
  const at = (url) => Object.assign(new URL(url), { pathname: `/${name}` }).href
  return { ownerUrl: at(ownerUrl), appUrl: at(appUrl) }
}
