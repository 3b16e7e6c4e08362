import { CHAPTERS, CLAUSES } from '@roundtable/shared/document'
import type { DocumentKind } from '@roundtable/shared/framework'
import type { Found } from '@roundtable/shared/protocol'
import type { DataSource } from 'typeorm'
import { SEAT_SEES_DOCUMENT, SEAT_SEES_WORKSPACE } from '../ability/index.js'

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
  readonly number: number | null
  /** Of each kind. */
  readonly limit: number
}

/**
 * The workspaces and documents that a person may know of: others take no room in a list, and leave no trace in whether it is cut.
 * Rows are reached from the person's seats by index.
 */
const SEATED = `seat s join workspace w on w.id = s.workspace_id and s.person_id = $1 and s.ended_at is null and ${SEAT_SEES_WORKSPACE}`
const MINE = `mine as (select w.id, w.title, w.country from ${SEATED})`
const DOCUMENTS = `documents as (
  select d.id, d.title, d.kind, w.id as workspace_id, w.title as workspace_title, w.country, h.changed_at
    from ${SEATED} join document d on d.workspace_id = w.id and ${SEAT_SEES_DOCUMENT} join document_head h on h.document_id = d.id
)`

/** Texts are compared without accents; what begins with the first word comes first. */
const holds = (text: string): string => `normalize(${text}, NFKD) ~ all ($2::text[])`
const first = (text: string): string => `normalize(${text}, NFKD) ~ ('^' || ($2::text[])[1])`

const FACTS = `workspace_id as "workspaceId", workspace_title as "workspaceTitle", country, d.id as "documentId", d.title as "documentTitle", d.kind as "documentKind"`

/** Clauses are read chapter by chapter, those of one's own last. */
const CHAPTER_OF = JSON.stringify(Object.fromEntries(CLAUSES.map(({ code, chapter }) => [code, CHAPTERS.indexOf(chapter)])))
const NUMBERED = `(
  select p.*, row_number() over (order by coalesce(('${CHAPTER_OF}'::jsonb ->> p.code)::int, ${CHAPTERS.length}), p.place)::int as number
    from projected_clause p where p.document_id = d.id
)`

const FIND = `with ${MINE}, ${DOCUMENTS}
 (select 'initiative' as kind, title, id as "workspaceId", title as "workspaceTitle", country,
    null::uuid as "documentId", '' as "documentTitle", null as "documentKind", '' as key, '' as code, null::int as number
    from mine where ${holds('title')} order by ${first('title')} desc, id desc limit $4)
 union all
 (select 'document', title, ${FACTS}, '', '', null
    from documents d where ${holds('title')} order by ${first('title')} desc, changed_at desc, id limit $4)
 union all
 (select 'clause', c.heading, ${FACTS}, c.clause_id, case when c.heading = '' then c.code else '' end, c.number
    from documents d cross join lateral ${NUMBERED} c
   where d.kind = 'agreement' and (c.code = any ($3::text[]) or c.number = $5 or ${holds('c.heading')})
   order by ${first('c.heading')} desc, changed_at desc, d.id, c.place limit $4)
 union all
 (select 'task', t.title, ${FACTS}, t.task_id, '', null
    from documents d join projected_task t on t.document_id = d.id
   where d.kind = 'roadmap' and ${holds('t.title')}
   order by ${first('t.title')} desc, changed_at desc, d.id, t.place limit $4)`

export class FindStore {
  constructor(private readonly source: DataSource) {}

  /** Of each kind at most `limit`. */
  find({ personId, patterns, codes, number, limit }: Sought): Promise<Found[]> {
    return this.source.query(FIND, [personId, patterns, codes, limit, number])
  }

  /** The latest changed first. */
  documents(personId: string, kind: DocumentKind, limit: number): Promise<ListedRow[]> {
    return this.source.query(
      `with ${DOCUMENTS}
       select id, title, changed_at as "changedAt", workspace_title as "workspaceTitle", country
         from documents where kind = $2 order by changed_at desc, id limit $3`,
      [personId, kind, limit]
    )
  }
}
