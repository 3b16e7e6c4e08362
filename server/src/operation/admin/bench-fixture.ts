import type pg from 'pg'
import { writeFileSync } from 'node:fs'
import { v4, v7 } from 'uuid'
import { z } from 'zod'
import type { Config } from '../../config/index.js'
import { numberOf } from '../../platform/counted.js'
import { hashSecret, newSecret } from '../../platform/tokens.js'
import { UsageError, readOptions } from './arguments.js'

const optionsSchema = z.object({
  documents: z.coerce.number('a number').int().min(1).max(100_000),
  people: z.coerce.number('a number').int().min(1).max(10_000),
  out: z.string('where to write the documents and tickets').min(1)
})

/**
 * People, an initiative, empty documents of kind `plain` and a reusable ticket for each: for benchmarks.
 * Such tickets open documents again and again without a session, so this refuses to run in production,
 * where the live door does not honour them either.
 */
export async function benchFixture(args: readonly string[], pool: pg.Pool, config: Config): Promise<string> {
  if (config.isProduction) throw new UsageError('bench-fixture makes reusable tickets and does not run where NODE_ENV=production.')
  const { documents, people, out } = readOptions(optionsSchema, args)
  const workspaceId = v7()
  const run = workspaceId.slice(-8)
  const persons = Array.from({ length: people }, (_, index) => ({ id: v7(), publicId: v4(), handle: `bench-${run}-${index}`, seat: v4() }))
  const made = Array.from({ length: documents }, (_, index) => ({ id: v7(), ticket: newSecret(), person: persons[index % people]!.id }))
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query(
      `insert into workspace (id, kind, title, country, modality, status) values ($1, 'initiative', 'Benchmark', 'XB', 'M3', 'design')`,
      [workspaceId]
    )
    await client.query(
      'insert into person (id, public_id, handle, name) select id, public_id, handle, handle from unnest($1::uuid[], $2::uuid[], $3::text[]) as p (id, public_id, handle)',
      [persons.map((person) => person.id), persons.map((person) => person.publicId), persons.map((person) => person.handle)]
    )
    await client.query(
      `insert into seat (id, workspace_id, person_id, side, role, name) select seat, $1, person, 'civic', 'CSO', 'Bench' from unnest($2::uuid[], $3::uuid[]) as s (seat, person)`,
      [workspaceId, persons.map((person) => person.seat), persons.map((person) => person.id)]
    )
    const ids = made.map((document) => document.id)
    await client.query(
      `insert into document (id, workspace_id, family_id, kind, title) select id, $1, id, 'plain', 'Benchmark' from unnest($2::uuid[]) as d (id)`,
      [workspaceId, ids]
    )
    await client.query(
      'insert into document_head (document_id, workspace_id, family_id) select id, $1, id from unnest($2::uuid[]) as d (id)',
      [workspaceId, ids]
    )
    await client.query(
      `insert into live_ticket (token_hash, document_id, person_id, is_reusable, expires_at)
       select hash, document, person, true, now() + interval '7 days' from unnest($1::bytea[], $2::uuid[], $3::uuid[]) as t (hash, document, person)`,
      [made.map(({ ticket }) => hashSecret(ticket, config.sessionSecret)), ids, made.map(({ person }) => person)]
    )
    await client.query('commit')
    client.release()
  } catch (error) {
    client.release(true)
    throw error
  }
  writeFileSync(out, JSON.stringify({ documents: made.map(({ id, ticket }) => ({ id, ticket })) }), { mode: 0o600 })
  return `${numberOf(documents, 'document')} and ${numberOf(people, 'person', 'people')} are in the initiative ${workspaceId}; addresses and tickets are in ${out}.`
}
