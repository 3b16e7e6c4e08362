import type { Role } from '../framework/index.js'
import type { Decision, Question } from './question.js'
import { ruleReason, type RuleReason } from './reason.js'

/*
 * Who may know that a thing exists. Asked before the matrix: whoever stops here reads what is published, or nothing.
 * The server answers a refused `view` as if the thing were absent.
 */

/** what a side keeps to itself is invisible to the other sides and to those without a side, even a published-looking version of it. */
function keptByAnotherSide({ actor, context }: Question): Decision | null {
  const { privateTo } = context
  if (privateTo === null || (actor.seat !== null && actor.side === privateTo)) return null
  return { allowed: false, ...ruleReason('R-20') }
}

/** ABIL-5, ABIL-28: without a seat, or with one that has ended, a person is the public; who left goes on reading what they co-wrote. */
function withoutSeat(question: Question): Decision | null {
  const { actor, action, context } = question
  if (actor.seat !== null) return null
  if (action === 'view' && context.coWritten) return { allowed: true, ...ruleReason('ABIL-28') }
  return publicView(question, 'ABIL-5')
}

/** civic action is entered by others only when the civic side invites them. The secretariat follows the registry instead. */
function uninvitedUnderCivicAction(question: Question): Decision | null {
  const { role, invitedByCivic } = question.actor
  const needsInvitation: readonly Role[] = ['NSO', 'OSA', 'OTH', 'OBS', 'FAC']
  const isUninvited = needsInvitation.includes(role) && !invitedByCivic
  return question.context.modality === 'M1' && isUninvited ? publicView(question, 'R-32.uninvited') : null
}

function publicView({ action, context }: Question, reason: RuleReason): Decision {
  return { allowed: action === 'view' && context.published, ...ruleReason(reason) }
}

export const HIDDEN = [keptByAnotherSide, withoutSeat, uninvitedUnderCivicAction] as const
