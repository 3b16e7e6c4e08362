import { copyPassages, type Content, passagesOf, readDocument, applyLogged } from '@roundtable/shared/document'
import { RoundtableError } from '@roundtable/shared/error'
import { type DocumentKind } from '@roundtable/shared/framework'
import { type ReleasePassages } from '@roundtable/shared/protocol'
import { v7 } from 'uuid'
import * as Y from 'yjs'
import { type Intents, queryOf } from '../../ability/index.js'
import { type DocumentService, type LiveStore } from '../../live/index.js'
import { type Changes } from '../../platform/changes.js'
import { type Creations } from '../../platform/idempotent.js'
import { keptForRelease, mustBeFirst } from './adding.service.js'

/** Read in this thread, so only what is soon read (bytes of the stored log). */
const MOST_BYTES = 1_048_576

interface Releaser {
  readonly personId: string
  readonly key: string | null
}

/** Sharing parts of what a side keeps to itself: they become a document of their own, the rest stays kept. */
export class PassagesService {
  constructor(
    private readonly intents: Intents,
    private readonly live: Pick<LiveStore, 'load'>,
    private readonly documents: Pick<DocumentService, 'createIn'>,
    private readonly changes: Changes,
    private readonly creations: Pick<Creations, 'once'>
  ) {}

  /**
   * Throws what releasing the whole throws; `changed_meanwhile` when something was written that the releaser has not seen,
   * `bad_input` for a passage that is not there, `too_large`, and `already_open` for a second shared plan of a stage.
   */
  async release({ personId, key }: Releaser, documentId: string, workspaceId: string, body: ReleasePassages): Promise<{ id: string }> {
    const made = await this.intents.run(personId, workspaceId, null, async (manager, member) => {
      const query = queryOf(manager)
      const { kind, stage } = await keptForRelease(query, member, documentId)
      return this.creations.once(manager, { personId, key, operation: `releasePassages ${documentId}`, body }, async () => {
        await mustBeFirst(query, workspaceId, { kind, stage, isKept: false }, null)
        const content = await this.#seen(documentId, kind, body.seen)
        const chosen = new Set(body.passages)
        mustBeThere(content, chosen)
        const newId = () => v7()
        const fill = (doc: Y.Doc) => copyPassages(content, chosen, doc, { newId })
        return { id: await this.documents.createIn(query, { workspaceId, kind, stage, title: body.title, side: null }, fill) }
      })
    })
    this.changes.announce(workspaceId, 'documents')
    return made
  }

  async #seen(documentId: string, kind: DocumentKind, seen: string): Promise<Content> {
    const stored = await this.live.load(documentId)
    if (!stored) throw new RoundtableError('not_found')
    const parts = [...(stored.snapshot ? [stored.snapshot.state] : []), ...stored.updates.map(({ bytes }) => bytes)]
    if (parts.reduce((sum, { length }) => sum + length, 0) > MOST_BYTES) throw new RoundtableError('too_large', { limit: '1 MB' })
    const doc = new Y.Doc()
    applyLogged(doc, parts)
    const known = stateVectorOf(seen)
    for (const [client, clock] of Y.decodeStateVector(Y.encodeStateVector(doc)))
      if ((known.get(client) ?? 0) < clock) throw new RoundtableError('changed_meanwhile')
    const content = readDocument(kind, doc)
    doc.destroy()
    return content
  }
}

/** Throws `bad_input` for bytes that are none. */
function stateVectorOf(seen: string): Map<number, number> {
  try {
    return Y.decodeStateVector(Buffer.from(seen, 'base64'))
  } catch {
    // Whatever lib0 says of the bytes: they are not what this door asks for.
    const problem = { field: 'seen', reason: 'not a state vector' }
    throw new RoundtableError('bad_input', problem, [problem])
  }
}

/** Throws `bad_input` naming what is not there, or says nothing. */
function mustBeThere(content: Content, chosen: ReadonlySet<string>): void {
  const there = new Set(passagesOf(content).map(({ id }) => id))
  const unknown = [...chosen].findIndex((id) => !there.has(id))
  if (unknown < 0) return
  const problem = { field: `passages.${unknown}`, reason: 'not a passage of this document' }
  throw new RoundtableError('bad_input', problem, [problem])
}
