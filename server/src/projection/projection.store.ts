import type { DocumentKind } from '@roundtable/shared/framework'
import type pg from 'pg'
import type { Projection } from './domain/rows.js'

/** Where a projection stands: of which state of the log it was made. */
export interface At {
  readonly documentId: string
  readonly epoch: number
  readonly seq: number
}

const AT_ONCE = 200

export class ProjectionStore {
  constructor(private readonly pool: pg.Pool) {}

  async kindOf(documentId: string): Promise<DocumentKind | null> {
    const { rows } = await this.pool.query<{ kind: DocumentKind }>('select kind from document where id = $1', [documentId])
    return rows[0]?.kind ?? null
  }

  async isBehind(documentId: string): Promise<boolean> {
    const { rows } = await this.pool.query(
      `select 1 from document_head h left join document_projection p on p.document_id = h.document_id
        where h.document_id = $1 and h.seq > 0 and (p.document_id is null or (p.epoch, p.seq) < (h.epoch, h.seq))`,
      [documentId]
    )
    return rows.length > 0
  }

  /** Documents whose rows are behind their log, at most 200; with `all`, whatever comes after `after`. */
  async behind({ all, after }: { readonly all: boolean; readonly after: string | null }): Promise<readonly string[]> {
    const { rows } = await this.pool.query<{ id: string }>(
      `select h.document_id as id from document_head h left join document_projection p on p.document_id = h.document_id
        where h.seq > 0 and ($1 or p.document_id is null or (p.epoch, p.seq) < (h.epoch, h.seq)) and ($2::uuid is null or h.document_id > $2)
        order by h.document_id limit ${AT_ONCE}`,
      [all, after]
    )
    return rows.map(({ id }) => id)
  }

  /**
   * Puts a document's rows in the place of the earlier ones, unless newer ones are there. The same twice changes nothing.
   * `force` replaces rows of the same state too.
   */
  async write(
    { documentId, epoch, seq }: At,
    { contentHash, words, tasks, clauses, answers }: Projection,
    force: boolean
  ): Promise<boolean> {
    const client = await this.pool.connect()
    try {
      await client.query('begin')
      const { rowCount } = await client.query(
        `insert into document_projection (document_id, epoch, seq, words, content_hash) values ($1, $2, $3, $4, decode($6, 'hex'))
          on conflict (document_id) do update set epoch = $2, seq = $3, words = $4, content_hash = decode($6, 'hex'), projected_at = now()
          where (document_projection.epoch, document_projection.seq) < ($2, $3) or ($5 and (document_projection.epoch, document_projection.seq) = ($2, $3))`,
        [documentId, epoch, seq, words, force, contentHash]
      )
      if (rowCount === 1) {
        for (const table of ['projected_task', 'projected_clause', 'projected_answer'])
          await client.query(`delete from ${table} where document_id = $1`, [documentId])
        await client.query(
          `insert into projected_task select $1, task_id, place, title, key_area, stage, lead_side, start_on, due_on, details
            from jsonb_to_recordset($2::jsonb) as t (task_id text, place int, title text, key_area text, stage text, lead_side text, start_on date, due_on date, details jsonb)`,
          [documentId, JSON.stringify(tasks)]
        )
        await client.query(
          `insert into projected_clause select $1, clause_id, place, code, heading, state, details
            from jsonb_to_recordset($2::jsonb) as t (clause_id text, place int, code text, heading text, state text, details jsonb)`,
          [documentId, JSON.stringify(clauses)]
        )
        await client.query(
          `insert into projected_answer select $1, question, place, state, details
            from jsonb_to_recordset($2::jsonb) as t (question text, place int, state text, details jsonb)`,
          [documentId, JSON.stringify(answers)]
        )
      }
      await client.query('commit')
      client.release()
      return rowCount === 1
    } catch (error) {
      client.release(true)
      throw error
    }
  }
}
