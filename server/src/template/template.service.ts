import { RoundtableError } from '@roundtable/shared/error'
import type { MoveTemplate, TemplateSet, TemplateView } from '@roundtable/shared/protocol'
import { randomInt } from 'node:crypto'
import type { DataSource } from 'typeorm'
import { type Access, type AccessQuestion, type AccessService, type Intents, type Query, queryOf, refusalBy } from '../ability/index.js'
import { appendAsServer, isNewestAt, type LiveServer, type LiveStore, type LogPlace, storedParts } from '../live/index.js'
import type { Changes } from '../platform/changes.js'
import type { WorkerHand } from '../platform/worker-hand.js'
import { isNewer, reworded, type TemplateName, type TemplateOfKind } from './domain/newest.js'
import { insertSet, newestFor, remember, templateOf, withdrawSet } from './template.store.js'
import type { Missing, MissingRequest } from './worker.js'

type Document = Access['document']
type TemplateChanges = NonNullable<TemplateView['newer']>['changes']

interface MissingAt extends Missing {
  readonly at: LogPlace | null
}

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

  /** For whoever may view the document, which is read in full only where its changes are asked for. Throws `not_found`. */
  async view(question: AccessQuestion, { withChanges }: { readonly withChanges: boolean }): Promise<TemplateView> {
    const { document } = await this.#granted(question)
    const { mine, newer } = await pairOf(queryOf(this.source.manager), document)
    if (!newer || !withChanges) return viewOf(mine, newer, null)
    const { adds } = await this.#missing(document, newer, 1)
    return viewOf(mine, newer, { adds: [...adds], rewords: reworded(mine.kind, newer.kind) })
  }

  /**
   * Adds what the newer template has and the document lacks, and remembers it; takes nothing out. Throws `not_found`, `not_allowed`
   * for whoever may not edit the document now, and `changed_meanwhile` where the newer template is not the one that was shown, or
   * somebody wrote while the document was read: the same again may succeed then.
   */
  async move(question: AccessQuestion, shown: MoveTemplate): Promise<TemplateView> {
    const { right, because, document } = await this.#granted(question)
    if (right !== 'edit') throw refusalBy(because)
    const serverClient = randomInt(1, 2 ** 32)
    // Before the transaction: reading a long document keeps nobody from writing.
    const found = await this.#missing(document, await shownOf(queryOf(this.source.manager), document, shown), serverClient)
    const view = await this.intents.runOnDocument(question, async (manager, { document, seat }) => {
      const query = queryOf(manager)
      const newer = await shownOf(query, document, shown)
      if (found.at && !(await isNewestAt(query, document.id, found.at))) throw new RoundtableError('changed_meanwhile')
      if (found.update) await appendAsServer(query, document, { serverClient, seatId: seat.id, bytes: found.update })
      await remember(query, document.id, newer)
      return viewOf(newer, null, null)
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

  async #granted(question: AccessQuestion): Promise<Access> {
    const [answer] = await this.access.answerAll([question])
    if (answer?.kind !== 'granted') throw new RoundtableError('not_found')
    return answer.access
  }

  /** Read in a worker: a long agreement takes a while. With its place in the log; null where nothing had to be read. */
  async #missing({ id, kind, stage }: Document, { kind: { entries } }: TemplateOfKind, serverClient: number): Promise<MissingAt> {
    if (kind !== 'agreement' && kind !== 'plan') return { adds: [], update: null, at: null }
    const { epoch, seq, parts } = await storedParts(this.store, id)
    return { ...(await this.worker.ask({ kind, stage, parts, entries, serverClient })), at: { epoch, seq } }
  }
}

/** The document's template, and the one it could be moved to. */
async function pairOf(query: Query, { id, kind }: Document): Promise<{ mine: TemplateOfKind; newer: TemplateOfKind | null }> {
  const mine = await templateOf(query, id, kind)
  const newest = await newestFor(query, kind, [mine.language])
  return { mine, newer: isNewer(newest, mine) ? newest : null }
}

/** The newer template, where it is the one that was shown. Throws `changed_meanwhile`. */
async function shownOf(query: Query, document: Document, shown: MoveTemplate): Promise<TemplateOfKind> {
  const { newer } = await pairOf(query, document)
  if (newer?.id !== shown.template || newer.version !== shown.version) throw new RoundtableError('changed_meanwhile')
  return newer
}

const named = ({ id, version, language, name }: TemplateOfKind) => ({ id, version, language, name })

function viewOf(mine: TemplateOfKind, newer: TemplateOfKind | null, changes: TemplateChanges): TemplateView {
  const guidance = Object.entries(mine.kind.guidance ?? {}).flatMap(([code, said]) => (said ? [[code, said] as const] : []))
  return {
    template: named(mine),
    guidance: Object.fromEntries(guidance),
    newer: newer && { ...named(newer), changes }
  }
}
