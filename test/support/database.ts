import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { z } from 'zod'

/** `mark` ends the name of everything this run makes, so that on a server of somebody's own it can be told and removed. */
const Addresses = z.object({ adminUrl: z.string(), ownerUrl: z.string(), appUrl: z.string(), mark: z.string() })
type Addresses = z.infer<typeof Addresses>

/** A database of one test's own; `ownerUrl` may make tables, `appUrl` only what the owner granted. */
export interface TestDatabase {
  readonly name: string
  readonly ownerUrl: string
  readonly appUrl: string
  drop(): Promise<void>
}

/** A fresh database: empty, or a copy of `template` (see `ensureTemplate`), which is faster than migrating each one. */
export async function createDatabase({ template = 'template0' } = {}): Promise<TestDatabase> {
  const addresses = clusterAddresses()
  const name = `rt_test_${randomBytes(6).toString('hex')}_${addresses.mark}`
  await asAdmin(addresses, async (client) => {
    await client.query(`create database ${name} owner ${ownerOf(addresses)} template ${template}`)
    // As in production: nobody but its two roles may connect.
    await client.query(`revoke all on database ${name} from public`)
    await client.query(`grant connect on database ${name} to ${new URL(addresses.appUrl).username}`)
  })
  const drop = () => asAdmin(addresses, (client) => client.query(`drop database if exists ${name} with (force)`)).then(() => undefined)
  return { ...urlsOf(addresses, name), name, drop }
}

/**
 * The template `name`, prepared (migrated, say) by the first worker of the run that asks; the others wait for it.
 * `prepare` closes its connections before it resolves.
 */
export async function ensureTemplate(
  name: string,
  prepare: (urls: { ownerUrl: string; appUrl: string }) => Promise<void>
): Promise<string> {
  const addresses = clusterAddresses()
  const template = `${name}_${addresses.mark}`
  await asAdmin(addresses, async (client) => {
    await client.query('select pg_advisory_lock(hashtext($1))', [template])
    const { rows } = await client.query<{ ready: boolean }>('select not datallowconn as ready from pg_database where datname = $1', [
      template
    ])
    if (rows[0]?.ready) return
    // One that allows connections was left half made by a `prepare` that failed.
    await client.query(`drop database if exists ${template} with (force)`)
    await client.query(`create database ${template} owner ${ownerOf(addresses)} template template0`)
    await prepare(urlsOf(addresses, template))
    await client.query(`alter database ${template} allow_connections false`)
    await client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [template])
  })
  return template
}

function clusterAddresses(): Addresses {
  return Addresses.parse(JSON.parse(process.env.TEST_CLUSTER ?? '{}'))
}

function ownerOf(addresses: Addresses): string {
  return new URL(addresses.ownerUrl).username
}

function urlsOf(addresses: Addresses, database: string): { ownerUrl: string; appUrl: string } {
  const at = (url: string) => Object.assign(new URL(url), { pathname: `/${database}` }).href
  return { ownerUrl: at(addresses.ownerUrl), appUrl: at(addresses.appUrl) }
}

async function asAdmin<T>(addresses: Addresses, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: addresses.adminUrl })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
