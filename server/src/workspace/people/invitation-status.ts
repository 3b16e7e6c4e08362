import type { InvitationView } from '@roundtable/shared/protocol'
import type { SeatRow } from '../../ability/index.js'
import { mayInvite, speaksOverOthers } from './invitation-right.js'
import type { InvitationRow } from './invitation.store.js'

type Judged = Pick<
  InvitationRow,
  'role' | 'organisationName' | 'uses' | 'mostUses' | 'isExpired' | 'isRevoked' | 'invitedBy' | 'inviterIsGone'
>

/**
 * Whether an invitation still leads in. It is as good as its inviter is now: when their seat has ended, or they could not
 * make it any more, it is void.
 */
export function invitationStatus(invitation: Judged, seats: readonly SeatRow[]): InvitationView['status'] {
  const { role, organisationName, uses, mostUses, isExpired, isRevoked, invitedBy, inviterIsGone } = invitation
  if (isRevoked) return 'revoked'
  if (uses >= mostUses) return 'used_up'
  if (isExpired) return 'expired'
  const inviter = inviterIsGone ? undefined : seats.find(({ id }) => id === invitedBy)
  if (!inviter || !mayInvite(inviter, role, seats).allowed) return 'void'
  return organisationName !== null && speaksOverOthers(inviter, role, organisationName, seats) ? 'void' : 'open'
}
