import { ruleReason } from '@roundtable/shared/ability'
import { RoundtableError } from '@roundtable/shared/error'
import type { Role } from '@roundtable/shared/framework'
import type { ChangeSeat, ChangedPart, EndSeat, PeopleView } from '@roundtable/shared/protocol'
import type { DataSource, EntityManager } from 'typeorm'
import {
  type Intents,
  type Member,
  type Query,
  type SeatRow,
  ask,
  lockWorkspace,
  queryOf,
  readMember,
  refusalBy,
  seatsOf
} from '../../ability/index.js'
import type { Changes } from '../../platform/changes.js'
import { settle } from '../settle.js'
import { badField, mustBeFunderRole, mustTakeMandate } from './invitation-body.js'
import { mayManage, peopleView } from './people-view.js'
import { type EndedSeat, canBeLastDay, endSeat, endedSeats, markFunder, renameSeat, setMandate, workspaceOfSeat } from './people.store.js'
import { isChoosing, protocolsOf } from './protocol.store.js'
import { settlePeople } from './settle-people.js'

/** Members with seats and mandates: who is here, what of a seat changes, how it ends. */
export class PeopleService {
  constructor(
    private readonly source: DataSource,
    private readonly intents: Intents,
    private readonly changes: Changes
  ) {}

  /** Throws `not_found`. */
  async list(workspaceId: string, personId: string): Promise<PeopleView> {
    const member = await this.intents.member(personId, workspaceId, { action: 'view', artefact: 'PROF' })
    return viewFor(queryOf(this.source.manager), member)
  }

  /**
   * One's own name is one's own; mandate and funder's mark are recorded by whoever manages the seat.
   * Throws `not_found`, `not_allowed`, `bad_input`; nothing is changed unless everything may be.
   */
  async change(seatId: string, personId: string, change: ChangeSeat): Promise<PeopleView> {
    const workspaceId = await this.#workspaceOf(seatId)
    let parts: readonly ChangedPart[] = []
    const view = await this.intents.run(personId, workspaceId, null, async (manager, member) => {
      const query = queryOf(manager)
      const seat = await livingSeat(query, workspaceId, seatId)
      if (change.name !== undefined) await rename(query, member, seat, change.name)
      if (change.mandate !== undefined || change.isFunder !== undefined) {
        await manage(query, member, seat, change)
        parts = await settle(query, workspaceId)
      }
      return viewAnew(query, personId, workspaceId)
    })
    this.changes.announce(workspaceId, 'people', ...parts)
    return view
  }

  /** Leaving, or ending a seat that one manages. Leaving asks nobody, whatever one may still see or do. Throws `not_found`, `not_allowed`. */
  async end(seatId: string, personId: string, body: EndSeat): Promise<void> {
    const workspaceId = await this.#workspaceOf(seatId)
    const leaving = await this.source.transaction((manager) => leave(manager, { workspaceId, seatId, personId, body }))
    const parts =
      leaving ??
      (await this.intents.run(personId, workspaceId, null, async (manager, member) => {
        const query = queryOf(manager)
        const seat = await livingSeat(query, workspaceId, seatId)
        const decision = mayManage(member, seat, await isChoosing(query, workspaceId))
        if (!decision.allowed) throw refusalBy(decision)
        await endSeat(query, { seatId, by: member.seat.id, reason: 'removed', note: body.reason, keepsReading: false })
        return settlePeople(query, workspaceId)
      }))
    this.changes.announce(workspaceId, 'people', ...parts)
  }

  async #workspaceOf(seatId: string): Promise<string> {
    const workspaceId = await workspaceOfSeat(queryOf(this.source.manager), seatId)
    if (workspaceId === null) throw new RoundtableError('not_found')
    return workspaceId
  }
}

/** The list as a member sees it now. */
export async function viewFor(query: Query, member: Member): Promise<PeopleView> {
  const { workspaceId } = member
  return peopleView(member, {
    seats: await seatsOf(query, workspaceId),
    protocols: await protocolsOf(query, workspaceId),
    ended: await endsReadBy(query, member)
  })
}

/** The same after a change that may have been about the asker. */
export async function viewAnew(query: Query, personId: string, workspaceId: string): Promise<PeopleView> {
  const member = await readMember(query, workspaceId, personId)
  if (!member) throw new RoundtableError('not_found')
  return viewFor(query, member)
}

/** How seats of one's own side have ended, for whoever manages them; those without a side are the lead's. */
async function endsReadBy(query: Query, member: Member): Promise<EndedSeat[]> {
  const manages = (targetRole: Role | null): boolean =>
    ask(member, { action: 'manage-members', artefact: 'PROF', object: { targetRole } }).allowed
  return manages(null) ? endedSeats(query, member.workspaceId, member.seat.side, manages('OBS')) : []
}

async function livingSeat(query: Query, workspaceId: string, seatId: string): Promise<SeatRow> {
  const seat = (await seatsOf(query, workspaceId)).find(({ id }) => id === seatId)
  if (!seat) throw new RoundtableError('not_found')
  return seat
}

async function rename(query: Query, member: Member, seat: SeatRow, name: string): Promise<void> {
  if (seat.id !== member.seat.id) throw refusalBy(ruleReason('R-24'))
  await renameSeat(query, seat.id, name)
}

async function manage(query: Query, member: Member, seat: SeatRow, { mandate, isFunder }: ChangeSeat): Promise<void> {
  const decision = mayManage(member, seat, await isChoosing(query, seat.workspaceId))
  if (!decision.allowed) throw refusalBy(decision)
  if (isFunder !== undefined && isFunder !== seat.isFunder) {
    if (isFunder) mustBeFunderRole(seat.role)
    else if (isOwnOrganisation(member, seat)) throw refusalBy(ruleReason('R-17'))
    else if (seat.organisationKind === 'funder') throw badField('isFunder', 'the organisation is a funder')
    await markFunder(query, seat.id, isFunder)
  }
  if (mandate === undefined) return
  if (mandate) mustTakeMandate(seat.role)
  if (mandate?.expiresOn != null && !(await canBeLastDay(query, mandate.expiresOn)))
    throw badField('mandate.expiresOn', 'a day from today on, within twenty years')
  await setMandate(query, seat.id, mandate)
}

/** a funder's mark is not taken off by the one it marks, nor by their own organisation. */
function isOwnOrganisation(member: Member, seat: SeatRow): boolean {
  return seat.id === member.seat.id || (seat.organisationId !== null && seat.organisationId === member.seat.organisationId)
}

interface Leaving {
  readonly workspaceId: string
  readonly seatId: string
  readonly personId: string
  readonly body: EndSeat
}

/** The parts that are other than before; null when the seat is not one's own. */
async function leave(manager: EntityManager, { workspaceId, seatId, personId, body }: Leaving): Promise<readonly ChangedPart[] | null> {
  const query = queryOf(manager)
  await lockWorkspace(manager, workspaceId)
  const member = await readMember(query, workspaceId, personId)
  if (member?.seat.id !== seatId) return null
  await endSeat(query, { seatId, by: seatId, reason: 'left', note: body.reason, keepsReading: body.keepsReading })
  return settlePeople(query, workspaceId)
}
