import { RoundtableError } from '@roundtable/shared/error'
import type { DocumentCard, DocumentText, DocumentView } from '@roundtable/shared/protocol'
import { artefactOf, whoDecides } from '@roundtable/shared/ability'
import type * as Y from 'yjs'
import type { Access, AccessService, Query } from '../ability/index.js'
import type { Commits } from './commits.js'
import { type DocumentStore, insertDocument } from './document.store.js'
import type { LiveStore } from './live.store.js'
import type { Askers } from '../platform/askers.js'
import { fromTemplate, type NewDocument } from './new-document.js'
import { storedParts } from './stored-parts.js'

/** Live documents as things with a title, a state and a right: what lists and headers show. */
export class DocumentService {
  constructor(
    private readonly store: DocumentStore,
    private readonly access: AccessService,
    private readonly commits: Commits,
    private readonly live: Pick<LiveStore, 'load'>,
    private readonly askers: Askers
  ) {}

  /**
   * Makes a document with its template, in one transaction: the first update of its log, under a client
   * id of the server's own. `fill` writes sample content into the same first update.
   */
  async create(document: NewDocument, fill?: (doc: Y.Doc) => void): Promise<string> {
    const made = fromTemplate(document, fill)
    await this.store.insert(made)
    this.commits.tell(made.id)
    return made.id
  }

  /** The same in the transaction of whoever makes it together with something else. */
  async createIn(query: Query, document: NewDocument, fill?: (doc: Y.Doc) => void): Promise<string> {
    const made = fromTemplate(document, fill)
    await insertDocument(query, made)
    this.commits.tell(made.id)
    return made.id
  }

  /** Which of these titles a workspace's documents have, for whoever fills it. */
  titlesIn(workspaceId: string, among: readonly string[]): Promise<string[]> {
    return this.store.titlesIn(workspaceId, among)
  }

  /** What this person may know of the document; absent and forbidden are one answer. Throws `not_found`. */
  async view(documentId: string, personId: string, sessionId: string): Promise<DocumentView> {
    const access = await this.#grantedOr404(documentId, personId, sessionId)
    const row = await this.store.find(documentId)
    if (!row) throw new RoundtableError('not_found')
    const { seat, document } = access
    return {
      ...card(row, access),
      epoch: document.epoch,
      workspaceTitle: row.workspaceTitle,
      modality: document.modality,
      mySeat: {
        id: seat.id,
        workspaceId: document.workspaceId,
        side: seat.side,
        role: seat.role,
        name: seat.name,
        organisation: seat.organisation,
        mandateExpiresAt: seat.mandateExpiresAt?.toISOString() ?? null
      },
      whoDecides: whoDecides(artefactOf(document.kind), document.modality),
      localCopyKey: `${seat.id}/${documentId}/${document.epoch}`
    }
  }

  /** The whole log as the live line would send it to this person. Throws `not_found`, `too_many_requests`. */
  async text(documentId: string, personId: string, sessionId: string): Promise<DocumentText> {
    // The live line makes whoever asks for it again pay for it; so does this door.
    this.askers.count(personId)
    await this.#grantedOr404(documentId, personId, sessionId)
    const { parts } = await storedParts(this.live, documentId)
    return { updates: parts.map((bytes) => Buffer.from(bytes).toString('base64')) }
  }

  /** The documents of a workspace that this person may know of, each with its right. */
  async cardsOf(workspaceId: string, personId: string, sessionId: string): Promise<DocumentCard[]> {
    const rows = await this.store.listedFor(personId, workspaceId)
    const answers = await this.access.answerAll(rows.map((row) => ({ documentId: row.id, personId, sessionId })))
    return rows.flatMap((row, index) => {
      const answer = answers[index]
      return answer?.kind === 'granted' ? [card(row, answer.access)] : []
    })
  }

  /** Throws `not_found`. */
  async mustExistFor(documentId: string, personId: string, sessionId: string): Promise<void> {
    await this.#grantedOr404(documentId, personId, sessionId)
  }

  async #grantedOr404(documentId: string, personId: string, sessionId: string): Promise<Access> {
    const [answer] = await this.access.answerAll([{ documentId, personId, sessionId }])
    if (answer?.kind !== 'granted') throw new RoundtableError('not_found')
    return answer.access
  }
}

interface CardRow {
  readonly id: string
  readonly title: string
  readonly changedAt: Date
}

function card({ id, title, changedAt }: CardRow, { right, because, document }: Access): DocumentCard {
  return {
    id,
    workspaceId: document.workspaceId,
    kind: document.kind,
    title,
    stage: document.stage,
    side: document.side,
    isKept: document.privateTo !== null,
    state: document.state,
    right,
    because,
    changedAt: changedAt.toISOString()
  }
}
