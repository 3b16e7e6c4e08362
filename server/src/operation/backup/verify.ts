import type pg from 'pg'
import { checksumOf } from '../../live/index.js'
import { withOwner } from './owner.js'

/** Something stored is not what was written; the message names each thing. */
export class DamageFound extends Error {
  override readonly name = 'DamageFound'
}

/** An update may have 8 MB. */
const AT_ONCE = 20
const NONE = '00000000-0000-0000-0000-000000000000'

interface Stored {
  readonly document: string
  readonly seq: string
  readonly parts: readonly Buffer[]
  readonly checksum: number
}

const UPDATES = `select document_id as document, seq, array[bytes] as parts, checksum from document_update
  where (document_id, seq) > ($1, $2) order by document_id, seq limit ${AT_ONCE}`
const SNAPSHOTS = `select document_id as document, seq, array[state, state_vector, delete_set] as parts, checksum from document_snapshot
  where document_id > $1 and $2::bigint is not null order by document_id limit ${AT_ONCE}`

/**
 * Reads every update, every snapshot and every filing, and compares each with the checksum it was stored with. Changes
 * nothing, beside a running server. Throws `DamageFound`.
 */
export function verify(ownerUrl: string): Promise<string> {
  return withOwner(ownerUrl, async (client) => {
    const damaged: string[] = []
    let count = 0
    for (const [what, sql] of [
      ['row', UPDATES],
      ['snapshot', SNAPSHOTS]
    ] as const)
      for await (const { document, seq, parts, checksum } of all(client, sql)) {
        count += 1
        if (checksumOf(...parts) !== checksum) damaged.push(`document ${document}, ${what} ${seq}`)
      }
    const { rows: filings } = await client.query<{ id: string; document: string; isWhole: boolean }>(
      `select id, document_id as document, sha256(convert_to(content, 'UTF8')) = content_hash as "isWhole" from principles_filing order by id`
    )
    for (const { id, document, isWhole } of filings) if (!isWhole) damaged.push(`document ${document}, filing ${id}`)
    if (damaged.length > 0)
      throw new DamageFound(
        `${damaged.length} of ${count + filings.length} are not what was stored:\n${damaged.map((each) => `  ${each}`).join('\n')}\nThe documents' text of before is in the last backup.`
      )
    return wellSaid(count + filings.length)
  })
}

function wellSaid(count: number): string {
  if (count === 0) return 'No document is stored yet: there is nothing to compare.'
  return count === 1 ? '1 row, snapshot or filing is as it was stored.' : `${count} rows, snapshots and filings are as they were stored.`
}

async function* all(client: pg.ClientBase, sql: string): AsyncGenerator<Stored> {
  for (let after: Pick<Stored, 'document' | 'seq'> | undefined = { document: NONE, seq: '0' }; after;) {
    const { rows }: pg.QueryResult<Stored> = await client.query<Stored>(sql, [after.document, after.seq])
    yield* rows
    after = rows.at(-1)
  }
}
