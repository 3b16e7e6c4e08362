import { sideOfRole, type Artefact, type DocumentState } from '../framework/index.js'
import { GRANTED, type Reading } from './granted.js'
import type { Action } from './question.js'
import type { RuleReason } from './reason.js'

/*
 * What takes away from the letters of a cell. Each rule returns its reason, or null where it has nothing to say.
 * None ever gives, so their order decides only which reason is named: first who the person is, then what the thing is.
 */
type Limit = (reading: Reading) => RuleReason | null

/** funders sit as observer or other actor; as the latter they neither write nor approve what the data will be about. */
const funder: Limit = ({ actor, action, artefact, letters }) => {
  if (!actor.isFunder) return null
  if (actor.role !== 'OBS' && actor.role !== 'OTH') return action === 'view' || action === 'withdraw' ? null : 'R-17.seat'
  if (artefact !== 'OBJ' && artefact !== 'METH' && artefact !== 'PUBL') return null
  const byCapitalE = action === 'edit' || (action === 'edit-own' && !letters.has('e'))
  return byCapitalE || action === 'approve' ? 'R-17' : null
}

/** an expired mandate speaks for nobody any more; the right to refuse never expires. */
const expiredMandate: Limit = ({ actor, action }) => {
  const speaksForSide: readonly Action[] = ['approve', 'sign', 'publish', 'manage-members', 'invite-party']
  return actor.mandateExpired && speaksForSide.includes(action) ? 'R-34' : null
}

/** out of scope is read with its reasons; "not yet" releases nothing. Withdrawing stays, here as everywhere. */
const definitionTest: Limit = ({ action, context: { outcome } }) => {
  if (outcome === 'out_of_scope' && action !== 'view' && action !== 'withdraw') return 'R-33.out-of-scope'
  return outcome === 'not_yet' && action === 'publish' ? 'R-33.release' : null
}

/** ABIL-6: what one cannot see one cannot act on. Whoever may withdraw sees everything shared, so this never stands in the way of that. */
const unseen: Limit = (reading) => (GRANTED.view(reading) ? null : 'ABIL-6')

/** nobody writes, files, judges or releases another side's assessment; other side-owned documents are written by that side alone. */
const anotherSides: Limit = ({ actor, action, artefact, context: { ownerSide, ownership } }) => {
  const ownSides = actor.side !== null && ownerSide === actor.side
  const writes = action === 'edit' || action === 'edit-own'
  if (artefact !== 'PRIN') return ownerSide !== null && !ownSides && writes ? 'A-2.side-owned' : null
  const decides = action === 'approve' || action === 'opine' || action === 'publish' || (action === 'withdraw' && ownership !== 'own')
  return !ownSides && (writes || decides) ? 'A-2' : null
}

/** ABIL-7: what each state of a text closes. Signing is R-13's; `withdraw` is never closed. */
const CLOSED: Readonly<Record<DocumentState, readonly Action[]>> = {
  draft: [],
  review: ['edit', 'edit-own'],
  frozen: ['edit', 'edit-own', 'suggest'],
  in_force: ['edit', 'edit-own', 'suggest'],
  archived: ['comment', 'edit', 'edit-own', 'suggest', 'approve', 'opine', 'publish']
}

const closedText: Limit = ({ action, artefact, context: { state } }) => {
  if (state === null || state === 'draft' || !CLOSED[state].includes(action)) return null
  return isAboutComments(artefact) && state !== 'archived' ? null : `ABIL-7.${state}`
}

/** Comments hang on a text without being part of it: only the archive closes them. */
function isAboutComments(artefact: Artefact): boolean {
  return artefact === 'COMM'
}

/** a signature binds exact bytes, so there is none outside a frozen version. */
const unfrozen: Limit = ({ action, context: { state } }) => (action === 'sign' && state !== 'frozen' ? 'R-13' : null)

/** under civic action the others sign only as recipients of data, accepting duties. */
const signsAsRecipient: Limit = ({ actor, action, context: { modality, signingAs } }) =>
  modality === 'M1' && action === 'sign' && actor.side !== 'civic' && signingAs !== 'recipient' ? 'R-03.recipient' : null

/** a delegate's seat is the delegate's; a side's seats are that side's; any side may change the facilitator. */
const whoseSeat: Limit = ({ actor, action, artefact, context }) => {
  const { targetRole, ownership } = context
  if (action !== 'manage-members' || isAboutComments(artefact) || targetRole === null || targetRole === 'FAC') return null
  if (targetRole === 'COM') return actor.role === 'COM' && ownership === 'own' ? null : 'R-30'
  const side = sideOfRole(targetRole)
  if (side === null) return isOfLead({ actor, context }) ? null : 'R-32.lead'
  return side === actor.side ? null : 'R-32.own-side'
}

/** who counts is not taken out of the count by whom they might refuse; one's own seat is one's own. */
const keptSeat: Limit = ({ action, artefact, context: { targetKept, ownership } }) => {
  if (action !== 'manage-members' || isAboutComments(artefact) || ownership === 'own') return null
  return targetKept === 'voice' ? 'R-31.voice' : targetKept === 'community' ? 'R-30.choosing' : null
}

/** another party is invited by the lead side; under M3 by either of both. */
const invitesAsLead: Limit = (reading) => (reading.action === 'invite-party' && !isOfLead(reading) ? 'R-32.lead' : null)

function isOfLead({ actor, context: { modality, leadKind, namedPartner } }: Pick<Reading, 'actor' | 'context'>): boolean {
  switch (modality) {
    case 'M1':
    case 'M2':
      return actor.side === 'civic'
    case 'M0':
    case 'M3':
      return actor.side === 'civic' || (actor.side === 'state' && (namedPartner === null || actor.role === namedPartner))
    case 'M4':
      return actor.role === 'NSO'
    case 'M5':
      return actor.role === (leadKind ?? 'OTH')
  }
}

export const LIMITS: readonly Limit[] = [
  funder,
  expiredMandate,
  definitionTest,
  unseen,
  anotherSides,
  closedText,
  unfrozen,
  signsAsRecipient,
  whoseSeat,
  keptSeat,
  invitesAsLead
]
