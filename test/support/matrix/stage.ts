import { DocumentService } from '../../../server/src/live/index.js'
import { Projector } from '../../../server/src/projection/index.js'
import { createPool } from '../../../server/src/database/database.js'
import { SESSION_COOKIE } from '../../../server/src/identity/domain/session-cookie.js'
import { hashSecret, newSecret } from '../../../server/src/platform/tokens.js'
import { LAYOUTS } from '@roundtable/shared/document'
import type { DocumentKind } from '@roundtable/shared/framework'
import type pg from 'pg'
import { v4, v7 } from 'uuid'
import * as Y from 'yjs'
import { silent } from '../migrated-database.js'
import { answerPrinciples, filingHash } from '../principles.js'
import { TEST_SECRET, TestServer } from '../server.js'
import { ACTOR_KINDS, type ActorKind, type DocumentFacts, MATRIX_DOCUMENTS, WORLD_KINDS, type WorldKind } from './kinds.js'

export interface MatrixActor extends ActorKind {
  readonly personId: string
  readonly cookie: string
  /** What they are asked to take on: the one task of the draft roadmap. Nobody without a seat is asked anything. */
  readonly assignmentId?: string | undefined
}

export interface MatrixDocument extends DocumentFacts {
  readonly id: string
  /** Of principles: the hash of what would be filed. */
  readonly hash: string | null
}

/** One workspace of each kind with a person of each kind in it and a document of each kind in each state. */
export interface MatrixWorld extends WorldKind {
  readonly workspaceId: string
  readonly actors: readonly MatrixActor[]
  readonly documents: readonly MatrixDocument[]
}

/** What only those who may see it may ever be sent: in titles and in texts. */
export const CANARY = 'canary-of-the-matrix'

export class MatrixStage {
  private constructor(
    readonly server: TestServer,
    /** The owner of the tables: it may put things back. */
    readonly owner: pg.Pool,
    readonly worlds: readonly MatrixWorld[]
  ) {}

  static async open(): Promise<MatrixStage> {
    const server = await TestServer.start()
    const owner = createPool(server.database.ownerUrl, silent)
    // A world has one in each state, which people cannot have: one shared plan a stage, one principles document a side.
    await owner.query('drop index document_one_plan, document_one_principles')
    const worlds: MatrixWorld[] = []
    for (const kind of WORLD_KINDS) worlds.push(await makeWorld(server, owner, kind))
    return new MatrixStage(server, owner, worlds)
  }

  /** Everything of a workspace that an act could change, as one text; what documents hold is told by `seqOf`. */
  async fingerprint({ workspaceId }: MatrixWorld): Promise<string> {
    const { rows } = await this.owner.query<{ text: string }>({ name: 'fingerprint', text: FINGERPRINT, values: [workspaceId] })
    return rows[0]!.text
  }

  async seqOf(documentId: string): Promise<number> {
    const { rows } = await this.owner.query<{ seq: number }>('select seq from document_head where document_id = $1', [documentId])
    return rows[0]!.seq
  }

  /** Puts a workspace back to how it was made. */
  async reset({ workspaceId, documents, ...facts }: MatrixWorld): Promise<void> {
    const kept = documents.map(({ id }) => id)
    await this.owner.query(
      `with w as (update workspace set title = $2, modality = $3, lead_kind = $4, named_partner = $5, outcome = $6, registry = $7 where id = $1)
       update workspace_profile set version = 0, summary = '' where workspace_id = $1`,
      [workspaceId, titleOf(facts), facts.modality, facts.leadKind, facts.namedPartner, facts.outcome, facts.registry]
    )
    for (const table of [
      'registry_wish',
      'programme_acceptance',
      'stage_part',
      'stage_engagement',
      'population_agreement',
      'definition_answer'
    ])
      await this.owner.query(`delete from ${table} where workspace_id = $1`, [workspaceId])
    await this.owner.query('delete from modality_stance where change_id in (select id from modality_change where workspace_id = $1)', [
      workspaceId
    ])
    await this.owner.query('delete from modality_change where workspace_id = $1', [workspaceId])
    await this.owner.query('delete from principles_filing where workspace_id = $1', [workspaceId])
    for (const { id, side } of documents.filter(({ isKept }) => isKept))
      await this.owner.query('update document set side = $2, private_to = $2 where id = $1', [id, side])
    await this.owner.query('delete from invitation where workspace_id = $1', [workspaceId])
    await this.owner.query('delete from task_event where document_id = any ($1)', [kept])
    await this.owner.query('delete from task_assignment where document_id = any ($1) and seat_id is null', [kept])
    await this.owner.query(`update task_assignment set answer = 'proposed' where document_id = any ($1)`, [kept])
    await this.owner.query(`update task_fact set version = 1, status = 'proposed' where document_id = any ($1)`, [kept])
    for (const table of ['document_update', 'document_head'])
      await this.owner.query(
        `delete from ${table} where document_id in (select id from document where workspace_id = $1 and not id = any ($2))`,
        [workspaceId, kept]
      )
    await this.owner.query('delete from document where workspace_id = $1 and not id = any ($2)', [workspaceId, kept])
  }

  async close(): Promise<void> {
    await this.owner.end()
    await this.server.close()
  }
}

const titleOf = ({ name }: Pick<WorldKind, 'name'>): string => `${name} ${CANARY}`

const FINGERPRINT = `select json_build_object(
    'workspace', (select to_json(w) from workspace w where id = $1),
    'profile', (select version from workspace_profile where workspace_id = $1),
    'wishes', (select json_agg(r order by side) from registry_wish r where workspace_id = $1),
    'acceptance', (select count(*) from programme_acceptance where workspace_id = $1),
    'parts', (select json_agg(p order by stage, side) from stage_part p where workspace_id = $1),
    'population', (select json_agg(p order by voice) from population_agreement p where workspace_id = $1),
    'engagement', (select json_agg(e order by stage, side) from stage_engagement e where workspace_id = $1),
    'answers', (select count(*) from definition_answer where workspace_id = $1),
    'changes', (select json_agg(json_build_array(id, status) order by id) from modality_change where workspace_id = $1),
    'stances', (select count(*) from modality_stance s join modality_change c on c.id = s.change_id where c.workspace_id = $1),
    'filings', (select json_agg(json_build_array(document_id, number) order by id) from principles_filing where workspace_id = $1),
    'invitations', (select json_agg(json_build_array(id, uses, revoked_at) order by id) from invitation where workspace_id = $1),
    'protocols', (select count(*) from community_protocol where workspace_id = $1),
    'assignments', (select json_agg(json_build_array(a.id, a.answer) order by a.id)
      from task_assignment a join document d on d.id = a.document_id where d.workspace_id = $1),
    'seats', (select json_agg(s order by id) from seat s where workspace_id = $1),
    'documents', (select json_agg(json_build_array(d.id, d.title, h.state, h.epoch, d.private_to) order by d.id)
      from document d join document_head h on h.document_id = d.id where d.workspace_id = $1)
  )::text as text`

async function makeWorld(server: TestServer, owner: pg.Pool, kind: WorldKind): Promise<MatrixWorld> {
  const workspaceId = v7()
  const { modality, leadKind, namedPartner, outcome, registry } = kind
  await owner.query(
    `insert into workspace (id, kind, title, country, modality, lead_kind, named_partner, outcome, registry, status)
     values ($1, 'initiative', $2, 'XS', $3, $4, $5, $6, $7, 'design')`,
    [workspaceId, titleOf(kind), modality, leadKind, namedPartner, outcome, registry]
  )
  const actors: MatrixActor[] = []
  for (const actor of ACTOR_KINDS) actors.push(await makeActor(owner, workspaceId, actor))
  const documents: MatrixDocument[] = []
  const service = server.app.nest.get(DocumentService)
  for (const facts of MATRIX_DOCUMENTS) {
    const { kind: documentKind, state, stage, side, isKept } = facts
    const title = `${documentKind} ${state} ${CANARY}`
    let hash: string | null = null
    const id = await service.create({ workspaceId, kind: documentKind, title, stage, side, isKept }, (doc) => {
      writeCanary(doc, documentKind)
      if (documentKind !== 'principles') return
      answerPrinciples(doc)
      hash = filingHash(doc)
    })
    await owner.query('update document_head set state = $2 where document_id = $1', [id, state])
    documents.push({ ...facts, id, hash })
  }
  const roadmap = documents.find(({ kind: of, state }) => of === 'roadmap' && state === 'draft')
  const asked = roadmap ? await askEverybody(server, owner, workspaceId, roadmap.id) : new Map<string, string>()
  return { ...kind, workspaceId, actors: actors.map((actor) => ({ ...actor, assignmentId: asked.get(actor.personId) })), documents }
}

/** The task of the roadmap is asked of every seat, by hand: also of those whom nobody could ask. Assignments by person. */
async function askEverybody(server: TestServer, owner: pg.Pool, workspaceId: string, documentId: string): Promise<Map<string, string>> {
  await server.app.nest.get(Projector).project(documentId)
  await owner.query(`insert into task_fact (document_id, task_id, version, status) values ($1, $2, 1, 'proposed')`, [documentId, CANARY])
  const { rows } = await owner.query<{ id: string; person: string }>(
    `with asked as (
       insert into task_assignment (id, document_id, task_id, kind, seat_id, side, asked_by)
       select gen_random_uuid(), $1, $2, 'seat', id, side, id from seat where workspace_id = $3 returning id, seat_id
     ) select asked.id, s.person_id as person from asked join seat s on s.id = asked.seat_id`,
    [documentId, CANARY, workspaceId]
  )
  return new Map(rows.map(({ id, person }) => [person, id]))
}

async function makeActor(owner: pg.Pool, workspaceId: string, kind: ActorKind): Promise<MatrixActor> {
  const { actor, oddity } = kind
  const [personId, token] = [v7(), newSecret()]
  await owner.query('insert into person (id, public_id, handle, name) values ($1, $2, $3, $4)', [
    personId,
    v4(),
    `p-${personId}`,
    kind.name
  ])
  await owner.query(
    `insert into session (id, person_id, token_hash, device, expires_at, ended_at) values ($1, $2, $3, 'matrix', now() + interval '3 hours',
       case when $4 then now() end)`,
    [v7(), personId, hashSecret(token, TEST_SECRET), oddity === 'signed out']
  )
  if (actor)
    await owner.query(
      `insert into seat (id, workspace_id, person_id, side, role, name, is_funder, invited_by_civic, mandate_expires_at, ended_at, end_reason)
       values ($1, $2, $3, $4, $5, $6, $7, $8, case when $9 then now() - interval '1 day' end,
         case when $10 then now() end, case when $10 then 'removed' end)`,
      [
        v4(),
        workspaceId,
        personId,
        actor.side,
        actor.role,
        kind.name,
        actor.isFunder,
        actor.invitedByCivic,
        actor.mandateExpired,
        oddity === 'removed'
      ]
    )
  if (oddity === 'suspended') await owner.query('update person set is_suspended = true where id = $1', [personId])
  return { ...kind, personId, cookie: `${SESSION_COOKIE}=${token}` }
}

/** A text of the kind's own layout: the first of its roots takes it. */
function writeCanary(doc: Y.Doc, kind: DocumentKind): void {
  writeInto(doc, kind, CANARY)
}

/** Adds words where the layout has a place for them, as one change. */
export function writeInto(doc: Y.Doc, kind: DocumentKind, words: string): void {
  const [name, type] = Object.entries(LAYOUTS[kind].roots)[0]!
  if (type === 'text') doc.getText(name).insert(0, words)
  else if (type === 'map') doc.getMap(name).set(words, new Y.Map([['note', words]]))
  else {
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [new Y.XmlText(words)])
    doc.getXmlFragment(name).insert(0, [paragraph])
  }
}
