import { RoundtableError } from '@roundtable/shared/error'
import { type MoveTemplate, type TemplateSet, type TemplateView } from '@roundtable/shared/protocol'
import { randomInt } from 'node:crypto'
import { type DataSource } from 'typeorm'
import { type Access, type AccessQuestion, type AccessService, type Intents, type Query, queryOf } from '../ability/index.js'
import { appendAsServer, type LiveServer, type LiveStore } from '../live/index.js'
import { type Changes } from '../platform/changes.js'
import { type WorkerHand } from '../platform/worker-hand.js'
import { isNewer, reworded, type TemplateName, type TemplateOfKind } from './domain/newest.js'
import { insertSet, newestFor, remember, templateOf, withdrawSet } from './template.store.js'
import { type Missing, type MissingRequest } from './worker.js'

type Document = Access['document']

/** Sets of templates: which one a document has, what a newer one would bring, and moving to it. */
export class TemplateService {
  constructor(
    private readonly source: DataSource,
    private readonly access: AccessService,
    private readonly intents: Intents,
    private readonly live: Pick<LiveServer, 'wrote'>,
    private readonly store: Pick<LiveStore, 'load'>,
    private readonly worker: Pick<WorkerHand<MissingRequest, Missing>, 'ask' | 'close'>,
    private readonly changes: Changes
  ) {}

  /** For whoever may view the document. Throws `not_found`. */
  async view(question: AccessQuestion): Promise<TemplateView> {
    const [answer] = await this.access.answerAll([question])
    if (answer?.kind !== 'granted') throw new RoundtableError('not_found')
    return this.#viewOf(queryOf(this.source.manager), answer.access.document)
  }

  /**
   * Adds what the newer template has and the document lacks, and remembers it; takes nothing out. Throws `not_found`, `not_allowed`
   * for whoever may not edit the document now, and `changed_meanwhile` where the newer template is not the one that was shown.
   */
  async move(question: AccessQuestion, shown: MoveTemplate): Promise<TemplateView> {
    const { view, document } = await this.intents.runOnDocument(question, async (manager, { document, seat }) => {
      const query = queryOf(manager)
      const { newer } = await this.#pair(query, document)
      if (newer?.id !== shown.template || newer.version !== shown.version) throw new RoundtableError('changed_meanwhile')
      const serverClient = randomInt(1, 2 ** 32)
      const { update } = await this.#missing(document, newer, serverClient)
      if (update) await appendAsServer(query, document, { serverClient, seatId: seat.id, bytes: update })
      await remember(query, document.id, newer)
      return { document, view: viewOf(newer, null, []) }
    })
    this.live.wrote(document.id)
    // A side's own document is nothing that the others hear of.
    if (document.privateTo === null) this.changes.announce(document.workspaceId, 'documents')
    return view
  }

  /** The operator's acts. Throw `bad_input`, `not_found`, `no_longer_open`. */
  async add(set: TemplateSet): Promise<void> {
    await this.source.transaction((manager) => insertSet(queryOf(manager), set))
  }
  async withdraw(name: TemplateName): Promise<void> {
    await this.source.transaction((manager) => withdrawSet(queryOf(manager), name))
  }

  close(): Promise<void> {
    return this.worker.close()
  }

  async #viewOf(query: Query, document: Document): Promise<TemplateView> {
    const { mine, newer } = await this.#pair(query, document)
    return viewOf(mine, newer, newer ? (await this.#missing(document, newer, 1)).adds : [])
  }

  async #pair(query: Query, { id, kind }: Document): Promise<{ mine: TemplateOfKind; newer: TemplateOfKind | null }> {
    const mine = await templateOf(query, id, kind)
    const newest = await newestFor(query, kind, [mine.language])
    return { mine, newer: isNewer(newest, mine) ? newest : null }
  }

  /** Read in a worker: a long agreement takes a while. The log is whole: whoever moves holds its head. */
  async #missing({ id, kind, stage }: Document, { kind: { entries } }: TemplateOfKind, serverClient: number): Promise<Missing> {
    if (kind !== 'agreement' && kind !== 'plan') return { adds: [], update: null }
    const stored = await this.store.load(id)
    if (!stored) throw new RoundtableError('not_found')
    const parts = [...(stored.snapshot ? [stored.snapshot.state] : []), ...stored.updates.map(({ bytes }) => bytes)]
    return this.worker.ask({ kind, stage, parts, entries, serverClient })
  }
}

const named = ({ id, version, language, name }: TemplateOfKind) => ({ id, version, language, name })

function viewOf(mine: TemplateOfKind, newer: TemplateOfKind | null, adds: readonly string[]): TemplateView {
  const guidance = Object.entries(mine.kind.guidance ?? {}).flatMap(([code, said]) => (said ? [[code, said] as const] : []))
  return {
    template: named(mine),
    guidance: Object.fromEntries(guidance),
    newer: newer && { ...named(newer), adds: [...adds], rewords: reworded(mine.kind, newer.kind) }
  }
}
