/** Hocuspocus with nothing but its database extension and every option as it ships; a document is one row. */
import { Database } from '@hocuspocus/extension-database'
import { Server } from '@hocuspocus/server'
import pg from 'pg'

const rows = new pg.Pool({ connectionString: process.env.DATABASE_URL })
await rows.query('create table if not exists document (name text primary key, state bytea not null)')

const database = new Database({
  async fetch({ documentName }) {
    const found = await rows.query('select state from document where name = $1', [documentName])
    return found.rows[0]?.state ?? null
  },
  async store({ documentName, state }) {
    await rows.query('insert into document values ($1, $2) on conflict (name) do update set state = excluded.state', [documentName, state])
  }
})
const server = new Server({ address: '127.0.0.1', port: Number(process.env.PORT), quiet: true, extensions: [database] })
await server.listen()
