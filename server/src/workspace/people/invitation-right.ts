import { type Decision, ruleReason } from '@roundtable/shared/ability'
import { MANDATED_ROLES, type Role, decidingSides, sideOfRole } from '@roundtable/shared/framework'
import { type SeatRow, ask, seated } from '../../ability/index.js'

/**
 * Whether somebody may invite to a role, asked when the invitation is made, listed, and again when it is taken.
 * One's own side: whoever manages its seats. Another side, an observer, a facilitator, the secretariat: whoever may invite
 * parties; another side only while nobody of it is here who can manage its seats: whose mandate has run out, or who is
 * suspended, can call nobody either. A delegate's seat is never given by invitation.
 */
export function mayInvite(inviter: SeatRow, role: Role, seats: readonly SeatRow[]): Decision {
  const side = sideOfRole(role)
  const own = { action: 'manage-members', artefact: 'PROF', object: { targetRole: role } } as const
  if (role === 'COM' || (side !== null && side === inviter.side)) return ask(seated(inviter), own)
  const party = ask(seated(inviter), { action: 'invite-party', artefact: 'PROF' })
  const isManaged = side !== null && seats.some((seat) => seat.side === side && managesItsSide(seat, role))
  if (isManaged && (party.allowed || callsFirst(inviter))) return { allowed: false, ...ruleReason('R-32.own-side') }
  if (!party.allowed && callsFirst(inviter) && bringsIn(inviter, role)) return { allowed: true, ...ruleReason('WORK-22') }
  return party
}

/** Roles that can bring their side in: a citizen manages nobody's seats, and a delegate is chosen. */
const FIRST_OF_SIDE: readonly Role[] = ['CSO', 'NSO', 'OSA']

/**
 * WORK-22: whoever opened a workspace without being of a side that decides there calls the first of each such side: the
 * secretariat in a country programme, an other actor before the definition test has said how an initiative works.
 */
export function callsFirst(opener: SeatRow): boolean {
  const { isOpener, kind, role, modality, outcome, mandateExpired } = opener
  const isBetweenSides = kind === 'country_programme' ? role === 'SEC' : role === 'OTH' && modality === 'M0'
  if (!isOpener || !isBetweenSides || mandateExpired || outcome === 'out_of_scope') return false
  return ask(seated(opener), { action: 'view', artefact: 'PROF' }).allowed
}

function bringsIn(workspace: SeatRow, role: Role): boolean {
  return FIRST_OF_SIDE.includes(role) && decidingSides(workspace).some((side) => side === sideOfRole(role))
}

/** Whether the seat can invite to any role of another side that decides: what the overview offers. */
export function mayInviteOtherSide(inviter: SeatRow, seats: readonly SeatRow[]): boolean {
  return FIRST_OF_SIDE.some((role) => sideOfRole(role) !== inviter.side && mayInvite(inviter, role, seats).allowed)
}

function managesItsSide(seat: SeatRow, targetRole: Role): boolean {
  const object = { targetRole: targetRole === 'COM' ? ('CIT' as const) : targetRole }
  return !seat.isSuspended && ask(seated(seat), { action: 'manage-members', artefact: 'PROF', object }).allowed
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
