import { artefactOf } from '@roundtable/shared/ability'
import { RoundtableError } from '@roundtable/shared/error'
import type { DocumentKind, ObjectiveCode, Side, Stage } from '@roundtable/shared/framework'
import type { NewDocumentBody } from '@roundtable/shared/protocol'
import { type Intents, type Member, mustBeAllowed, type Query, queryOf } from '../../ability/index.js'
import type { CleanStart, Commits, DocumentService } from '../../live/index.js'
import type { Changes } from '../../platform/changes.js'
import type { Creations } from '../../platform/idempotent.js'
import { startingTemplate } from '../../template/index.js'
import { askToAdd, documentFrom, settled } from '../domain/new-document.js'

interface Maker {
  readonly personId: string
  readonly key: string | null
}

interface KeptDocument {
  readonly workspaceId: string
  readonly kind: DocumentKind
  readonly stage: Stage | null
  readonly privateTo: Side | null
}

/** Adding documents to a workspace, and sharing what a side has kept to itself. */
export class AddingService {
  constructor(
    private readonly intents: Intents,
    private readonly documents: Pick<DocumentService, 'createIn'>,
    private readonly changes: Changes,
    private readonly creations: Pick<Creations, 'once'>,
    private readonly cleanStart: Pick<CleanStart, 'of'>,
    private readonly commits: Pick<Commits, 'tell'>
  ) {}

  /** Adds a document with its template. Throws `bad_input`, `not_found`, `not_allowed`, and `already_open` for a second plan of a stage. */
  async add({ personId, key }: Maker, workspaceId: string, body: NewDocumentBody): Promise<{ id: string }> {
    let isShown = false
    const made = await this.intents.run(personId, workspaceId, null, async (manager, { seat, ...member }) => {
      const query = queryOf(manager)
      const document = settled(body, seat.side, await objectivesOf(query, workspaceId))
      // Nobody without a side edits whole documents (INV-2), so whoever passes has a side that can keep it.
      mustBeAllowed({ seat, ...member }, askToAdd(document, seat.side))
      isShown = !document.isKept
      return this.creations.once(manager, { personId, key, operation: `createDocument ${workspaceId}`, body }, async () => {
        await mustBeFirst(query, workspaceId, document, seat.side)
        const template = await startingTemplate(query, document.kind, personId)
        return { id: await this.documents.createIn(query, { ...documentFrom(workspaceId, document, seat.side), template }) }
      })
    })
    // A change that nobody else can see would tell them that there is something they may not know of.
    if (isShown) this.changes.announce(workspaceId, 'documents')
    return made
  }

  /**
   * Everybody whom the modality lets read it reads it from now on; there is no way back, as they may have read it.
   * What its side has deleted before goes along with nothing: the document begins another life without it.
   * Throws `not_found` to other sides, `not_allowed` to those who do not decide for this one, `no_longer_open` when it is shared.
   */
  async release(personId: string, documentId: string, workspaceId: string): Promise<void> {
    await this.intents.runOnLog(personId, workspaceId, documentId, async (manager, member) => {
      const query = queryOf(manager)
      const kept = await keptForRelease(query, member, documentId)
      await mustBeFirst(query, workspaceId, { kind: kept.kind, stage: kept.stage, isKept: false }, null)
      await query('update document set private_to = null, side = null where id = $1', [documentId])
      await this.cleanStart.of(query, documentId)
    })
    this.commits.tell(documentId)
    this.changes.announce(workspaceId, 'documents')
  }
}

/**
 * What a side keeps to itself, for whoever may share it. Throws `not_found` to other sides, `not_allowed` to those who do not
 * decide for this one, `no_longer_open` when it is shared.
 */
export async function keptForRelease(query: Query, member: Member, documentId: string): Promise<KeptDocument> {
  const [kept] = await query<KeptDocument>(
    'select workspace_id as "workspaceId", kind, stage, private_to as "privateTo" from document where id = $1 and workspace_id = $2',
    [documentId, member.workspaceId]
  )
  if (!kept) throw new RoundtableError('not_found')
  if (kept.privateTo === null) throw new RoundtableError('no_longer_open')
  if (member.seat.side !== kept.privateTo) throw new RoundtableError('not_found')
  const object = { stage: kept.stage, ownerSide: kept.privateTo, privateTo: kept.privateTo }
  mustBeAllowed(member, { action: 'approve', artefact: artefactOf(kept.kind), object })
  return kept
}

async function objectivesOf(query: Query, workspaceId: string): Promise<readonly ObjectiveCode[]> {
  const [profile] = await query<{ objectives: ObjectiveCode[] }>('select objectives from workspace_profile where workspace_id = $1', [
    workspaceId
  ])
  return profile?.objectives ?? []
}

/** One shared plan a stage, one principles document a side. The workspace is locked, so that two people cannot both be first. */
export async function mustBeFirst(
  query: Query,
  workspaceId: string,
  { kind, stage, isKept }: { readonly kind: DocumentKind; readonly stage: Stage | null; readonly isKept: boolean },
  side: Side | null
): Promise<void> {
  const isOne = (kind === 'plan' && !isKept) || kind === 'principles'
  if (!isOne) return
  const [earlier] = await query(
    `select 1 from document where workspace_id = $1 and kind = $2 and private_to is null
      and case when kind = 'plan' then stage = $3 else side = $4 end`,
    [workspaceId, kind, stage, side]
  )
  if (earlier) throw new RoundtableError('already_open')
}
