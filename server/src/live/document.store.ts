import type { DocumentKind, Side, Stage } from '@roundtable/shared/framework'
import type pg from 'pg'
import { type Query, SEAT_SEES_DOCUMENT } from '../ability/index.js'
import { checksumOf } from './stored-blobs.js'

export interface DocumentRow {
  readonly id: string
  readonly workspaceId: string
  readonly kind: DocumentKind
  readonly title: string
  readonly changedAt: Date
  readonly workspaceTitle: string
}

export interface DocumentInsert {
  readonly id: string
  readonly workspaceId: string
  readonly kind: DocumentKind
  readonly title: string
  readonly side: Side | null
  readonly stage: Stage | null
  readonly privateTo: Side | null
  readonly template: { readonly id: string; readonly version: string; readonly language: string }
  readonly serverClient: number
  /** The template as one update; null for an empty document. */
  readonly first: Uint8Array | null
}

/** A workspace lists its newest documents, the newest first; more than this asks for search, not for a longer page. */
const MOST_LISTED = 200

const ROWS = `select d.id, d.workspace_id as "workspaceId", d.kind, d.title, h.changed_at as "changedAt", w.title as "workspaceTitle"
  from document d join document_head h on h.document_id = d.id join workspace w on w.id = d.workspace_id`

export class DocumentStore {
  constructor(private readonly pool: pg.Pool) {}

  async insert(document: DocumentInsert): Promise<void> {
    const client = await this.pool.connect()
    try {
      await client.query('begin')
      await insertDocument(async <T>(sql: string, values: unknown[]) => (await client.query(sql, values)).rows as T[], document)
      await client.query('commit')
      client.release()
    } catch (error) {
      client.release(true)
      throw error
    }
  }

  async find(id: string): Promise<DocumentRow | null> {
    const { rows } = await this.pool.query<DocumentRow>({ name: 'document_find', text: `${ROWS} where d.id = $1`, values: [id] })
    return rows[0] ?? null
  }

  /** Those that this person's seat may know of: others take no room in what is listed. */
  async listedFor(personId: string, workspaceId: string): Promise<DocumentRow[]> {
    const { rows } = await this.pool.query<DocumentRow>({
      name: 'documents_for',
      text: `${ROWS} join seat s on s.workspace_id = w.id and s.person_id = $2 and s.ended_at is null
        where d.workspace_id = $1 and ${SEAT_SEES_DOCUMENT} order by d.id desc limit ${MOST_LISTED}`,
      values: [workspaceId, personId]
    })
    return rows
  }

  async titlesIn(workspaceId: string, among: readonly string[]): Promise<string[]> {
    const { rows } = await this.pool.query<{ title: string }>(
      'select distinct title from document where workspace_id = $1 and title = any ($2)',
      [workspaceId, among]
    )
    return rows.map(({ title }) => title)
  }
}

/** The rows of a new document, in the transaction of whoever makes it. */
export async function insertDocument(
  query: Query,
  { id, workspaceId, kind, title, side, stage, privateTo, template, serverClient, first }: DocumentInsert
): Promise<void> {
  await query(
    `insert into document (id, workspace_id, family_id, kind, title, side, stage, private_to, template_id, template_version, template_language)
     values ($1, $2, $1, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [id, workspaceId, kind, title, side, stage, privateTo, template.id, template.version, template.language]
  )
  await query('insert into document_head (document_id, workspace_id, family_id, seq) values ($1, $2, $1, $3)', [
    id,
    workspaceId,
    first ? 1 : 0
  ])
  if (!first) return
  await query('insert into client_binding (family_id, client_id, person_id, epoch) values ($1, $2, null, 1)', [id, serverClient])
  await query('insert into document_update (document_id, seq, epoch, bytes, checksum) values ($1, 1, 1, $2, $3)', [
    id,
    Buffer.from(first),
    checksumOf(first)
  ])
}

/**
 * Appends one update that the server itself has made for somebody, under a client id of its own, and attributed to their seat.
 * The caller holds the lock of the document's head (`Intents.runOnDocument`), and tells the live server after the commit.
 */
export async function appendAsServer(
  query: Query,
  document: { readonly id: string; readonly familyId: string; readonly epoch: number },
  update: { readonly serverClient: number; readonly seatId: string; readonly bytes: Uint8Array }
): Promise<void> {
  const { serverClient, seatId, bytes } = update
  await query('insert into client_binding (family_id, client_id, person_id, epoch) values ($1, $2, null, $3)', [
    document.familyId,
    serverClient,
    document.epoch
  ])
  await query(
    `with moved as (update document_head set seq = seq + 1, changed_at = now() where document_id = $1 returning seq)
     insert into document_update (document_id, seq, epoch, bytes, checksum, seat_id) select $1, seq, $2, $3, $4, $5 from moved`,
    [document.id, document.epoch, Buffer.from(bytes), checksumOf(bytes), seatId]
  )
}

/** A place in a document's log. */
export interface LogPlace {
  readonly epoch: number
  readonly seq: number
}

/** Whether nothing was written into the document after this place. Locks nothing: whoever has to rely on it holds the head. */
export async function isNewestAt(query: Query, documentId: string, { epoch, seq }: LogPlace): Promise<boolean> {
  const [head] = await query('select 1 from document_head where document_id = $1 and epoch = $2 and seq = $3', [documentId, epoch, seq])
  return head !== undefined
}
