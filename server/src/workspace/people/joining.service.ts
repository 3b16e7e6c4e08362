import { RoundtableError } from '@roundtable/shared/error'
import { MANDATED_ROLES, type Role } from '@roundtable/shared/framework'
import type { AcceptInvitation, ChangedPart, InvitationPreview } from '@roundtable/shared/protocol'
import type { DataSource, EntityManager } from 'typeorm'
import { v4, v7 } from 'uuid'
import { type Query, type SeatRow, lockWorkspace, queryOf, seatsOf } from '../../ability/index.js'
import type { Origin, PersonService, PreparedPerson, Throttle } from '../../identity/index.js'
import type { Changes } from '../../platform/changes.js'
import { settle } from '../settle.js'
import { badField, mustBeFunderRole, mustFit, speaksForAnOrganisation } from './invitation-body.js'
import { speaksOverOthers } from './invitation-right.js'
import { presented } from './invitation-secrets.js'
import { invitationStatus } from './invitation-status.js'
import { type InvitationRow, findBySecret, findNewcomer, useInvitation } from './invitation.store.js'
import { originOf } from './newcomer-origin.js'
import { earlierSeats, hasFunded, organisationIn, seatNewMember } from './people.store.js'

/** Everybody who decides is weighed with every answer: a workspace is a table, not a town. */
const MOST_SEATS = 1000

/** Who stands at the door: from where, and as whom when they are signed in. */
export interface Visitor {
  readonly address: string | undefined
  readonly personId: string | null
}

export interface Joined {
  readonly personId: string
  readonly workspaceId: string
  /** Of an account that was made on the way. */
  readonly newPhrase: string | null
}

/** Somebody who came, and what of the workspace changed with them; null for whoever had come before and is told again. */
interface Came extends Joined {
  readonly parts: readonly ChangedPart[] | null
}

/** An invitation that leads in at this moment, and who is there. */
interface OpenInvitation {
  readonly row: InvitationRow
  readonly seats: readonly SeatRow[]
}

/** Coming in by invitation: what it leads to, and taking the seat. */
export class JoiningService {
  constructor(
    private readonly source: DataSource,
    private readonly people: Pick<PersonService, 'prepare' | 'preparePseudonym' | 'phraseAgain' | 'add'>,
    private readonly throttle: Pick<Throttle, 'guardCode' | 'guardNewName'>,
    private readonly changes: Changes,
    private readonly key: string
  ) {}

  /** Throws `invitation_over`, alike for every invitation that does not lead in, and `sign_in_throttled`. */
  async preview(secret: string, visitor: Visitor): Promise<InvitationPreview> {
    return this.#guarded(secret, visitor, async () => {
      const query = queryOf(this.source.manager)
      const open = await this.#open(query, secret)
      if (!open) return null
      const { title, country, role, side, organisationName, inviterName, expiresAt } = open.row
      return {
        title,
        country,
        role,
        side,
        organisation: organisationName,
        invitedBy: inviterName,
        expiresAt: expiresAt.toISOString(),
        isMember: open.seats.some(({ personId }) => personId === visitor.personId)
      }
    })
  }

  /**
   * Takes the seat, in one transaction that decides again whether the invitation leads in. Without an account one is made; asked
   * again under the same key, because no answer came, it is told again.
   * Throws `invitation_over`, `sign_in_throttled`, `bad_input`, `name_taken`, `already_member`, `other_side`, `workspace_full`,
   * and `not_allowed` for a funder's seat of another role than observer or other actor.
   */
  async accept(body: AcceptInvitation, key: string | null, visitor: Visitor): Promise<Joined> {
    const origin = originOf(key, presented(body.secret, this.key).hash, this.key)
    const { parts, ...joined } = await this.#guarded(body.secret, visitor, async () => {
      const before = await this.#joinedBefore(queryOf(this.source.manager), body.secret, origin, visitor)
      return before ?? this.#come(body, origin, visitor)
    })
    if (parts !== null) this.changes.announce(joined.workspaceId, 'people', ...parts)
    return joined
  }

  async #come(body: AcceptInvitation, origin: Origin | null, visitor: Visitor): Promise<Came | null> {
    const open = await this.#open(queryOf(this.source.manager), body.secret)
    if (!open) return null
    const unused = origin && (await isPerson(queryOf(this.source.manager), origin.id)) ? null : origin
    const newcomer = visitor.personId === null ? await this.#prepare(open.row.role, body, unused) : null
    if (!newcomer && body.account) throw badField('account', 'you are signed in, and come in as yourself')
    const take = (): Promise<Came | null> =>
      this.source.transaction(async (manager) => {
        const query = queryOf(manager)
        await lockWorkspace(manager, open.row.workspaceId)
        const before = await this.#joinedBefore(query, body.secret, origin, visitor)
        return before ?? this.#takeSeat(manager, open.row.workspaceId, body, newcomer ?? visitor.personId!)
      })
    return body.account ? this.throttle.guardNewName(visitor.address, take) : take()
  }

  /** What was answered before to whoever asks again under the same key within the hour: the first answer never came. */
  async #joinedBefore(query: Query, secret: string, origin: Origin | null, { personId }: Visitor): Promise<Came | null> {
    if (!origin || (personId !== null && personId !== origin.id)) return null
    const { by, hash } = presented(secret, this.key)
    const seat = await findNewcomer(query, origin.id, hash, by)
    if (!seat) return null
    const newPhrase = await this.people.phraseAgain(origin, seat.recoveryHash)
    return newPhrase === null ? null : { personId: origin.id, workspaceId: seat.workspaceId, newPhrase, parts: null }
  }

  /** Only what can be guessed is counted; a jammed address still lets links in. */
  #guarded<T>(secret: string, { address }: Visitor, attempt: () => Promise<T | null>): Promise<T> {
    if (presented(secret, this.key).by === 'code') return this.throttle.guardCode(address, attempt)
    return attempt().then((found) => {
      if (found === null) throw new RoundtableError('invitation_over')
      return found
    })
  }

  async #open(query: Query, secret: string): Promise<OpenInvitation | null> {
    const { by, hash } = presented(secret, this.key)
    const row = await findBySecret(query, hash, by)
    if (!row) return null
    const seats = await seatsOf(query, row.workspaceId)
    return invitationStatus(row, seats) === 'open' ? { row, seats } : null
  }

  /** a citizen or an observer needs to say nothing of themselves; others choose how they sign in. */
  #prepare(role: Role, { account, name }: AcceptInvitation, origin: Origin | null): Promise<PreparedPerson> {
    if (account) return this.people.prepare({ ...account, name }, origin ?? undefined)
    if (role === 'CIT' || role === 'OBS') return this.people.preparePseudonym(origin ?? undefined)
    throw badField('account', 'choose a name and a password to sign in with')
  }

  /** Null when it does not lead in any more. Under the workspace's lock. */
  async #takeSeat(manager: EntityManager, workspaceId: string, body: AcceptInvitation, who: PreparedPerson | string): Promise<Came | null> {
    const query = queryOf(manager)
    const open = await this.#open(query, body.secret)
    if (!open) return null
    const { row, seats } = open
    if (typeof who === 'string' && !(await mayCome(query, row, who))) return null
    if (row.role === 'SEC' && !(typeof who === 'string' && (await isSecretariat(query, who)))) return null
    const organisation = organisationFor(open, body)
    if (seats.length >= MOST_SEATS) throw new RoundtableError('workspace_full', { most: MOST_SEATS })
    if (!(await useInvitation(query, row.id))) return null
    const added = typeof who === 'string' ? { id: who, phrase: null } : await this.people.add(who, manager)
    const organisationId = organisation && (await organisationIn(query, workspaceId, organisation, v7()))
    const isFunder = row.isFunder || (await hasFunded(query, { workspaceId, personId: added.id, organisationId }))
    if (isFunder) mustBeFunderRole(row.role)
    await seatNewMember(
      query,
      {
        id: v4(),
        workspaceId,
        personId: added.id,
        organisationId,
        side: row.side,
        role: row.role,
        name: body.name,
        isFunder,
        invitedByCivic: row.invitedByCivic,
        mandateGivenBy: row.mandateGivenBy,
        mandateNote: row.mandateNote,
        mandateExpiresAt: row.mandateExpiresAt
      },
      row.id
    )
    // Whoever speaks for nobody is weighed nowhere; a room full of citizens comes in at once.
    const parts = MANDATED_ROLES.includes(row.role) ? await settle(query, workspaceId) : []
    return { personId: added.id, workspaceId, newPhrase: added.phrase, parts }
  }
}

/**
 * One living seat and one side a person. Whoever was removed does not come back by what was sent out before that.
 * Throws `already_member`, `other_side`.
 */
async function mayCome(query: Query, { workspaceId, side, createdAt }: InvitationRow, personId: string): Promise<boolean> {
  const earlier = await earlierSeats(query, workspaceId, personId)
  if (earlier.some(({ isLiving }) => isLiving)) throw new RoundtableError('already_member')
  if (earlier.some((seat) => seat.side !== null && side !== null && seat.side !== side)) throw new RoundtableError('other_side')
  return !earlier.some(({ endReason, endedAt }) => endReason === 'removed' && endedAt !== null && endedAt >= createdAt)
}

/** Whoever was made under a key and has left, or has spent their phrase, is not made a second time. */
async function isPerson(query: Query, id: string): Promise<boolean> {
  return (await query('select 1 from person where id = $1', [id])).length > 0
}

/** The operator says who speaks for the secretariat, not whoever invites. */
async function isSecretariat(query: Query, personId: string): Promise<boolean> {
  const [person] = await query<{ is: boolean }>('select is_secretariat as "is" from person where id = $1', [personId])
  return person?.is === true
}

/** The organisation the invitation names, or the one that whoever comes says they speak for. Throws `bad_input`. */
function organisationFor({ row, seats }: OpenInvitation, { organisation: said }: AcceptInvitation): AcceptInvitation['organisation'] {
  const { role, organisationName: name, organisationKind: kind } = row
  if (name !== null && kind !== null) {
    if (said && (said.name !== name || said.kind !== kind)) throw badField('organisation', 'the invitation says whom you speak for')
    return { name, kind }
  }
  if (!said && speaksForAnOrganisation(role)) throw badField('organisation', 'say which organisation you speak for')
  mustFit(role, said)
  const inviter = seats.find(({ id }) => id === row.invitedBy)
  if (said && inviter && speaksOverOthers(inviter, role, said.name, seats))
    throw badField('organisation', 'is here already: ask its own people to invite you')
  return said
}
