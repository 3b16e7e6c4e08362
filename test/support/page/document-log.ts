import { readDocument, richTextWords, type ContentOf } from '@roundtable/shared/document'
import type { DocumentKind } from '@roundtable/shared/framework'
import type pg from 'pg'
import * as Y from 'yjs'

/** A document as the database holds it: snapshot and log merged, read by the shared reader. */
export async function storedDocument<Kind extends DocumentKind>(pool: pg.Pool, documentId: string, kind: Kind): Promise<ContentOf[Kind]> {
  const { rows } = await pool.query<{ bytes: Buffer }>(
    `select state as bytes, 0 as seq from document_snapshot where document_id = $1
     union all select bytes, seq from document_update where document_id = $1 order by seq`,
    [documentId]
  )
  const doc = new Y.Doc()
  for (const { bytes } of rows) Y.applyUpdate(doc, bytes)
  return readDocument(kind, doc)
}

/** The words of an objectives document's goal as stored. */
export async function storedGoal(pool: pg.Pool, documentId: string): Promise<string> {
  const { goal } = await storedDocument(pool, documentId, 'objectives')
  return goal.content.map((block) => richTextWords({ type: 'doc', content: [block] })).join('')
}

/** When the log took its last update, in milliseconds of the machine's clock, and its number. */
export async function lastStored(pool: pg.Pool, documentId: string): Promise<{ at: number; seq: number }> {
  const { rows } = await pool.query<{ at: Date; seq: string }>(
    'select created_at as at, seq from document_update where document_id = $1 order by seq desc limit 1',
    [documentId]
  )
  return { at: rows[0]?.at.getTime() ?? 0, seq: Number(rows[0]?.seq ?? 0) }
}

/** Holds the document's head row, so that no update reaches the log until it is let go; `work` runs in the same transaction. */
export class HeldLog {
  private constructor(private readonly client: pg.PoolClient) {}

  static async of(pool: pg.Pool, documentId: string): Promise<HeldLog> {
    const client = await pool.connect()
    await client.query('begin')
    await client.query('select 1 from document_head where document_id = $1 for update', [documentId])
    return new HeldLog(client)
  }

  async query(sql: string, values: readonly unknown[] = []): Promise<void> {
    await this.client.query(sql, [...values])
  }

  async letGo(): Promise<void> {
    await this.client.query('commit')
    this.client.release()
  }
}
