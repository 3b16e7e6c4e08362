import { type Decision, ruleReason } from '@roundtable/shared/ability'
import { MANDATED_ROLES, type Role, sideOfRole } from '@roundtable/shared/framework'
import { type SeatRow, ask, seated } from '../../ability/index.js'

/**
 * Whether somebody may invite to a role, asked when the invitation is made, listed, and again when it is taken.
 * One's own side: whoever manages its seats. Another side, an observer, a facilitator, the secretariat: whoever may invite
 * parties; another side only while nobody of it is here who could manage its seats, a mandate that ran out aside.
 * A delegate's seat is never given by invitation.
 */
export function mayInvite(inviter: SeatRow, role: Role, seats: readonly SeatRow[]): Decision {
  const side = sideOfRole(role)
  const own = { action: 'manage-members', artefact: 'PROF', object: { targetRole: role } } as const
  if (role === 'COM' || (side !== null && side === inviter.side)) return ask(seated(inviter), own)
  const party = ask(seated(inviter), { action: 'invite-party', artefact: 'PROF' })
  if (!party.allowed || side === null || !seats.some((seat) => seat.side === side && managesItsSide(seat, role))) return party
  return { allowed: false, ...ruleReason('R-32.own-side') }
}

function managesItsSide(seat: SeatRow, targetRole: Role): boolean {
  const { actor, workspace } = seated(seat)
  const object = { targetRole: targetRole === 'COM' ? ('CIT' as const) : targetRole }
  return ask({ actor: { ...actor, mandateExpired: false }, workspace }, { action: 'manage-members', artefact: 'PROF', object }).allowed
}

/**
 * Approval counts by organisation, so an organisation that is here invites its own people itself: nobody else of its
 * side makes somebody speak for it.
 */
export function speaksOverOthers(inviter: SeatRow, role: Role, organisation: string, seats: readonly SeatRow[]): boolean {
  if (!MANDATED_ROLES.includes(role)) return false
  const holders = seats.filter((seat) => MANDATED_ROLES.includes(seat.role) && isSameName(seat.organisation, organisation))
  return holders.some(({ side }) => side === inviter.side) && !holders.some(({ id }) => id === inviter.id) && !isOfOneOf(inviter, holders)
}

function isOfOneOf(inviter: SeatRow, holders: readonly SeatRow[]): boolean {
  return holders.some(({ organisationId }) => organisationId !== null && organisationId === inviter.organisationId)
}

function isSameName(one: string | null, other: string): boolean {
  return one !== null && one.normalize('NFKC').toLowerCase() === other.normalize('NFKC').toLowerCase()
}
