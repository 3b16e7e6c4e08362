import { RoundtableError } from '@roundtable/shared/error'
import type { DataSource, EntityManager } from 'typeorm'
import type { Access, AccessQuestion } from './access.js'
import { answerFrom } from './access.service.js'
import { factsIn } from './access.store.js'
import { type Ask, type Member, ask, mustBeAllowed, refusalBy } from './member.js'
import { readMember } from './member.store.js'
import type { Query } from './query.js'

/** Work done for a member, inside the transaction that decided their right. */
export type Work<T> = (manager: EntityManager, member: Member) => Promise<T>

/**
 * Acts on a workspace that go by intent. One transaction: lock the workspace's access number, read who the person is there
 * in a *later* statement (a statement that waited for a lock still sees the rows from before it waited), decide, then work.
 * Whoever takes the right away meanwhile waits, or has been seen.
 */
export class Intents {
  constructor(private readonly source: DataSource) {}

  /**
   * Runs `work` for whoever may do what is asked; without `asked` the work decides itself (`mustBeAllowed`).
   * Throws `not_found` where the person may not know of the workspace, `not_allowed` with the rule.
   */
  async run<T>(personId: string, workspaceId: string, asked: Ask | null, work: Work<T>): Promise<T> {
    return this.source.transaction((manager) => decided(manager, { personId, workspaceId, asked }, work))
  }

  /** The same for an act that changes a document's log as well: its head is locked first, in the order of an append. */
  async runOnLog<T>(personId: string, workspaceId: string, documentId: string, work: Work<T>): Promise<T> {
    return this.source.transaction(async (manager) => {
      await lockHead(manager, documentId)
      return decided(manager, { personId, workspaceId, asked: null }, work)
    })
  }

  /**
   * Writes into a document's log for whoever may edit it, under the locks an append takes and in their order (the document's
   * head, then the access numbers), and with what the right rests on read in a later statement.
   * Throws `not_found` where the person may not know of the document, `not_allowed` with the rule.
   */
  async runOnDocument<T>(question: AccessQuestion, work: (manager: EntityManager, access: Access) => Promise<T>): Promise<T> {
    return this.source.transaction(async (manager) => {
      await lockHead(manager, question.documentId)
      await manager.query(
        `select 1 from access_scope where scope_id in ((select workspace_id from document where id = $1), $2::uuid)
         order by scope_id for share`,
        [question.documentId, question.personId]
      )
      const answer = answerFrom(await factsIn(queryOf(manager), question), question.personId)
      if (answer.kind !== 'granted') throw new RoundtableError('not_found')
      if (answer.access.right !== 'edit') throw refusalBy(answer.access.because)
      return work(manager, answer.access)
    })
  }

  /** Who the person is in a workspace, and that they may do what is asked there now. For reading: what is written decides again. */
  async member(personId: string, workspaceId: string, asked: Ask): Promise<Member> {
    const member = await readMember(queryOf(this.source.manager), workspaceId, personId)
    if (!member) throw new RoundtableError('not_found')
    mustBeAllowed(member, asked)
    return member
  }
}

interface Wish {
  readonly personId: string
  readonly workspaceId: string
  readonly asked: Ask | null
}

async function decided<T>(manager: EntityManager, { personId, workspaceId, asked }: Wish, work: Work<T>): Promise<T> {
  await lockWorkspace(manager, workspaceId)
  const member = await readMember(queryOf(manager), workspaceId, personId)
  if (!member || !ask(member, { action: 'view', artefact: 'PROF' }).allowed) throw new RoundtableError('not_found')
  if (asked) mustBeAllowed(member, asked)
  return work(manager, member)
}

async function lockHead(manager: EntityManager, documentId: string): Promise<void> {
  await manager.query('select 1 from document_head where document_id = $1 for no key update', [documentId])
}

/** One act on a workspace's rights at a time; appends to its documents wait, or were there first. */
export async function lockWorkspace(manager: EntityManager, workspaceId: string): Promise<void> {
  await manager.query('select 1 from access_scope where scope_id = $1 for no key update', [workspaceId])
}

/** One act at a time of those that are counted by person, in whatever workspace. After the workspace's lock, never before it. */
export async function lockPerson(query: Query, personId: string): Promise<void> {
  await query('select 1 from person where id = $1 for no key update', [personId])
}

export function queryOf(manager: EntityManager): Query {
  return <T>(sql: string, values: unknown[]) => manager.query<T[]>(sql, values)
}
