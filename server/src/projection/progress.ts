import { type Progress } from '@roundtable/shared/protocol'
import { type Query } from '../ability/index.js'

interface Row extends Progress {
  readonly documentId: string
}

/** How much of each of these documents is answered, by its rows and in one query; nothing for those without questions, or without rows yet. */
export async function progressOf(query: Query, documentIds: readonly string[]): Promise<ReadonlyMap<string, Progress>> {
  const rows = await query<Row>(
    `select document_id as "documentId", count(*)::int as total, count(*) filter (where state in ('answered', 'not_arising'))::int as answered,
       count(*) filter (where state = 'begun')::int as begun
     from (select document_id, state from projected_clause where document_id = any ($1::uuid[])
       union all select document_id, state from projected_answer where document_id = any ($1::uuid[])) asked
     group by document_id`,
    [documentIds]
  )
  return new Map(rows.map(({ documentId, ...progress }) => [documentId, progress]))
}
