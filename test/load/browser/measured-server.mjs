import { join } from 'node:path'
import pg from 'pg'
import { cookieOf, post } from './requests.mjs'
import { RunningServer } from '../running-server.mjs'

/** The built server of one tree, with the sample country and a database of its own. */
export async function startTree({ name, root }, { postgres, directory }) {
  const { appUrl, ownerUrl } = await postgres.createDatabase()
  const env = {
    PATH: process.env.PATH,
    DATABASE_URL: appUrl,
    DATABASE_OWNER_URL: ownerUrl,
    DATA_DIR: join(directory, name),
    SESSION_SECRET: 'a secret of the benchmark, forty letters!',
    SAMPLE_DATA: 'on',
    LOG_LEVEL: 'warn',
    LIVE_MAX_UPDATES_PER_SECOND: '0'
  }
  const command = (port) => ({ program: process.execPath, words: [join(root, 'server/dist/main.js')], env: { ...env, PORT: String(port) } })
  const server = await new RunningServer({ name }, { command }, directory).start()
  return {
    url: `http://127.0.0.1:${server.port}`,
    documentId: (kind) => firstDocument(ownerUrl, kind),
    end: () => server.end('SIGTERM')
  }
}

/** Signs a sample person in; answers the cookie. */
export async function signIn(url, person) {
  return cookieOf(await post(url, '/api/session/sample', { person }))
}

/** The addresses by which `count` connections open a document, each good for once and for half a minute. */
export async function liveAddresses({ url, cookie }, documentId, count) {
  const answers = await Promise.all(Array.from({ length: count }, () => post(url, '/api/live/tickets', { documentId }, cookie)))
  const tickets = await Promise.all(answers.map((answer) => answer.json()))
  return tickets.map(({ ticket }) => `${url.replace('http', 'ws')}/live/${documentId}?schema=1&ticket=${encodeURIComponent(ticket)}`)
}

/** The id of the first document of a kind that the sample country has. */
async function firstDocument(ownerUrl, kind) {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const { rows } = await client.query('select id from document where kind = $1 order by id limit 1', [kind])
    if (!rows[0]) throw new Error(`the sample country has no document of kind ${kind}`)
    return rows[0].id
  } finally {
    await client.end()
  }
}
