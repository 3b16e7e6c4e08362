import { RoundtableError } from '@roundtable/shared/error'
import type { DocumentState, Side } from '@roundtable/shared/framework'
import type { PrinciplesView } from '@roundtable/shared/protocol'
import type { DataSource } from 'typeorm'
import { v7 } from 'uuid'
import { type Ask, type Intents, type Member, type Query, ask, mustBeAllowed, queryOf } from '../../ability/index.js'
import { isNewestAt } from '../../live/index.js'
import type { Changes } from '../../platform/changes.js'
import type { Creations } from '../../platform/idempotent.js'
import type { FilingAt, FilingReader } from '../../projection/index.js'
import { insertFiling, isFiledAfter } from './filing.store.js'
import { askToFile, principlesView } from './principles-view.js'

const SEE: Ask = { action: 'view', artefact: 'PRIN' }
const MOST_BYTES = 512 * 1024

interface Filer {
  readonly personId: string
  readonly key: string | null
}

interface Filed {
  readonly documentId: string
  readonly workspaceId: string
  /** Of what the filer has before them. */
  readonly contentHash: string
}

/** Principles that a side files: an exact copy of its answers, kept with who filed it and when. */
export class FilingService {
  constructor(
    private readonly source: DataSource,
    private readonly intents: Intents,
    private readonly reader: Pick<FilingReader, 'read'>,
    private readonly changes: Changes,
    private readonly creations: Pick<Creations, 'once'>
  ) {}

  async view(personId: string, workspaceId: string): Promise<PrinciplesView> {
    const member = await this.intents.member(personId, workspaceId, SEE)
    return principlesView(queryOf(this.source.manager), member)
  }

  /**
   * Files one's own side's answers as they stand. Throws `not_found` for what is no principles document or may not be known of,
   * `not_allowed` with the rule, `changed_meanwhile` when the document says something else than the filer has seen, or was
   * written into since it was read (an older text never becomes the newest filing), `bad_input` naming each principle that
   * is not answered, `too_large`. Filing the same again makes nothing new.
   */
  async file({ personId, key }: Filer, { documentId, workspaceId, contentHash }: Filed): Promise<PrinciplesView> {
    const asking = await this.intents.member(personId, workspaceId, SEE)
    mayFile(asking, await principlesOf(queryOf(this.source.manager), documentId, workspaceId))
    // Before the transaction, and with its place in the log: reading a long document keeps nobody from writing.
    const found = await this.reader.read(documentId)
    const view = await this.intents.run(personId, workspaceId, SEE, async (manager, member) => {
      const query = queryOf(manager)
      const document = await principlesOf(query, documentId, workspaceId)
      mayFile(member, document)
      const creation = { personId, key, operation: `filePrinciples ${documentId}`, body: { contentHash } }
      await this.creations.once(manager, creation, async () => {
        mustBeFilable(found, contentHash)
        const { epoch, seq, text } = found
        const isOld = !(await isNewestAt(query, documentId, found)) || (await isFiledAfter(query, documentId, found))
        if (isOld) throw new RoundtableError('changed_meanwhile')
        const { side } = document
        const filing = { id: v7(), workspaceId, documentId, side, seatId: member.seat.id, epoch, seq, text, contentHash }
        return { isNew: await insertFiling(query, filing) }
      })
      return principlesView(query, member)
    })
    this.changes.announce(workspaceId, 'principles')
    return view
  }
}

/** What was read is what the filer has before them, whole, and of a size that is kept. */
function mustBeFilable({ text, hash, unanswered }: FilingAt, contentHash: string): void {
  if (hash !== contentHash) throw new RoundtableError('changed_meanwhile')
  const problems = unanswered.map((field) => ({ field, reason: 'not answered yet' }))
  if (problems[0]) throw new RoundtableError('bad_input', problems[0], problems)
  if (Buffer.byteLength(text) > MOST_BYTES) throw new RoundtableError('too_large', { limit: `${MOST_BYTES / 1024} KB` })
}

interface PrinciplesRow {
  readonly side: Side
  readonly state: DocumentState
}

/** Throws `not_found` for a document that is none of principles. */
async function principlesOf(query: Query, documentId: string, workspaceId: string): Promise<PrinciplesRow> {
  const [row] = await query<PrinciplesRow>(
    `select d.side, h.state from document d join document_head h on h.document_id = d.id
     where d.id = $1 and d.workspace_id = $2 and d.kind = 'principles'`,
    [documentId, workspaceId]
  )
  if (!row) throw new RoundtableError('not_found')
  return row
}

function mayFile(member: Member, { side, state }: PrinciplesRow): void {
  if (!ask(member, { ...SEE, object: { ownerSide: side, state } }).allowed) throw new RoundtableError('not_found')
  const asked = askToFile(side)
  mustBeAllowed(member, { ...asked, object: { ...asked.object, state } })
}
