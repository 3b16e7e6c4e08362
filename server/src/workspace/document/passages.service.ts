import { copyPassages, type ContentInPassages, hasPassages } from '@roundtable/shared/document'
import { RoundtableError } from '@roundtable/shared/error'
import type { DocumentKind } from '@roundtable/shared/framework'
import type { ReleasePassages } from '@roundtable/shared/protocol'
import { v7 } from 'uuid'
import type * as Y from 'yjs'
import { type Intents, type Query, queryOf } from '../../ability/index.js'
import type { DocumentService } from '../../live/index.js'
import type { Changes } from '../../platform/changes.js'
import type { Creations } from '../../platform/idempotent.js'
import type { PassagesAt, PassagesReader } from '../../projection/index.js'
import { startingTemplate } from '../../template/index.js'
import { keptForRelease, mustBeFirst } from './adding.service.js'

/** Bytes of what is chosen. */
const MOST_BYTES = 1_048_576

interface Releaser {
  readonly personId: string
  readonly key: string | null
}

interface Source {
  readonly id: string
  readonly workspaceId: string
  readonly kind: DocumentKind
}

/** Sharing parts of what a side keeps to itself: they become a document of their own, the rest stays kept. */
export class PassagesService {
  constructor(
    private readonly intents: Intents,
    private readonly reader: Pick<PassagesReader, 'read'>,
    private readonly documents: Pick<DocumentService, 'createIn'>,
    private readonly changes: Changes,
    private readonly creations: Pick<Creations, 'once'>
  ) {}

  /**
   * Throws what releasing the whole throws; `changed_meanwhile` when the document says something else than the releaser has
   * seen, `bad_input` for a passage that is not there, `too_large`, and `already_open` for a second shared plan of a stage.
   */
  async release({ personId, key }: Releaser, { id, workspaceId, kind }: Source, body: ReleasePassages): Promise<{ id: string }> {
    if (!hasPassages(kind)) throw new RoundtableError('no_longer_open')
    // Whoever may not share it is told before anything is read, and again below, where it counts.
    await this.intents.run(personId, workspaceId, null, async (manager, member) => keptForRelease(queryOf(manager), member, id))
    // Before the transaction, and with its place in the log: reading a long document keeps nobody from writing.
    const found = await this.reader.read(id, kind, body.passages)
    const made = await this.intents.run(personId, workspaceId, null, async (manager, member) => {
      const query = queryOf(manager)
      const { stage } = await keptForRelease(query, member, id)
      return this.creations.once(manager, { personId, key, operation: `releasePassages ${id}`, body }, async () => {
        await mustBeFirst(query, workspaceId, { kind, stage, isKept: false }, null)
        mustBeAsSeen(found, body.seen)
        await mustStandAt(query, id, found)
        const template = await startingTemplate(query, kind, personId)
        const chosen = JSON.parse(found.text) as ContentInPassages
        const fill = (doc: Y.Doc) => copyPassages(chosen, doc, { newId: () => v7() })
        return { id: await this.documents.createIn(query, { workspaceId, kind, stage, title: body.title, side: null, template }, fill) }
      })
    })
    this.changes.announce(workspaceId, 'documents')
    return made
  }
}

function mustBeAsSeen({ hash, text, unknown }: PassagesAt, seen: string): void {
  if (hash !== seen) throw new RoundtableError('changed_meanwhile')
  if (Buffer.byteLength(text) > MOST_BYTES) throw new RoundtableError('too_large', { limit: '1 MB' })
  if (unknown < 0) return
  const problem = { field: `passages.${unknown}`, reason: 'not a passage of this document' }
  throw new RoundtableError('bad_input', problem, [problem])
}

/** What was read is still what there is: appends wait for this transaction, or were there first. */
async function mustStandAt(query: Query, documentId: string, { epoch, seq }: PassagesAt): Promise<void> {
  const [head] = await query('select 1 from document_head where document_id = $1 and epoch = $2 and seq = $3', [documentId, epoch, seq])
  if (!head) throw new RoundtableError('changed_meanwhile')
}
