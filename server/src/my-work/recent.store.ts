import type { DocumentKind } from '@roundtable/shared/framework'
import type { Member, Query } from '../ability/index.js'

export interface RecentRow {
  readonly documentId: string
  readonly workspaceId: string
  readonly kind: DocumentKind
  readonly title: string
  readonly changedAt: Date
}

/** As many as a workspace lists (LIVE-66): an older one that is written in again is found there. */
const MOST_OF_WORKSPACE = 200

/**
 * What was written in last, of all these workspaces together, without what other sides keep to themselves. Which of it the
 * person may see is decided afterwards. (No index holds when a document was changed: each edit would have to write it.)
 */
const RECENT = `select r.* from unnest($1::uuid[], $2::text[]) as q (workspace, side)
  cross join lateral (
    select d.id as "documentId", d.workspace_id as "workspaceId", d.kind, d.title, h.changed_at as "changedAt"
    from document d join document_head h on h.document_id = d.id
    where d.workspace_id = q.workspace and (d.private_to is null or d.private_to = q.side)
    order by d.id desc limit ${MOST_OF_WORKSPACE}
  ) r order by r."changedAt" desc, r."documentId" limit $3`

export function recentOf(query: Query, members: readonly Member[], most: number): Promise<RecentRow[]> {
  return query<RecentRow>(RECENT, [members.map(({ workspaceId }) => workspaceId), members.map(({ seat }) => seat.side), most])
}
