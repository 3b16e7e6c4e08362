import { RoundtableError } from '@roundtable/shared/error'
import { sideOfRole } from '@roundtable/shared/framework'
import type { CreateInvitation, InvitationMade, InvitationView } from '@roundtable/shared/protocol'
import { v7 } from 'uuid'
import type { DataSource } from 'typeorm'
import { type Intents, type Member, type Query, type SeatRow, ask, lockPerson, queryOf, refusalBy, seatsOf } from '../../ability/index.js'
import { invitationMail, type Mailer } from '../../notice/index.js'
import type { Changes } from '../../platform/changes.js'
import type { Creations } from '../../platform/idempotent.js'
import { shownCode } from '../domain/join-code.js'
import { badField, mustGoTogether } from './invitation-body.js'
import { callsFirst, mayInvite, speaksOverOthers } from './invitation-right.js'
import { hashesOf, secretsOf, seedOf } from './invitation-secrets.js'
import { invitationStatus } from './invitation-status.js'
import { findInvitation, hasInvitedTooOften, insertInvitation, invitationsOfSide, revokeInvitation } from './invitation.store.js'
import { canBeLastDay } from './people.store.js'

interface Inviter {
  readonly personId: string
  readonly key: string | null
  /** Where links lead; null: it is not known well enough to send one by mail. */
  readonly origin: string | null
}

interface Made {
  readonly id: string
  readonly expiresAt: string
  readonly mail: InvitationMade['mail']
}

/** Inviting, seeing what one's own side has sent out, and taking it back. */
export class InvitationService {
  constructor(
    private readonly source: DataSource,
    private readonly intents: Intents,
    private readonly changes: Changes,
    private readonly creations: Pick<Creations, 'once'>,
    private readonly mailer: Pick<Mailer, 'isThere' | 'send'>,
    private readonly key: string
  ) {}

  /** Link and code are told here and never again. Throws `not_found`, `not_allowed`, `bad_input`, `too_many_requests`. */
  async create(workspaceId: string, { personId, key, origin }: Inviter, body: CreateInvitation): Promise<InvitationMade> {
    const seed = seedOf(personId, key)
    let isNew = false
    const made = await this.intents.run(personId, workspaceId, null, async (manager, { seat }) => {
      const query = queryOf(manager)
      await mustBeInvitable(query, seat, body)
      return this.creations.once<Made>(manager, { personId, key, operation: `createInvitation ${workspaceId}`, body }, async () => {
        isNew = true
        await mustNotInviteTooOften(query, personId)
        return this.#insert(query, seat, body, seed, origin !== null)
      })
    })
    const { link, code } = secretsOf(made.id, seed, this.key)
    const address = `${origin ?? ''}/join/${link}`
    const mail = isNew && body.email !== null ? await this.#send(made, body.email, address, { personId, key }) : made.mail
    return { id: made.id, link: address, code: shownCode(code), expiresAt: made.expiresAt, mail }
  }

  async #insert(query: Query, seat: SeatRow, body: CreateInvitation, seed: string, canBeMailed: boolean): Promise<Made> {
    const id = v7()
    const { expiresAt } = await insertInvitation(query, {
      id,
      workspaceId: seat.workspaceId,
      hashes: hashesOf(secretsOf(id, seed, this.key), this.key),
      side: sideOfRole(body.role),
      invitedBy: seat.id,
      invitedByCivic: seat.side === 'civic',
      body
    })
    const mail = body.email === null ? 'not_asked' : this.mailer.isThere && canBeMailed ? 'failed' : 'no_mail'
    return { id, expiresAt: expiresAt.toISOString(), mail }
  }

  /** After the commit: a mail about an invitation that came to nothing could not be taken back. */
  async #send(
    { mail }: Made,
    to: string,
    link: string,
    { personId, key }: Pick<Inviter, 'personId' | 'key'>
  ): Promise<InvitationMade['mail']> {
    if (mail === 'no_mail' || !(await this.mailer.send(invitationMail(to, link)))) return mail
    await this.source.query(
      `update idempotent_create set answer = jsonb_set(answer, '{mail}', '"sent"') where person_id = $1 and key = $2 and answer is not null`,
      [personId, key]
    )
    return 'sent'
  }

  /** Whether there is a mail server, and an address for the link in the mail to lead to. */
  sendsMail(origin: Inviter['origin']): boolean {
    return this.mailer.isThere && origin !== null
  }

  /** What one's own side has sent out, what still leads in first. Throws `not_found`, `not_allowed`. */
  async list(workspaceId: string, personId: string): Promise<InvitationView[]> {
    const member = await this.intents.member(personId, workspaceId, { action: 'view', artefact: 'PROF' })
    const { seat } = member
    if (!mayKnow(member)) throw refusalBy(ask(member, { action: 'manage-members', artefact: 'PROF' }))
    const query = queryOf(this.source.manager)
    const seats = await seatsOf(query, workspaceId)
    return (await invitationsOfSide(query, workspaceId, seat.side)).map((row) => ({
      id: row.id,
      role: row.role,
      organisation: row.organisationName,
      invitedBy: row.inviterName,
      uses: row.mostUses,
      usesLeft: row.mostUses - row.uses,
      expiresAt: row.expiresAt.toISOString(),
      status: invitationStatus(row, seats),
      mayRevoke: row.invitedBy === seat.id || mayInvite(seat, row.role, seats).allowed
    }))
  }

  /**
   * By whoever made it, or whoever of their side could make it now; an invitation of another side is not there.
   * Throws `not_found`, `not_allowed`.
   */
  async revoke(id: string, personId: string): Promise<void> {
    const found = await findInvitation(queryOf(this.source.manager), id)
    if (!found) throw new RoundtableError('not_found')
    await this.intents.run(personId, found.workspaceId, null, async (manager, { seat, ...member }) => {
      if (found.inviterSide !== seat.side) throw new RoundtableError('not_found')
      const query = queryOf(manager)
      const decision = mayInvite(seat, found.role, await seatsOf(query, found.workspaceId))
      if (found.invitedBy !== seat.id && !decision.allowed)
        throw mayKnow({ seat, ...member }) ? refusalBy(decision) : new RoundtableError('not_found')
      await revokeInvitation(query, id)
    })
  }
}

/** Who may list what a side has sent out: to others an invitation is as if it were not there. */
function mayKnow(member: Member): boolean {
  return ask(member, { action: 'manage-members', artefact: 'PROF' }).allowed || callsFirst(member.seat)
}

/** Counted by person: a seat elsewhere is no further hour. Throws `too_many_requests`. */
async function mustNotInviteTooOften(query: Query, personId: string): Promise<void> {
  await lockPerson(query, personId)
  if (await hasInvitedTooOften(query, personId)) throw new RoundtableError('too_many_requests', { seconds: 600 })
}

async function mustBeInvitable(query: Query, seat: SeatRow, body: CreateInvitation): Promise<void> {
  const seats = await seatsOf(query, seat.workspaceId)
  const decision = mayInvite(seat, body.role, seats)
  if (!decision.allowed) throw refusalBy(decision)
  mustGoTogether(body)
  if (body.organisation && speaksOverOthers(seat, body.role, body.organisation.name, seats))
    throw badField('organisation', 'is here already, and invites its own people')
  if (body.mandate?.expiresOn != null && !(await canBeLastDay(query, body.mandate.expiresOn)))
    throw badField('mandate.expiresOn', 'a day from today on, within twenty years')
}
