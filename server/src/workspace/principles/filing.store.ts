import type { Side } from '@roundtable/shared/framework'
import type { Query } from '../../ability/index.js'
import type { LogPlace } from '../../live/index.js'

export interface FilingRow {
  readonly side: Side
  readonly number: number
  readonly filedBy: string
  readonly filedAt: Date
  readonly contentHash: string
}

export interface NewFiling {
  readonly id: string
  readonly workspaceId: string
  readonly documentId: string
  readonly side: Side
  readonly seatId: string
  readonly epoch: number
  readonly seq: number
  readonly text: string
  readonly contentHash: string
}

/** The newest filings of each side, newest first. */
export function filingsOf(query: Query, workspaceId: string, mostOfSide: number): Promise<FilingRow[]> {
  return query(
    `select f.side, f.number, s.name as "filedBy", f.filed_at as "filedAt", encode(f.content_hash, 'hex') as "contentHash"
     from (select side, number, seat_id, filed_at, content_hash, row_number() over (partition by side order by number desc) as place
       from principles_filing where workspace_id = $1) f
     join seat s on s.id = f.seat_id where f.place <= $2 order by f.side, f.number desc`,
    [workspaceId, mostOfSide]
  )
}

/** What these sides have filed last. */
export async function textsOf(query: Query, workspaceId: string, sides: readonly Side[]): Promise<ReadonlyMap<Side, string>> {
  const rows = await query<{ side: Side; text: string }>(
    `select distinct on (side) side, content as text from principles_filing
     where workspace_id = $1 and side = any ($2) order by side, number desc`,
    [workspaceId, sides]
  )
  return new Map(rows.map(({ side, text }) => [side, text]))
}

export interface PrinciplesDocument {
  readonly id: string
  readonly side: Side
  /** It says something else than what was filed last; false while nothing was, and until the change is written down as rows. */
  readonly hasChanged: boolean
}

/** The sides' documents: one a side. */
export function documentsOf(query: Query, workspaceId: string): Promise<PrinciplesDocument[]> {
  return query(
    `select d.id, d.side, coalesce((p.epoch, p.seq) > (f.epoch, f.seq) and p.content_hash <> f.content_hash, false) as "hasChanged"
     from document d left join document_projection p on p.document_id = d.id
     left join lateral (select epoch, seq, content_hash from principles_filing where document_id = d.id order by number desc limit 1) f on true
     where d.workspace_id = $1 and d.kind = 'principles'`,
    [workspaceId]
  )
}

/** Whether something was filed of a later place in the document's log. */
export async function isFiledAfter(query: Query, documentId: string, { epoch, seq }: LogPlace): Promise<boolean> {
  const [later] = await query(
    'select 1 from principles_filing where document_id = $1 and (epoch, seq) > ($2::integer, $3::bigint) limit 1',
    [documentId, epoch, seq]
  )
  return later !== undefined
}

/** Adds a side's filing, unless it is what that side has filed last. False then. The workspace is locked. */
export async function insertFiling(query: Query, filing: NewFiling): Promise<boolean> {
  const { id, workspaceId, documentId, side, seatId, epoch, seq, text, contentHash } = filing
  const made = await query(
    `with last as (select number, content_hash from principles_filing where workspace_id = $2 and side = $4 order by number desc limit 1)
     insert into principles_filing (id, workspace_id, document_id, side, number, seat_id, epoch, seq, content, content_hash)
     select $1, $2, $3, $4, coalesce((select number from last), 0) + 1, $5, $6, $7, $8, decode($9, 'hex')
     where not exists (select 1 from last where content_hash = decode($9, 'hex')) returning 1`,
    [id, workspaceId, documentId, side, seatId, epoch, seq, text, contentHash]
  )
  return made.length > 0
}
