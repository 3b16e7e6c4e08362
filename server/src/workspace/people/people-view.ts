import { ROLES } from '@roundtable/shared/framework'
import type { MemberView, PeopleView, ProtocolView } from '@roundtable/shared/protocol'
import type { Decision, ObjectFacts } from '@roundtable/shared/ability'
import { type Member, type SeatRow, ask, seatView, seated } from '../../ability/index.js'
import { isOfCommunity } from '../domain/community-protocol.js'
import { mandateWarning } from '../domain/mandate.js'
import { countsForSide, voiceKeyOf } from '../domain/voices.js'
import { mayInvite } from './invitation-right.js'
import type { EndedSeat } from './people.store.js'
import { type ProtocolRow, judgementOf } from './protocol.store.js'

const INVITED_ROLES = ROLES.filter((role) => role !== 'GST')

/** What the view is made of, read at one moment. */
export interface People {
  readonly seats: readonly SeatRow[]
  readonly protocols: readonly ProtocolRow[]
  /** Ended seats whose end the member may read of. */
  readonly ended: readonly EndedSeat[]
}

/** The people of a workspace as one of them sees it: seats, never the persons behind them. */
export function peopleView(member: Member, { seats, protocols, ended }: People): PeopleView {
  const me = seats.find(({ id }) => id === member.seat.id) ?? member.seat
  const isChoosing = protocols.some(({ status }) => status === 'open')
  return {
    members: seats.map((seat) => memberView(member, seat, isChoosing)),
    invitable: INVITED_ROLES.map((role) => ({ role, ...answered(mayInvite(me, role, seats)) })),
    protocols: protocols.map((protocol) => protocolView(protocol, me)),
    mayRecordProtocol: isOfCommunity(me.role),
    ended: ended.map(({ endedAt, ...seat }) => ({ ...seat, endedAt: endedAt.toISOString() }))
  }
}

/** Whether the member may change or end a seat; `isChoosing`: the community has a protocol open. */
export function mayManage(member: Member, seat: SeatRow, isChoosing: boolean): Decision {
  const ownership = seat.id === member.seat.id ? 'own' : 'other'
  const object = { targetRole: seat.role, ownership, targetKept: keptBy(member, seat, isChoosing) } as const
  return ask(member, { action: 'manage-members', artefact: 'PROF', object })
}

/** What keeps a seat from everybody else's hands: it is a counted voice of another organisation, or one of those who are choosing. */
function keptBy(member: Member, seat: SeatRow, isChoosing: boolean): ObjectFacts['targetKept'] {
  if (seat.role === 'CIT' && isChoosing) return 'community'
  const counts = !seat.isSuspended && countsForSide(seated(seat).actor, member.workspace)
  return counts && voiceKeyOf(seat) !== voiceKeyOf(member.seat) ? 'voice' : null
}

function memberView(member: Member, seat: SeatRow, isChoosing: boolean): MemberView {
  return {
    ...seatView(seat),
    organisationKind: seat.organisationKind,
    isMine: seat.id === member.seat.id,
    isFunder: seat.isFunder,
    isProvisional: seat.isProvisional,
    mandateGivenBy: seat.mandateGivenBy,
    mandateNote: seat.mandateNote,
    mandateExpired: seat.mandateExpired,
    mandateWarning: mandateWarning(seat.mandateDaysLeft),
    manage: answered(mayManage(member, seat, isChoosing))
  }
}

/** Who said what, and why, is the community's to read; all others read what it came to. */
function protocolView(row: ProtocolRow, me: SeatRow): ProtocolView {
  const { confirmed, needed } = judgementOf(row)
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
    answers: isOfCommunity(me.role) ? row.answers.map(({ seatId, ...answer }) => ({ ...answer, isMine: seatId === me.id })) : [],
    mayAnswer: mayAnswer(row, me)
  }
}

/** Everybody of the community but the recorder, once. */
export function mayAnswer({ status, recordedBy, community, answers }: ProtocolRow, me: SeatRow): boolean {
  return status === 'open' && community.includes(me.id) && recordedBy !== me.id && !answers.some(({ seatId }) => seatId === me.id)
}

function answered({ allowed, rule, paragraph, sentence }: Decision): MemberView['manage'] {
  return { allowed, because: { rule, paragraph, sentence } }
}
