import pg from 'pg'
import { createDatabase, ensureTemplate } from '../support/database.js'

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows
  } finally {
    await client.end()
  }
}

it('[DB-20] hands each test a database of its own, copied from a template prepared once', async () => {
  let prepared = 0
  const prepare = async ({ ownerUrl, appUrl }: { ownerUrl: string; appUrl: string }) => {
    prepared++
    await query(ownerUrl, `create table t (n int); insert into t values (1); grant select on t to "${new URL(appUrl).username}"`)
  }
  const template = await ensureTemplate('rt_provisioning', prepare)
  expect(await ensureTemplate('rt_provisioning', prepare)).toBe(template)
  const [one, two] = await Promise.all([createDatabase({ template }), createDatabase({ template })])
  await query(one.ownerUrl, 'insert into t values (2)')
  expect(await query(one.appUrl, 'select n from t order by n')).toEqual([{ n: 1 }, { n: 2 }])
  expect(await query(two.appUrl, 'select n from t')).toEqual([{ n: 1 }])
  await Promise.all([one.drop(), two.drop()])
  expect(prepared).toBe(1)
  await expect(query(one.appUrl, 'select 1')).rejects.toMatchObject({ code: '3D000' })
})
