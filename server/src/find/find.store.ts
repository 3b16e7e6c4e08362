import type { DocumentKind } from '@roundtable/shared/framework'
import type { Found } from '@roundtable/shared/protocol'
import type { DataSource } from 'typeorm'
import { SEAT_SEES_WORKSPACE } from '../ability/index.js'

export interface ListedRow {
  readonly id: string
  readonly title: string
  readonly changedAt: Date
  readonly workspaceTitle: string
  readonly country: string
}

/** What is looked for, as patterns for text without accents. */
export interface Sought {
  readonly personId: string
  readonly patterns: readonly string[]
  readonly codes: readonly string[]
  /** Of each kind. */
  readonly limit: number
}

/**
 * The workspaces a person knows of, with their documents that no other side keeps to itself. Rows are reached from the person's
 * seats by index; rights in documents that SQL cannot tell are asked of what comes out.
 */
const MINE = `mine as (
  select w.id, w.title, w.country, s.side from seat s join workspace w on w.id = s.workspace_id
   where s.person_id = $1 and s.ended_at is null and ${SEAT_SEES_WORKSPACE}
)`
const DOCUMENTS = `documents as (
  select d.id, d.title, d.kind, m.id as workspace_id, m.title as workspace_title, m.country, h.changed_at
    from mine m join document d on d.workspace_id = m.id join document_head h on h.document_id = d.id
   where d.private_to is null or d.private_to = m.side
)`

/** Texts are compared without accents; what begins with the first word comes first. */
const holds = (text: string): string => `normalize(${text}, NFKD) ~ all ($2::text[])`
const first = (text: string): string => `normalize(${text}, NFKD) ~ ('^' || ($2::text[])[1])`

const FACTS = `workspace_id as "workspaceId", workspace_title as "workspaceTitle", country, d.id as "documentId", d.title as "documentTitle", d.kind as "documentKind"`

const FIND = `with ${MINE}, ${DOCUMENTS}
 (select 'initiative' as kind, title, id as "workspaceId", title as "workspaceTitle", country,
    null::uuid as "documentId", '' as "documentTitle", null as "documentKind", '' as key, '' as code
    from mine where ${holds('title')} order by ${first('title')} desc, id desc limit $4)
 union all
 (select 'document', title, ${FACTS}, '', ''
    from documents d where ${holds('title')} order by ${first('title')} desc, changed_at desc, id limit $4)
 union all
 (select 'clause', c.heading, ${FACTS}, c.clause_id, case when c.heading = '' then c.code else '' end
    from documents d join projected_clause c on c.document_id = d.id
   where d.kind = 'agreement' and (c.code = any ($3::text[]) or ${holds('c.heading')})
   order by ${first('c.heading')} desc, changed_at desc, d.id, c.place limit $4)
 union all
 (select 'task', t.title, ${FACTS}, t.task_id, ''
    from documents d join projected_task t on t.document_id = d.id
   where d.kind = 'roadmap' and ${holds('t.title')}
   order by ${first('t.title')} desc, changed_at desc, d.id, t.place limit $4)`

export class FindStore {
  constructor(private readonly source: DataSource) {}

  /** Of each kind at most `limit`; rights in documents are still to be asked. */
  find({ personId, patterns, codes, limit }: Sought): Promise<Found[]> {
    return this.source.query(FIND, [personId, patterns, codes, limit])
  }

  /** The latest changed first; rights are still to be asked. */
  documents(personId: string, kind: DocumentKind, limit: number): Promise<ListedRow[]> {
    return this.source.query(
      `with ${MINE}, ${DOCUMENTS}
       select id, title, changed_at as "changedAt", workspace_title as "workspaceTitle", country
         from documents where kind = $2 order by changed_at desc, id limit $3`,
      [personId, kind, limit]
    )
  }
}
