import { ROLES, type Role } from '@roundtable/shared/framework'
import { type MemberView, type PeopleView, type ProtocolView } from '@roundtable/shared/protocol'
import { type Decision } from '@roundtable/shared/ability'
import { type Member, type SeatRow, ask, seatView } from '../../ability/index.js'
import { judgeProtocol } from '../domain/community-protocol.js'
import { mandateWarning } from '../domain/mandate.js'
import { mayInvite } from './invitation-right.js'
import { type ProtocolRow, communityOf } from './protocol.store.js'

const INVITED_ROLES = ROLES.filter((role) => role !== 'GST')

/** The people of a workspace as one of them sees it: seats, never the persons behind them. */
export function peopleView(member: Member, seats: readonly SeatRow[], protocols: readonly ProtocolRow[]): PeopleView {
  const me = seats.find(({ id }) => id === member.seat.id) ?? member.seat
  return {
    members: seats.map((seat) => memberView(member, seat)),
    invitable: INVITED_ROLES.map((role) => ({ role, ...answered(mayInvite(me, role, seats)) })),
    protocols: protocols.map((protocol) => protocolView(protocol, me, communityOf(seats))),
    mayRecordProtocol: isOfCommunity(me.role)
  }
}

export function isOfCommunity(role: Role): boolean {
  return role === 'CIT' || role === 'COM'
}

/** Whether the member may change or end a seat. */
export function mayManage(member: Member, seat: SeatRow): Decision {
  const ownership = seat.id === member.seat.id ? 'own' : 'other'
  return ask(member, { action: 'manage-members', artefact: 'PROF', object: { targetRole: seat.role, ownership } })
}

function memberView(member: Member, seat: SeatRow): MemberView {
  return {
    ...seatView(seat),
    isMine: seat.id === member.seat.id,
    isFunder: seat.isFunder,
    isProvisional: seat.isProvisional,
    mandateGivenBy: seat.mandateGivenBy,
    mandateExpired: seat.mandateExpired,
    mandateWarning: mandateWarning(seat.mandateDaysLeft),
    manage: answered(mayManage(member, seat))
  }
}

function protocolView(row: ProtocolRow, me: SeatRow, community: readonly string[]): ProtocolView {
  const { confirmed, needed } = judgeProtocol({ candidate: row.candidateId, recordedBy: row.recordedBy, community, answers: row.answers })
  return {
    id: row.id,
    how: row.how,
    note: row.note,
    decidedOn: row.decidedOn,
    candidate: { seatId: row.candidateId, name: row.candidateName },
    replaces: row.replacesId === null ? null : { seatId: row.replacesId, name: row.replacesName ?? '' },
    status: row.status,
    confirmed,
    needed,
    mayAnswer: mayAnswer(row, me)
  }
}

/** Everybody of the community but the recorder, once. */
export function mayAnswer({ status, recordedBy, answers }: ProtocolRow, me: SeatRow): boolean {
  return status === 'open' && isOfCommunity(me.role) && recordedBy !== me.id && !answers.some(({ seatId }) => seatId === me.id)
}

function answered({ allowed, rule, paragraph, sentence }: Decision): MemberView['manage'] {
  return { allowed, because: { rule, paragraph, sentence } }
}
