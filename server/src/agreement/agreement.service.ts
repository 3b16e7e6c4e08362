import { artefactOf, ruleReason, whoDecides } from '@roundtable/shared/ability'
import { RoundtableError } from '@roundtable/shared/error'
import type { LeadKind } from '@roundtable/shared/framework'
import type { AgreementFacts, WorkspaceKind } from '@roundtable/shared/protocol'
import type { DataSource } from 'typeorm'
import { type AccessQuestion, type AccessService, queryOf } from '../ability/index.js'
import type { Projector } from '../projection/index.js'
import { templateOf } from '../template/index.js'

interface StoredRow {
  readonly hash: string | null
  readonly change: number
  readonly readAt: Date
  readonly workspaceKind: WorkspaceKind
  readonly leadKind: LeadKind | null
}

const STORED = `select encode(p.content_hash, 'hex') as hash, p.seq as change, p.projected_at as "readAt", w.kind as "workspaceKind", w.lead_kind as "leadKind"
  from document d join workspace w on w.id = d.workspace_id join document_projection p on p.document_id = d.id where d.id = $1`

/** What only the server states of an agreement: rows, never words in the document (design §4). */
export class AgreementService {
  constructor(
    private readonly source: DataSource,
    private readonly access: AccessService,
    private readonly projector: Pick<Projector, 'catchUpOn'>
  ) {}

  /** For whoever may view it. Throws `not_found`, also for documents of another kind. */
  async facts(question: AccessQuestion): Promise<AgreementFacts> {
    const [answer] = await this.access.answerAll([question])
    if (answer?.kind !== 'granted' || answer.access.document.kind !== 'agreement') throw new RoundtableError('not_found')
    const { id, kind, modality, state } = answer.access.document
    await this.projector.catchUpOn(id)
    const query = queryOf(this.source.manager)
    const [[stored], template] = [await query<StoredRow>(STORED, [id]), await templateOf(query, id, kind)]
    if (!stored?.hash) throw new RoundtableError('unavailable')
    return {
      content: { hash: stored.hash, change: stored.change, readAt: stored.readAt.toISOString() },
      template: { name: template.name, version: template.version },
      workspaceKind: stored.workspaceKind,
      modality,
      leadKind: stored.leadKind,
      whoDecides: whoDecides(artefactOf(kind), modality),
      unsignable: state === 'frozen' ? null : ruleReason('R-13')
    }
  }
}
